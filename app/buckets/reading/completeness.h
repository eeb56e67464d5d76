// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QFlags>

namespace buckets {

/// Why a list is not all that there is.
enum class Gap {
    /// It has not been read to its end yet.
    Unread = 1,
    /// Its reading was ended before that.
    Stopped = 2,
    /// Some of it could not be read.
    Failed = 4,
    /// It changed all the while it was read.
    Shifting = 8,
    /// Some of its entries were not what Atlas documents, and are left out.
    LeftOut = 16,
    /// It is one page of several.
    OtherPages = 32,
};

/// Whether a list is all that there is, and if not, why. Whoever counts a list, shows it or writes
/// it down asks for this, so that a part is never called the whole.
class Completeness
{
public:
    /// Of a list that has not been read.
    Completeness() : m_gaps(Gap::Unread) { }

    static Completeness whole() { return Completeness(QFlags<Gap>()); }
    static Completeness lacking(Gap gap) { return Completeness(QFlags<Gap>(gap)); }

    bool isWhole() const { return !m_gaps; }
    bool lacks(Gap gap) const { return m_gaps.testFlag(gap); }

    /// Notes one more reason.
    void add(Gap gap) { m_gaps.setFlag(gap); }
    /// Of two lists taken together.
    Completeness operator|(Completeness other) const { return Completeness(m_gaps | other.m_gaps); }

    friend bool operator==(const Completeness &, const Completeness &) = default;

private:
    explicit Completeness(QFlags<Gap> gaps) : m_gaps(gaps) { }

    QFlags<Gap> m_gaps;
};

} // namespace buckets
