// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "share/report/bucketwriter.h"
#include "share/report/csvwriter.h"
#include "share/report/exportscope.h"

#include <QString>

#include <memory>
#include <span>

namespace share {

/// In what format rows are written to a file.
enum class ExportFormat : quint8 { Csv, Json, Markdown };

/// All there is to know of a format.
struct ExportFormatRow
{
    ExportFormat format = ExportFormat::Csv;
    /// What a file of it is called after its last dot.
    QLatin1StringView suffix;
    /// What a list calls it, in every language.
    QLatin1StringView name;
    std::unique_ptr<BucketWriter> (*makeWriter)(CsvWriter::ByteOrderMark mark,
                                                const ExportScope &scope) = nullptr;
    /// Whether its files tell the scope, so that they say of themselves when rows are missing.
    bool tellsScope = true;
    /// Whether its files may have a byte order mark.
    bool mayHaveByteOrderMark = false;
};

/// A row a format, in the order of lists and of the enumeration.
std::span<const ExportFormatRow> exportFormats();

/// The row of a format.
const ExportFormatRow &rowOf(ExportFormat format);

/// What a file of this format is called after its last dot: `csv`, `json`, `md`.
inline QString suffixOf(ExportFormat format)
{
    return rowOf(format).suffix;
}

/// A writer of the format. Only one that may have a byte order mark heeds `mark`, and only one that
/// tells the scope heeds `scope`.
inline std::unique_ptr<BucketWriter> makeWriter(ExportFormat format, CsvWriter::ByteOrderMark mark,
                                                const ExportScope &scope)
{
    return rowOf(format).makeWriter(mark, scope);
}

} // namespace share
