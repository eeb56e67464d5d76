// SPDX-License-Identifier: Apache-2.0
#include "share/csvwriter.h"

#include "share/bucketcells.h"
#include "share/rowspace.h"

#include <algorithm>
#include <array>

namespace share {

namespace {

/// Semicolons and tabs need no quotes, but programs that guess the separator fall for them.
constexpr bool needsQuotes(char c)
{
    return static_cast<uchar>(c) < ' ' || c == '"' || c == ',' || c == ';';
}

bool beginsLikeFormula(QByteArrayView cell)
{
    const auto first = std::find_if(cell.begin(), cell.end(), [](char c) { return c != ' '; });
    const QByteArrayView text = cell.sliced(first - cell.begin());
    if (text.isEmpty())
        return false;
    switch (text.front()) {
    case '=':
    case '+':
    case '-':
    case '@':
    case '\t':
    case '\r':
    case '\n':
    case '\0':
        return true;
    case '\xef': // The full-width forms, which some input methods and programs take for the others.
        return text.startsWith("＝") || text.startsWith("＋") || text.startsWith("－")
            || text.startsWith("＠");
    default:
        return false;
    }
}

bool mayStandBare(QByteArrayView cell)
{
    return !cell.isEmpty() && cell.front() != ' ' && cell.back() != ' '
        && std::none_of(cell.begin(), cell.end(), needsQuotes);
}

void putCell(RowSpace &row, QByteArrayView cell)
{
    if (cell.isNull())
        return;
    const bool isFormula = beginsLikeFormula(cell);
    if (!isFormula && mayStandBare(cell)) {
        row.put(cell);
        return;
    }
    row.put('"');
    if (isFormula)
        row.put('\'');
    for (const char c : cell) {
        if (c == '"')
            row.put('"');
        row.put(c);
    }
    row.put('"');
}

void putLine(QByteArray &out, const BucketCells::Texts &cells, qsizetype size)
{
    // Around a cell: two quotes, an apostrophe and a comma. In it: each byte twice.
    constexpr qsizetype MostAround = 4;
    RowSpace row(out, 2 * size + MostAround * qsizetype(cells.size()) + 2);
    bool isFirst = true;
    for (const QByteArrayView cell : cells) {
        if (!isFirst)
            row.put(',');
        isFirst = false;
        putCell(row, cell);
    }
    row.put('\r');
    row.put('\n');
}

} // namespace

void CsvWriter::begin(QByteArray &out)
{
    if (m_mark == ByteOrderMark::With)
        out += "\xef\xbb\xbf";
    for (const QByteArrayView name : BucketCells::header()) {
        if (name != BucketCells::header().front())
            out += ',';
        out += name;
    }
    out += "\r\n";
}

void CsvWriter::row(const BucketRecord &record, QByteArray &out)
{
    const BucketCells cells(record);
    putLine(out, cells.texts(), cells.size());
}

void CsvWriter::end(QByteArray &) { }

} // namespace share
