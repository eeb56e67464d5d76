// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "share/bucketwriter.h"

namespace share {

/// A table in GitHub's Markdown. Columns are not aligned in the source, for it is written before
/// its last row is known.
class MarkdownWriter : public BucketWriter
{
public:
    void begin(QByteArray &out) override;
    void row(const BucketRecord &record, QByteArray &out) override;
    void end(QByteArray &out) override;
};

} // namespace share
