// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "share/report/bucketwriter.h"
#include "share/report/exportscope.h"

namespace share {

/// A table in GitHub's Markdown; above it, what is missing in it and which filter its rows have
/// passed. Columns are not aligned in the source, for it is written before
/// its last row is known.
class MarkdownWriter : public BucketWriter
{
public:
    explicit MarkdownWriter(const ExportScope &scope) : m_scope(scope) { }

    void begin(QByteArray &out) override;
    void row(const BucketRecord &record, QByteArray &out) override;
    void end(QByteArray &out) override;

private:
    ExportScope m_scope;
};

} // namespace share
