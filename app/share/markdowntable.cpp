// SPDX-License-Identifier: Apache-2.0
#include "share/markdowntable.h"

#include "share/markdowncell.h"

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

QString markdownTable(const QStringList &header, const QList<QStringList> &rows)
{
    if (header.isEmpty())
        return {};
    const QStringList names = escapedRow(header);
    QList<qsizetype> widths;
    widen(widths, names);
    QList<QStringList> cells;
    for (const QStringList &row : rows) {
        cells.append(escapedRow(row));
        widen(widths, cells.constLast());
    }
    QString table = tableLine(names, widths) + delimiterLine(widths);
    for (const QStringList &row : std::as_const(cells))
        table += tableLine(row, widths);
    return table;
}

} // namespace share
