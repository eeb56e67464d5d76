// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "buckets/rows/bucketstore.h"
#include "buckets/usage/bucketsinuse.h"
#include "models/bucketsortfiltermodel.h"
#include "models/buckettablemodel.h"

#include <QAbstractItemModelTester>
#include <QObject>

#include <memory>

/// What the tests of the filtered and sorted table have in common: the table, the one that it takes
/// its rows from, and made-up buckets.
class SortFilterTest : public QObject
{
    Q_OBJECT

protected:
    using Buckets = QList<atlas::ExportBucket>;

    static atlas::ProjectId project(int number);
    static atlas::BucketId id(int serial);
    static atlas::ExportBucket named(int serial, const QString &name);

    buckets::BucketStore &source() const { return *m_source; }
    models::BucketTableModel &table() const { return *m_table; }
    models::BucketSortFilterModel &model() const { return *m_model; }

private Q_SLOTS:
    void init();
    void cleanup();

private:
    buckets::BucketsInUse m_use;
    std::unique_ptr<buckets::BucketStore> m_source;
    std::unique_ptr<models::BucketTableModel> m_table;
    std::unique_ptr<models::BucketSortFilterModel> m_model;
    std::unique_ptr<QAbstractItemModelTester> m_tester;
};
