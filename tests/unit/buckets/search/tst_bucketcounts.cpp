// SPDX-License-Identifier: Apache-2.0
#include "buckets/rows/bucketstore.h"
#include "buckets/usage/bucketsinuse.h"
#include "models/bucketcountmodel.h"
#include "models/bucketcounts.h"
#include "models/bucketsortfiltermodel.h"
#include "models/buckettablemodel.h"
#include "models/roles.h"

#include <QAbstractItemModelTester>
#include <QLocale>
#include <QSignalSpy>
#include <QTest>

using namespace Qt::Literals::StringLiterals;
using buckets::BucketCount;
using buckets::BucketDimension;
using buckets::BucketStore;
using models::BucketCountModel;
using models::BucketCounts;
using models::BucketSortFilterModel;
using models::BucketTableModel;

namespace {

constexpr quint64 Projects = 3;

atlas::ProjectId project(quint64 serial)
{
    return *atlas::ProjectId::fromHex(u"5f000000%1"_s.arg(serial, 16, 16, QChar(u'0')));
}

atlas::ExportBucket bucket(quint64 serial, const QString &provider)
{
    atlas::ExportBucket made;
    made.id = *atlas::BucketId::fromHex(u"65f1a2b3%1"_s.arg(serial, 16, 16, QChar(u'0')));
    made.text(atlas::BucketField::Name) = u"ledger"_s;
    made.text(atlas::BucketField::Provider) = provider;
    return made;
}

atlas::ExportBucket inRegion(atlas::ExportBucket bucket, const QString &region)
{
    bucket.text(atlas::BucketField::Region) = region;
    return bucket;
}

atlas::ExportBucket withPrivateNetworking(atlas::ExportBucket bucket, bool isRequired)
{
    bucket.flag(atlas::BucketField::PrivateNetworking) = isRequired;
    return bucket;
}

/// `label count term` for each.
QStringList written(const QList<BucketCount> &counts)
{
    QStringList lines;
    for (const BucketCount &count : counts)
        lines.append(
            u"%1 %2 %3"_s.arg(count.label, QString::number(count.count), count.term).trimmed());
    return lines;
}

QList<BucketCount> manyCounts(int size)
{
    QList<BucketCount> counts;
    for (int i = 0; i < size; ++i)
        counts.append({u"project %1"_s.arg(i), u"project:=%1"_s.arg(i), size - i, {}});
    return counts;
}

} // namespace

class BucketCountsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void counts();
    void findsWithATermWhatItCounted();
    void countsWhatAFilterShows();
    void followsRows();
    void waitsUntilSomebodyLooks();
    void survivesAResetWhileCounting();
    void tellsOfNothing();
    void showsTheLargestAsBars();
    void keepsBarsInPlace();

private:
    void waitUntilUpToDate() const { QTRY_VERIFY(m_counts->isUpToDate()); }

    buckets::BucketsInUse m_use;
    std::unique_ptr<BucketStore> m_store;
    std::unique_ptr<BucketTableModel> m_model;
    std::unique_ptr<BucketCounts> m_counts;
};

void BucketCountsTest::init()
{
    QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedStates));
    m_counts.reset();
    m_store = std::make_unique<BucketStore>();
    m_model = std::make_unique<BucketTableModel>(*m_store, m_use);
    m_store->nameProject(project(1), u"Payments – prod"_s);
    m_store->nameProject(project(2), u"Search"_s);
    m_store->addBuckets(
        project(1),
        {inRegion(withPrivateNetworking(bucket(1, u"AWS"_s), true), u"us-east-1"_s),
         inRegion(withPrivateNetworking(bucket(2, u"AWS"_s), false), u"us-east-1"_s),
         withPrivateNetworking(bucket(3, u"AWS"_s), false), bucket(4, u"GCP"_s)});
    m_store->addBuckets(project(2), {bucket(5, u"AZURE"_s), bucket(6, u"OCI two"_s)});
    m_store->addBuckets(project(Projects), {inRegion(bucket(7, u"GCP"_s), u"eu\nwest"_s)});
    m_counts = std::make_unique<BucketCounts>();
    m_counts->setRows(m_model.get());
    m_counts->setActive(true);
    waitUntilUpToDate();
}

void BucketCountsTest::counts()
{
    QCOMPARE(m_counts->total(), 7);
    QCOMPARE(written(m_counts->counts(BucketDimension::Provider)),
             QStringList({u"AWS 3 provider:aws"_s, u"Google Cloud 2 provider:gcp"_s,
                          u"Azure 1 provider:azure"_s, u"OCI two 1 provider:=\"OCI two\""_s}));
    QCOMPARE(written(m_counts->counts(BucketDimension::Region)),
             QStringList({u"No region 3"_s, u"us-east-1 2 region:=us-east-1"_s,
                          u"eu\\nwest 1 region:=\"eu\nwest\""_s, u"Not loaded 1"_s}));
    QCOMPARE(written(m_counts->counts(BucketDimension::PrivateNetworking)),
             QStringList({u"Not specified 4"_s, u"Not required 2 private:\"Not required\""_s,
                          u"Required 1 private:Required"_s}));
    QCOMPARE(written(m_counts->counts(BucketDimension::Project)),
             QStringList({u"Payments – prod 4 project:=\"Payments – prod\""_s,
                          u"Search 2 project:=Search"_s, u"5f0000000000000000000003 1"_s}));
    QCOMPARE(written(m_counts->counts(BucketDimension::Exports)),
             QStringList{u"Not loaded 7 export:unread"_s});
    QCOMPARE(m_counts->counts(BucketDimension::Provider).first().provider,
             atlas::CloudProvider::Kind::Aws);
    QVERIFY(!m_counts->counts(BucketDimension::Region).first().provider);
}

void BucketCountsTest::findsWithATermWhatItCounted()
{
    // Names that contain another one, and what the filter language cannot quote.
    m_store->nameProject(project(Projects), u"Search 2"_s);
    m_store->nameProject(project(4), u"=odd"_s);
    m_store->addBuckets(project(4), {bucket(8, u"AWS"_s), bucket(9, u"AWS"_s)});
    m_store->nameProject(project(5), u"say \"x\""_s);
    m_store->addBuckets(project(5), {bucket(10, u"GCP"_s)});
    waitUntilUpToDate();

    BucketSortFilterModel filtered;
    filtered.setSourceModel(m_model.get());
    int terms = 0;
    for (int i = 0; i < buckets::BucketDimensionCount; ++i) {
        for (const BucketCount &count : m_counts->counts(static_cast<BucketDimension>(i))) {
            if (count.term.isEmpty())
                continue;
            filtered.setFilterText(count.term);
            QVERIFY2(filtered.rowCount() == count.count, qPrintable(count.term));
            ++terms;
        }
    }
    QCOMPARE(terms, 14);
}

void BucketCountsTest::countsWhatAFilterShows()
{
    BucketSortFilterModel filtered;
    filtered.setSourceModel(m_model.get());
    filtered.setFilterText(u"provider:aws"_s);
    m_counts->setRows(&filtered);
    waitUntilUpToDate();
    QCOMPARE(m_counts->total(), 3);
    filtered.setFilterText(u"provider:gcp"_s);
    QTRY_COMPARE(m_counts->total(), 2);
    QCOMPARE(m_counts->counts(BucketDimension::Provider).size(), 1);
    m_counts->setRows(nullptr);
    waitUntilUpToDate();
    QCOMPARE(m_counts->total(), 0);
}

void BucketCountsTest::followsRows()
{
    QSignalSpy changed(m_counts.get(), &BucketCounts::changed);
    for (quint64 serial = 20; serial < 40; ++serial)
        m_store->addBuckets(project(2), {bucket(serial, u"AZURE"_s)});
    QTRY_COMPARE(m_counts->total(), 27);
    QVERIFY(changed.count() <= 2);
    m_store->removeOthers(project(2), {});
    QTRY_COMPARE(m_counts->total(), 5);
}

void BucketCountsTest::waitsUntilSomebodyLooks()
{
    m_counts->setActive(false);
    m_store->addBuckets(project(2), {bucket(20, u"AZURE"_s)});
    QVERIFY(!m_counts->isUpToDate());
    QSignalSpy changed(m_counts.get(), &BucketCounts::changed);
    QVERIFY(!changed.wait(50));
    m_counts->setActive(true);
    QTRY_COMPARE(m_counts->total(), 8);
}

void BucketCountsTest::survivesAResetWhileCounting()
{
    m_store->addBuckets(project(2), {bucket(20, u"AZURE"_s)});
    m_counts->refresh();
    m_store->setBuckets(project(1), {bucket(1, u"AWS"_s)});
    QTRY_COMPARE(m_counts->total(), 1);
    m_counts->refresh();
    m_store->clear();
    QTRY_COMPARE(m_counts->total(), 0);
}

void BucketCountsTest::tellsOfNothing()
{
    m_store->clear();
    QTRY_COMPARE(m_counts->total(), 0);
    for (int i = 0; i < buckets::BucketDimensionCount; ++i)
        QVERIFY(m_counts->counts(static_cast<BucketDimension>(i)).isEmpty());
}

void BucketCountsTest::showsTheLargestAsBars()
{
    BucketCountModel bars;
    QAbstractItemModelTester tester(&bars, QAbstractItemModelTester::FailureReportingMode::QtTest);
    bars.setCounts({{u"AWS"_s, u"provider:aws"_s, 1234, atlas::CloudProvider::Kind::Aws},
                    {u"Azure"_s, u"provider:azure"_s, 617, atlas::CloudProvider::Kind::Azure},
                    {u"OCI"_s, {}, 1, atlas::CloudProvider::Kind::Unknown}},
                   2742);
    QCOMPARE(bars.rowCount(), 3);
    QCOMPARE(bars.index(0).data(Qt::AccessibleTextRole).toString(), u"AWS: 1,234 buckets, 45%"_s);
    QCOMPARE(bars.index(0).data(Qt::AccessibleDescriptionRole).toString(),
             u"Press Enter to show only these buckets."_s);
    QCOMPARE(bars.index(2).data(Qt::AccessibleDescriptionRole).toString(), QString());
    QCOMPARE(bars.index(1).data(models::LengthRole).toDouble(), 0.5);
    QCOMPARE(bars.index(2).data(models::PartTextRole).toString(), u"<1%"_s);
    bars.setCounts({{u"✕ Failed"_s, u"export:failed"_s, 2, {}, buckets::JobTone::Bad},
                    {u"✓ Worked"_s, u"export:worked"_s, 8, {}, buckets::JobTone::Good},
                    {u"Never"_s, u"export:none"_s, 1, {}, {}, true}},
                   11);
    QCOMPARE(bars.index(0).data(models::LengthRole).toDouble(), 0.25);
    QCOMPARE(bars.index(0).data(models::ToneRole).toInt(), int(buckets::JobTone::Bad));
    QVERIFY(!bars.index(0).data(models::AbsentRole).toBool());
    QVERIFY(bars.index(2).data(models::AbsentRole).toBool());
    bars.setCounts(manyCounts(13), 91);
    QCOMPARE(bars.rowCount(), 13);
    bars.setCounts(manyCounts(20), 210);
    QCOMPARE(bars.rowCount(), 13);
    QCOMPARE(bars.index(12).data().toString(), u"8 others"_s);
    QCOMPARE(bars.index(12).data(models::CountTextRole).toString(), u"36"_s);
    QVERIFY(!bars.index(12).data(models::LengthRole).isValid());
    QVERIFY(bars.index(12).data(models::TermRole).toString().isEmpty());
    bars.setCounts({}, 0);
    QCOMPARE(bars.rowCount(), 0);
}

void BucketCountsTest::keepsBarsInPlace()
{
    BucketCountModel bars;
    QAbstractItemModelTester tester(&bars, QAbstractItemModelTester::FailureReportingMode::QtTest);
    bars.setCounts(manyCounts(3), 6);
    const QPersistentModelIndex second = bars.index(1);
    QSignalSpy reset(&bars, &QAbstractItemModel::modelReset);
    bars.setCounts(manyCounts(5), 15);
    bars.setCounts(manyCounts(2), 3);
    QCOMPARE(second.row(), 1);
    QCOMPARE(reset.count(), 0);
}

QTEST_GUILESS_MAIN(BucketCountsTest)
#include "tst_bucketcounts.moc"
