// SPDX-License-Identifier: Apache-2.0
// Export buckets without any model of Qt's: as a program without a window has them.
#include "buckets/rows/bucketstore.h"
#include "buckets/rows/rowbatch.h"
#include "buckets/search/bucketmatcher.h"
#include "buckets/search/bucketorder.h"
#include "buckets/usage/bucketsinuse.h"
#include "buckets/usage/unknownuse.h"
#include "share/report/bucketrecords.h"

#include <QSignalSpy>
#include <QTest>

using namespace Qt::Literals::StringLiterals;
using atlas::BucketField;
using buckets::BucketOrder;
using buckets::BucketStore;

namespace {

atlas::ExportBucket bucket(int serial, const QString &name, const QString &provider = u"AWS"_s)
{
    atlas::ExportBucket made;
    made.id = *atlas::BucketId::fromHex(u"65f1a2b3%1"_s.arg(serial, 16, 16, QChar(u'0')));
    made.text(atlas::BucketField::Name) = name;
    made.text(atlas::BucketField::Provider) = provider;
    return made;
}

atlas::ProjectId project()
{
    return *atlas::ProjectId::fromHex(u"5f0000000000000000000001"_s);
}

void fill(BucketStore &store)
{
    store.nameProject(project(), u"Payments"_s);
    store.addBuckets(
        project(), {bucket(1, u"ledger"_s), bucket(2, u"old"_s, u"GCP"_s), bucket(3, u"audit"_s)});
}

} // namespace

class WithoutModelsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void tellsOnceOfWhatArrivesTogether();
    void filters();
    void sortsByEachColumn();
    void exportsWhatItWas();
    void countsUnknownUse();
};

void WithoutModelsTest::tellsOnceOfWhatArrivesTogether()
{
    BucketStore store;
    buckets::RowBatch arrivals(store);
    const QSignalSpy added(&store, &BucketStore::rowsAdded);
    const QSignalSpy flushed(&arrivals, &buckets::RowBatch::flushed);
    for (const int serial : {1, 2, 3})
        arrivals.add(store.packed(project(), QList{bucket(serial, u"b"_s)}));
    QCOMPARE(added.count(), 1);
    QTRY_COMPARE(flushed.count(), 2);
    QCOMPARE(added.count(), 2);
    QCOMPARE(added.at(1), (QVariantList{1, 2}));
}

void WithoutModelsTest::filters()
{
    BucketStore store;
    fill(store);
    const buckets::BucketsInUse use;
    buckets::LocalOffsets offsets;
    buckets::BucketMatcher matcher(store.rows(), use, buckets::BucketQuery(u"provider:aws pay"_s),
                                   buckets::BucketFieldSet().set(), offsets);
    matcher.update();
    QVERIFY(matcher.matches(0));
    QVERIFY(!matcher.matches(1));
    QVERIFY(matcher.matches(2));
}

void WithoutModelsTest::sortsByEachColumn()
{
    BucketStore store;
    fill(store);
    const buckets::BucketsInUse use;
    std::vector<int> rows{0, 1, 2};
    BucketOrder(store.rows(), use, BucketField::Id, Qt::DescendingOrder).sort(rows);
    QCOMPARE(rows, (std::vector<int>{2, 1, 0}));
    rows = {0, 1, 2};
    BucketOrder(store.rows(), use, BucketField::Name, Qt::AscendingOrder).sort(rows);
    QCOMPARE(rows, (std::vector<int>{2, 0, 1}));
    // Of whose use nothing is known, the rows keep their order.
    rows = {0, 1, 2};
    for (const BucketField column : {BucketField::UsedBy, BucketField::LastExport})
        BucketOrder(store.rows(), use, column, Qt::AscendingOrder).sort(rows);
    QCOMPARE(rows, (std::vector<int>{0, 1, 2}));
}

void WithoutModelsTest::exportsWhatItWas()
{
    BucketStore store;
    fill(store);
    const buckets::BucketsInUse use;
    const share::BucketRecords records(store.rows(), use, {2, 0});
    store.clear();
    QCOMPARE(records.count(), 2);
    QCOMPARE(records.at(0).text(atlas::BucketField::Name), QByteArrayView("audit"));
    QCOMPARE(records.at(1).projectName, QByteArrayView("Payments"));
    QVERIFY(!records.at(1).use);
}

void WithoutModelsTest::countsUnknownUse()
{
    BucketStore store;
    fill(store);
    const buckets::BucketsInUse use;
    QCOMPARE(use.isUsed(project(), store.idAt(0)), std::nullopt);
    QCOMPARE(use.userCount(project(), store.idAt(0)), std::nullopt);
    QVERIFY(!use.lastExport(project(), store.idAt(0)));
    const buckets::UnknownUse unknown = buckets::unknownUseIn(store.rows(), use);
    QCOMPARE(unknown.buckets, 3);
    QCOMPARE(unknown.projects, QList<atlas::ProjectId>{project()});
}

QTEST_GUILESS_MAIN(WithoutModelsTest)
#include "tst_withoutmodels.moc"
