// SPDX-License-Identifier: Apache-2.0
#include "share/markdowntable.h"

#include <QRegularExpression>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace share {

namespace {

/// Markdown wants at least three hyphens below a header.
constexpr qsizetype NarrowestColumn = 3;

QString markdownEscaped(const QString &cell)
{
    static const QRegularExpression lineBreak(
        u"\\r\\n|[\\n\\r\\t\\v\\f\\x{85}\\x{2028}\\x{2029}]"_s);
    static const QRegularExpression special(u"([\\\\`*_\\[\\]<>|~&$])"_s);
    QString text = cell;
    text.replace(QChar::Null, QChar::ReplacementCharacter);
    text.replace(lineBreak, u" "_s);
    return text.replace(special, u"\\\\1"_s);
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
