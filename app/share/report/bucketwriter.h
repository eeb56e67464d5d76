// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "share/report/bucketrecord.h"

#include <QByteArray>

namespace share {

/// A format that rows are written in, piece by piece: begin(), row() for each row, end(). Each call
/// appends to `out`, which may be emptied in between.
class BucketWriter
{
public:
    BucketWriter() = default;
    virtual ~BucketWriter() = default;
    Q_DISABLE_COPY_MOVE(BucketWriter)

    virtual void begin(QByteArray &out) = 0;
    virtual void row(const BucketRecord &record, QByteArray &out) = 0;
    virtual void end(QByteArray &out) = 0;
};

} // namespace share
