// SPDX-License-Identifier: Apache-2.0
#include "share/csvwriter.h"

#include "share/bucketcells.h"
#include "share/bytescan.h"
#include "share/rowspace.h"

#include <algorithm>

namespace share {

namespace {

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

/// Semicolons and tabs would do without quotes, but programs that guess the separator fall for
/// them.
bool mayStandBare(QByteArrayView cell)
{
    return !cell.isEmpty() && cell.front() != ' ' && cell.back() != ' '
        && !hasSpecial<'"', ',', ';'>(cell);
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
    // Around a cell: two quotes, an apostrophe and a comma. In it: each byte twice.
    constexpr qsizetype MostAround = 4;
    const BucketCells cells(record);
    RowSpace row(out, 2 * cells.mostBytes() + MostAround * qsizetype(BucketCells::Count) + 2);
    for (std::size_t column = 0; column < BucketCells::Count; ++column) {
        if (column > 0)
            row.put(',');
        if (BucketCells::isMadeHere(column))
            row.put(cells.texts()[column]);
        else
            putCell(row, cells.texts()[column]);
    }
    row.put("\r\n");
}

void CsvWriter::end(QByteArray &) { }

} // namespace share
