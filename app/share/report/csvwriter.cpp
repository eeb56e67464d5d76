// SPDX-License-Identifier: Apache-2.0
#include "share/report/csvwriter.h"

#include "atlas/values/utf8.h"
#include "base/texts/bytescan.h"
#include "base/texts/hiddentext.h"
#include "share/report/formulaguard.h"
#include "share/report/rowspace.h"

#include <algorithm>

namespace share {

namespace {

/// Semicolons and tabs would do without quotes, but programs that guess the separator fall for
/// them.
bool mayStandBare(QByteArrayView cell)
{
    return !cell.isEmpty() && cell.front() != ' ' && cell.back() != ' '
        && !base::hasSpecial<'"', ',', ';'>(cell);
}

void putCell(RowSpace &row, QByteArrayView cell, bool isFormula)
{
    if (cell.isNull())
        return;
    if (!isFormula && mayStandBare(cell)) {
        row.put(cell);
        return;
    }
    row.put('"');
    if (isFormula)
        row.put(FormulaGuard);
    for (const char c : cell) {
        if (c == '"')
            row.put('"');
        row.put(c);
    }
    row.put('"');
}

/// What Atlas wrote, with escapes for what hides. Nothing is copied unless something may.
class WrittenCells
{
public:
    WrittenCells(const BucketCells &cells, CsvWriter::EscapedCells &known) : m_texts(cells.texts())
    {
        for (std::size_t column = 0; column < BucketCells::Count; ++column) {
            if (!BucketCells::isMadeHere(column) && base::mayNeedEscapes(m_texts[column]))
                m_texts[column] = written(m_texts[column], known[column]);
            m_size += m_texts[column].size();
        }
    }
    Q_DISABLE_COPY_MOVE(WrittenCells)

    QByteArrayView operator[](std::size_t column) const { return m_texts[column]; }
    /// In bytes, of all together.
    qsizetype size() const { return m_size; }

private:
    static QByteArrayView written(QByteArrayView text, CsvWriter::Escaped &known)
    {
        if (known.text != text) {
            known.text = text.toByteArray();
            known.written =
                base::withEscapes(atlas::textOfUtf8(text), base::Hiding::Harmful).toUtf8();
        }
        return known.written;
    }

    BucketCells::Texts m_texts;
    qsizetype m_size = 0;
};

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
    const WrittenCells written(cells, m_escaped);
    RowSpace row(out, 2 * written.size() + MostAround * qsizetype(BucketCells::Count) + 2);
    for (std::size_t column = 0; column < BucketCells::Count; ++column) {
        if (column > 0)
            row.put(',');
        if (BucketCells::isMadeHere(column))
            row.put(written[column]);
        else
            putCell(row, written[column], beginsLikeFormula(cells.texts()[column]));
    }
    row.put("\r\n");
}

void CsvWriter::end(QByteArray &) { }

} // namespace share
