// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "share/bucketwriter.h"

namespace share {

/// A JSON list with an object a line, its fields named as Atlas names them, and `groupId` and
/// `projectName` before them. Fields that this program does not know are in it, too; what Atlas
/// left out is not.
class JsonWriter : public BucketWriter
{
public:
    void begin(QByteArray &out) override;
    void row(const BucketRecord &record, QByteArray &out) override;
    void end(QByteArray &out) override;

private:
    bool m_hasRows = false;
};

} // namespace share
