// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>

namespace atlas {

/// A whole number within bounds; one out of bounds cannot be made.
template<class Tag, int Minimum, int Maximum, int Default>
class BoundedInt
{
public:
    static constexpr int Min = Minimum;
    static constexpr int Max = Maximum;

    /// The default value.
    constexpr BoundedInt() = default;

    /// Nothing if `value` is less than Min or greater than Max.
    static constexpr std::optional<BoundedInt> from(int value)
    {
        if (value < Min || value > Max)
            return std::nullopt;
        BoundedInt bounded;
        bounded.m_value = value;
        return bounded;
    }

    constexpr int value() const { return m_value; }

    friend constexpr auto operator<=>(const BoundedInt &, const BoundedInt &) = default;
    friend constexpr bool operator==(const BoundedInt &, const BoundedInt &) = default;

private:
    int m_value = Default;
};

/// `itemsPerPage`: 1 to 500, 100 if Atlas is not told.
using ItemsPerPage = BoundedInt<struct ItemsPerPageTag, 1, 500, 100>;
/// `pageNum`: counted from 1. Atlas has no upper bound; ours is the greatest int.
using PageNumber = BoundedInt<struct PageNumberTag, 1, 2'147'483'647, 1>;

/// Which part of a list is asked for.
struct PageRequest
{
    PageNumber page;
    ItemsPerPage itemsPerPage;
    /// Ask for `totalCount`.
    bool includeCount = true;

    friend bool operator==(const PageRequest &, const PageRequest &) = default;
};

} // namespace atlas
