// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "share/report/bucketwriter.h"
#include "share/report/exportscope.h"

namespace share {

/// A JSON object that says what its rows are, and in it the list `buckets` with an object a line:
/// `projectId`, `projectName`, `bucket` with its fields named as Atlas names them, `registeredAt`,
/// `usedBy`, `lastExport` and `lastSuccessfulExport`; null stands for what is not known. Fields of
/// a bucket that this program does not know are in it, too; what Atlas left out is not.
class JsonWriter : public BucketWriter
{
public:
    explicit JsonWriter(const ExportScope &scope) : m_scope(scope) { }

    void begin(QByteArray &out) override;
    void row(const BucketRecord &record, QByteArray &out) override;
    void end(QByteArray &out) override;

private:
    ExportScope m_scope;
    bool m_hasRows = false;
};

} // namespace share
