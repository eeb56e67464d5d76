// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QHashFunctions>
#include <QString>

#include <compare>
#include <optional>

namespace atlas {

/// A cluster's name, which is also its address within a project: ASCII letters, digits and hyphens,
/// no hyphen first. Needs no escaping in a path. A value type; any thread.
class ClusterName
{
public:
    /// No name at all. No cluster has it.
    ClusterName() = default;

    /// Nothing if no cluster can be called so.
    static std::optional<ClusterName> fromString(const QString &text);

    QString toString() const { return m_text; }

    friend bool operator==(const ClusterName &, const ClusterName &) = default;
    /// By code points, not as people sort.
    friend std::strong_ordering operator<=>(const ClusterName &a, const ClusterName &b)
    {
        return a.m_text.compare(b.m_text) <=> 0;
    }
    friend size_t qHash(const ClusterName &name, size_t seed = 0) noexcept
    {
        return qHash(name.m_text, seed);
    }

private:
    explicit ClusterName(const QString &text) : m_text(text) { }

    QString m_text;
};

} // namespace atlas
