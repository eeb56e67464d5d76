// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "share/report/bucketcells.h"
#include "share/report/bucketwriter.h"

#include <QByteArray>

#include <array>

namespace share {

/// Comma-separated values as of RFC 4180, in UTF-8, with a header and lines that end in CR LF.
///
/// A cell that a spreadsheet might take for a formula is written with an apostrophe before it, see
/// beginsLikeFormula(). What hides is an escape, as in a table on screen: `\n`, `\u202E`; then, or
/// where a text has what looks like one, each backslash is written twice. What Atlas left out is
/// nothing between commas, an empty text is `""`.
class CsvWriter : public BucketWriter
{
public:
    /// Excel takes a file without the mark for one in the system's old encoding.
    enum class ByteOrderMark : quint8 { Without, With };

    explicit CsvWriter(ByteOrderMark mark) : m_mark(mark) { }

    void begin(QByteArray &out) override;
    void row(const BucketRecord &record, QByteArray &out) override;
    void end(QByteArray &out) override;

    /// A text, and what is written for it.
    struct Escaped
    {
        QByteArray text{};
        QByteArray written{};
    };
    /// The last in each column that was looked at closely: often the next row has the same.
    using EscapedCells = std::array<Escaped, BucketCells::Count>;

private:
    ByteOrderMark m_mark;
    EscapedCells m_escaped;
};

} // namespace share
