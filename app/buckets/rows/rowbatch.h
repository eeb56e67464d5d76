// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "buckets/rows/bucketrow.h"

#include <QElapsedTimer>
#include <QList>
#include <QObject>
#include <QTimer>

namespace buckets {

class BucketStore;

/// Puts what arrives into a store a few times a second, and not page by page: each change of the
/// rows has the window painted anew, which takes longer than reading a page.
class RowBatch : public QObject
{
    Q_OBJECT

public:
    /// `store` must outlive this.
    explicit RowBatch(BucketStore &store, QObject *parent = nullptr);

    /// Rows as that store has packed them. The first of a while are put in at once.
    void add(const QList<BucketRow> &rows);
    /// Has flushed() come soon, whether or not anything waits.
    void schedule();
    /// Puts in what waits.
    void flush();
    /// Drops what waits.
    void clear();

Q_SIGNALS:
    /// What has waited is in the store.
    void flushed();

private:
    BucketStore &m_store;
    QList<BucketRow> m_waiting;
    QElapsedTimer m_sinceFlush;
    QTimer m_timer;
};

} // namespace buckets
