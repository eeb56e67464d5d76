// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "atlas/values/bucketfield.h"

#include <array>
#include <cstddef>
#include <type_traits>
#include <utility>

namespace atlas {

/// How many fields from the same source come before, by BucketField.
inline constexpr auto FieldPlaces = [] {
    std::array<std::size_t, BucketFieldCount> places{};
    for (std::size_t i = 0; i < BucketFieldCount; ++i) {
        for (std::size_t before = 0; before < i; ++before) {
            if (BucketFields[before].source == BucketFields[i].source)
                ++places[i];
        }
    }
    return places;
}();

constexpr std::size_t placeOf(BucketField field)
{
    return FieldPlaces[static_cast<std::size_t>(field)];
}

/// A value for each field from one source.
template<FieldSource Source, class Value>
class FieldValues
{
public:
    using Array = std::array<Value, countOf(Source)>;

    FieldValues() = default;
    /// By placeOf().
    explicit FieldValues(const Array &values) : m_values(values) { }

    /// What `make` makes for each field of the source: `make(constant)`, with the field as
    /// std::integral_constant.
    template<class Make>
    static FieldValues madeBy(const Make &make)
    {
        return {make, std::make_index_sequence<countOf(Source)>()};
    }

    /// `field` must be from the source.
    constexpr const Value &operator[](BucketField field) const
    {
        Q_ASSERT(infoOf(field).source == Source);
        return m_values[placeOf(field)];
    }
    constexpr Value &operator[](BucketField field)
    {
        Q_ASSERT(infoOf(field).source == Source);
        return m_values[placeOf(field)];
    }

    /// By placeOf().
    constexpr const Array &all() const { return m_values; }

    /// What `make` makes of each value.
    template<class Make>
    auto mapped(const Make &make) const
    {
        using Made = FieldValues<Source, std::decay_t<decltype(make(m_values.front()))>>;
        return Made::madeBy([this, &make](auto field) { return make((*this)[field]); });
    }

    friend bool operator==(const FieldValues &, const FieldValues &) = default;

private:
    template<class Make, std::size_t... Place>
    FieldValues(const Make &make, std::index_sequence<Place...>)
        : m_values{make(std::integral_constant<BucketField, FieldsFrom<Source>[Place]>())...}
    { }

    Array m_values{};
};

/// What Atlas tells of a bucket beside its ID, in whatever form one keeps it.
template<class Text, class Flag = std::optional<bool>>
struct ToldValues
{
    using Texts = FieldValues<FieldSource::Text, Text>;
    using Flags = FieldValues<FieldSource::Flag, Flag>;

    Texts texts{};
    Flags flags{};

    const Text &text(BucketField field) const { return texts[field]; }
    Text &text(BucketField field) { return texts[field]; }
    const Flag &flag(BucketField field) const { return flags[field]; }
    Flag &flag(BucketField field) { return flags[field]; }

    friend bool operator==(const ToldValues &, const ToldValues &) = default;
};

} // namespace atlas
