// SPDX-License-Identifier: Apache-2.0
#include "share/report/exportformat.h"

#include "share/report/jsonwriter.h"
#include "share/report/markdownwriter.h"

#include <array>

using namespace Qt::Literals::StringLiterals;

namespace share {

namespace {

std::unique_ptr<BucketWriter> makeCsv(CsvWriter::ByteOrderMark mark, const ExportScope & /*scope*/)
{
    return std::make_unique<CsvWriter>(mark);
}

template<class Writer>
std::unique_ptr<BucketWriter> makeTelling(CsvWriter::ByteOrderMark /*mark*/,
                                          const ExportScope &scope)
{
    return std::make_unique<Writer>(scope);
}

constexpr std::array formatTable{
    ExportFormatRow{ExportFormat::Csv, "csv"_L1, "CSV"_L1, makeCsv, false, true},
    ExportFormatRow{ExportFormat::Json, "json"_L1, "JSON"_L1, makeTelling<JsonWriter>},
    ExportFormatRow{ExportFormat::Markdown, "md"_L1, "Markdown"_L1, makeTelling<MarkdownWriter>},
};

} // namespace

std::span<const ExportFormatRow> exportFormats()
{
    return formatTable;
}

const ExportFormatRow &rowOf(ExportFormat format)
{
    const ExportFormatRow &row = formatTable.at(static_cast<std::size_t>(format));
    Q_ASSERT(row.format == format);
    return row;
}

} // namespace share
