// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QList>
#include <QStringList>

namespace share {

/// A table in GitHub's Markdown, as wide as its widest row, with columns that are aligned in the
/// source, too. Each cell shows as the text it is, whatever Markdown makes of its characters; line
/// breaks in it become spaces.
class MarkdownTable
{
public:
    /// Without a header, text() is empty.
    explicit MarkdownTable(const QStringList &header = {});

    void addRow(const QStringList &cells);
    QString text() const;

private:
    QStringList m_header;
    QList<QStringList> m_rows;
    /// In characters.
    QList<qsizetype> m_widths;
};

/// The same, of rows that are all there.
QString markdownTable(const QStringList &header, const QList<QStringList> &rows);

} // namespace share
