// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/bucketsortfiltermodel.h"

#include <QElapsedTimer>
#include <QObject>
#include <QPointer>
#include <QTimer>

#include <chrono>

namespace buckets {
class RowWork;
} // namespace buckets

namespace models {

/// Has a RowWork done with the rows of a table of export buckets, and again when they change: not
/// more than twice a second, and slice by slice, so that a million rows never keep the event loop.
class RowPass : public QObject
{
    Q_OBJECT

public:
    /// `work` must outlive this.
    explicit RowPass(buckets::RowWork &work, QObject *parent = nullptr);

    /// The rows that a BucketSortFilterModel shows, or all of a BucketTableModel; nullptr for none.
    /// `rows` must outlive this, or be taken away before.
    void setRows(QAbstractItemModel *rows);
    /// Nothing is done as long as nobody looks, as at first.
    void setActive(bool active);
    /// Does it anew, as soon as somebody looks.
    void refresh();

    /// Whose rows they are; nullptr if there are none.
    const BucketTableModel *source() const { return m_source; }
    /// Whether what was found last is of the rows as they are.
    bool isUpToDate() const { return !m_isDirty && !m_slices.isActive(); }

private:
    void followRows();
    void noteChange();
    void forgetRows();
    void start();
    void doSlice();
    std::vector<int> currentRows() const;
    std::chrono::milliseconds delay() const;

    buckets::RowWork &m_work;
    QPointer<QAbstractItemModel> m_rows;
    QPointer<const BucketTableModel> m_source;
    bool m_isActive = false;
    bool m_isDirty = false;
    QTimer m_wait;
    QTimer m_slices;
    /// Since the last pass began, and since it ended.
    QElapsedTimer m_sinceBegin;
    QElapsedTimer m_sinceEnd;
    std::chrono::milliseconds m_interval;
};

} // namespace models
