// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "share/bucketwriter.h"
#include "share/csvwriter.h"
#include "share/exportscope.h"

#include <QString>

#include <memory>

namespace share {

/// In what format rows are written to a file.
enum class ExportFormat : quint8 { Csv, Json, Markdown };

/// What a file of this format is called after its last dot: `csv`, `json`, `md`.
QString suffixOf(ExportFormat format);

/// A writer of the format. CSV alone may have a byte order mark, and has no place to tell `scope`.
std::unique_ptr<BucketWriter> makeWriter(ExportFormat format, CsvWriter::ByteOrderMark mark,
                                         const ExportScope &scope);

} // namespace share
