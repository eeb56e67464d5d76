// SPDX-License-Identifier: Apache-2.0
#include "share/report/markdownwriter.h"

#include "share/report/bucketcells.h"
#include "share/report/markdowncell.h"

#include <QCoreApplication>

namespace share {

namespace {

void appendLine(QByteArray &out, const BucketCells::Texts &cells)
{
    out += '|';
    for (const QByteArrayView cell : cells) {
        out += ' ';
        appendMarkdownCell(out, cell);
        out += " |";
    }
    out += '\n';
}

void appendParagraph(QByteArray &out, const QString &text)
{
    appendMarkdownCell(out, text.toUtf8());
    out += "\n\n";
}

} // namespace

void MarkdownWriter::begin(QByteArray &out)
{
    if (!m_scope.isComplete())
        appendParagraph(out, m_scope.missing);
    if (!m_scope.filter.isEmpty())
        appendParagraph(out,
                        QCoreApplication::translate("share", "Filter: %1").arg(m_scope.filter));
    appendLine(out, BucketCells::header());
    out += '|';
    for (std::size_t column = 0; column < BucketCells::Count; ++column)
        out += " --- |";
    out += '\n';
}

void MarkdownWriter::row(const BucketRecord &record, QByteArray &out)
{
    const BucketCells cells(record);
    appendLine(out, cells.texts());
}

void MarkdownWriter::end(QByteArray &) { }

} // namespace share
