// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "atlas/values/bucketfield.h"
#include "buckets/rows/bucketcellkind.h"
#include "buckets/rows/bucketrows.h"

#include <QCoreApplication>
#include <QVariant>

namespace buckets {

/// What a table shows of one field of a bucket. Of the columns that are about a bucket's use, see
/// UsageCell.
class BucketCell
{
    Q_DECLARE_TR_FUNCTIONS(buckets::BucketCell)

public:
    /// `rows` must outlive this and `row` be in it.
    BucketCell(const BucketRows &rows, int row, atlas::BucketField column, bool isPending = false)
        : m_rows(rows), m_row(row), m_column(column), m_isPending(isPending)
    { }

    BucketCellKind kind() const;
    /// Text as Atlas wrote it, a time, a truth value; nothing if absent.
    QVariant value() const;
    /// The whole text, be it as long as it wants.
    QString text() const;
    /// What a screen reader says: the text, or words for its absence.
    QString spokenText() const;
    /// What there is to say beside the text; nothing, most often.
    QVariant toolTip() const;
    atlas::CloudProvider provider() const;

private:
    bool hasValue() const;
    QString absenceText() const;
    QString valueText() const;

    const BucketRows &m_rows;
    int m_row;
    atlas::BucketField m_column;
    bool m_isPending;
};

} // namespace buckets
