// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "atlas/exportbucket.h"
#include "browse/textpool.h"

#include <QHash>
#include <QJsonObject>
#include <QList>

#include <vector>

namespace browse {

/// Export buckets, kept compactly: IDs as 12 bytes, texts once. A page and a million rows alike.
class BucketRows
{
public:
    int size() const { return static_cast<int>(m_rows.size()); }
    bool isEmpty() const { return m_rows.empty(); }

    /// `row` must be in [0, size()).
    atlas::ExportBucket at(int row) const;
    /// As at(row).id, without making the rest.
    atlas::BucketId idAt(int row) const { return m_rows[static_cast<std::size_t>(row)].id; }

    void append(const atlas::ExportBucket &bucket);
    /// Puts `bucket` in the place of `row`.
    void replace(int row, const atlas::ExportBucket &bucket);
    void clear();

    /// Whether these rows are of the same buckets in the same order.
    bool haveSameIds(const QList<atlas::ExportBucket> &buckets) const;

private:
    enum class Answer : quint8 { None, No, Yes };

    struct Row
    {
        atlas::BucketId id;
        TextPool::Index name = TextPool::None;
        TextPool::Index provider = TextPool::None;
        TextPool::Index roleId = TextPool::None;
        TextPool::Index region = TextPool::None;
        TextPool::Index serviceUrl = TextPool::None;
        TextPool::Index tenantId = TextPool::None;
        Answer privateNetworking = Answer::None;
    };

    Row pack(const atlas::ExportBucket &bucket);

    std::vector<Row> m_rows;
    TextPool m_texts;
    /// Of the few rows that have any.
    QHash<atlas::BucketId, QJsonObject> m_unknownFields;
};

} // namespace browse
