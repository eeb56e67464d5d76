// SPDX-License-Identifier: Apache-2.0
#include "share/report/markdowntable.h"

#include "share/report/markdowncell.h"

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace share {

namespace {

/// Markdown wants at least three hyphens below a header.
constexpr qsizetype NarrowestColumn = 3;

QString markdownEscaped(const QString &cell)
{
    QByteArray escaped;
    appendMarkdownCell(escaped, cell.toUtf8());
    return QString::fromUtf8(escaped);
}

/// In code points: a surrogate pair is one character.
qsizetype widthOf(const QString &cell)
{
    return cell.size()
        - std::count_if(cell.begin(), cell.end(), [](QChar c) { return c.isLowSurrogate(); });
}

QString padded(const QString &cell, qsizetype width)
{
    return cell + QString(std::max<qsizetype>(0, width - widthOf(cell)), u' ');
}

QStringList escapedRow(const QStringList &cells)
{
    QStringList row;
    for (const QString &cell : cells)
        row.append(markdownEscaped(cell));
    return row;
}

void widen(QList<qsizetype> &widths, const QStringList &row)
{
    widths.resize(std::max(widths.size(), row.size()), NarrowestColumn);
    for (qsizetype column = 0; column < row.size(); ++column)
        widths[column] = std::max(widths[column], widthOf(row[column]));
}

QString tableLine(const QStringList &row, const QList<qsizetype> &widths)
{
    QString line = u"|"_s;
    for (qsizetype column = 0; column < widths.size(); ++column)
        line += u' ' + padded(row.value(column), widths[column]) + " |"_L1;
    return line + u'\n';
}

QString delimiterLine(const QList<qsizetype> &widths)
{
    QStringList hyphens;
    for (const qsizetype width : widths)
        hyphens.append(QString(width, u'-'));
    return tableLine(hyphens, widths);
}

} // namespace

MarkdownTable::MarkdownTable(const QStringList &header) : m_header(escapedRow(header))
{
    widen(m_widths, m_header);
}

void MarkdownTable::addRow(const QStringList &cells)
{
    m_rows.append(escapedRow(cells));
    widen(m_widths, m_rows.constLast());
}

QString MarkdownTable::text() const
{
    if (m_header.isEmpty())
        return {};
    QString table = tableLine(m_header, m_widths) + delimiterLine(m_widths);
    for (const QStringList &row : m_rows)
        table += tableLine(row, m_widths);
    return table;
}

QString markdownTable(const QStringList &header, const QList<QStringList> &rows)
{
    MarkdownTable table(header);
    for (const QStringList &row : rows)
        table.addRow(row);
    return table.text();
}

} // namespace share
