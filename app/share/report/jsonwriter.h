// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "share/report/bucketwriter.h"
#include "share/report/exportscope.h"

namespace share {

/// Appends a row as a JSON object, in one line: as JsonWriter does.
void appendJsonRow(const BucketRecord &record, QByteArray &out);

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

/// A JSON object a line for each row, as JsonWriter's, and nothing else: of any number of rows,
/// none has to wait for another.
class JsonLinesWriter : public BucketWriter
{
public:
    void begin(QByteArray & /*out*/) override { }
    void row(const BucketRecord &record, QByteArray &out) override
    {
        appendJsonRow(record, out);
        out += '\n';
    }
    void end(QByteArray & /*out*/) override { }
};

} // namespace share
