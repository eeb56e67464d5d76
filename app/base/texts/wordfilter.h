// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QString>
#include <QStringList>

namespace base {

/// A filter text: words that all must occur, in any order, in any case and in any
/// Unicode form.
class WordFilter
{
public:
    /// Lets everything through.
    WordFilter() = default;
    explicit WordFilter(const QString &text);

    bool isEmpty() const { return m_words.isEmpty(); }
    /// Whether each word occurs in one of `texts`.
    bool matches(const QStringList &texts) const;

private:
    QStringList m_words;
};

} // namespace base
