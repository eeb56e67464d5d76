// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "share/report/bucketrecordsource.h"

#include <QByteArray>
#include <QList>

#include <optional>

namespace testsupport {

/// A row that owns its texts; a null text is one that Atlas left out.
struct RecordRow : atlas::ToldValues<QByteArray>
{
    atlas::ProjectId project;
    QByteArray projectName;
    atlas::BucketId id;
    /// A JSON object.
    QByteArray unknownFields;
    std::optional<share::BucketUse> use{};

    share::BucketRecord record() const;
};

/// Rows to export.
class RecordList : public share::BucketRecordSource
{
public:
    explicit RecordList(const QList<RecordRow> &rows) : m_rows(rows) { }

    int count() const override { return static_cast<int>(m_rows.size()); }
    share::BucketRecord at(int row) const override { return m_rows[row].record(); }

    /// Rows as organisations have them, of all three providers; each ID is another.
    static QList<RecordRow> made(int count);

private:
    QList<RecordRow> m_rows;
};

} // namespace testsupport
