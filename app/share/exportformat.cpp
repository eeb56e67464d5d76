// SPDX-License-Identifier: Apache-2.0
#include "share/exportformat.h"

#include "share/jsonwriter.h"
#include "share/markdownwriter.h"

using namespace Qt::Literals::StringLiterals;

namespace share {

QString suffixOf(ExportFormat format)
{
    switch (format) {
    case ExportFormat::Csv:
        return u"csv"_s;
    case ExportFormat::Json:
        return u"json"_s;
    case ExportFormat::Markdown:
        return u"md"_s;
    }
    Q_UNREACHABLE();
}

std::unique_ptr<BucketWriter> makeWriter(ExportFormat format, CsvWriter::ByteOrderMark mark,
                                         const ExportScope &scope)
{
    switch (format) {
    case ExportFormat::Csv:
        return std::make_unique<CsvWriter>(mark);
    case ExportFormat::Json:
        return std::make_unique<JsonWriter>(scope);
    case ExportFormat::Markdown:
        return std::make_unique<MarkdownWriter>(scope);
    }
    Q_UNREACHABLE();
}

} // namespace share
