// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "atlas/values/objectid.h"

#include <QByteArray>

namespace buckets {

/// Whether the 24 digits of an ID contain a word, found without writing them out.
class IdMatcher
{
public:
    explicit IdMatcher(const QByteArray &word);

    /// Whether any ID can have it: it is made of 1 to 24 of the digits `0-9a-f`.
    bool isPossible() const { return m_isPossible; }
    bool matches(const atlas::ObjectId &id) const;

private:
    QByteArray m_word;
    bool m_isPossible;
    /// Up to eight digits of the word as a number, as many ones as it has bits, and how many places
    /// it has among sixteen digits.
    quint64 m_value = 0;
    quint64 m_mask = 0;
    int m_places = 0;
};

} // namespace buckets
