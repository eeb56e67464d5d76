// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QHash>
#include <QList>
#include <QString>

#include <optional>

namespace browse {

/// Keeps each text once and hands out numbers for it. Thousands of registrations share a few
/// names and roles.
class TextPool
{
public:
    using Index = quint32;
    /// Stands for a text that is not there at all, which is not the same as an empty one.
    static constexpr Index None = 0;

    TextPool();

    Index add(const QString &text);
    /// None for nothing.
    Index add(const std::optional<QString> &text);

    /// The text behind `index`; a null string for None. `index` must come from add().
    QString text(Index index) const { return m_texts[index]; }
    /// Nothing for None.
    std::optional<QString> optionalText(Index index) const;

    void clear();

private:
    QList<QString> m_texts;
    QHash<QString, Index> m_indexes;
};

} // namespace browse
