// SPDX-License-Identifier: Apache-2.0
#include "buckets/rows/bucketstore.h"
#include "buckets/usage/bucketsinuse.h"
#include "models/bucketsortfiltermodel.h"
#include "models/buckettablemodel.h"
#include "models/roles.h"
#include "share/report/clipboardtext.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTest>

using namespace Qt::Literals::StringLiterals;
using buckets::BucketStore;
using models::BucketSortFilterModel;
using models::BucketTableModel;
using Column = BucketTableModel::Column;

namespace {

atlas::ExportBucket bucket(int serial, const QString &name, const QString &provider)
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

atlas::ProjectId otherProject()
{
    return *atlas::ProjectId::fromHex(u"5f0000000000000000000002"_s);
}

QList<atlas::ExportBucket> threeBuckets()
{
    atlas::ExportBucket aws = bucket(1, u"ledger"_s, u"AWS"_s);
    aws.text(atlas::BucketField::RoleId) = u"60113b99ce5a6a3d72ea7454"_s;
    aws.flag(atlas::BucketField::PrivateNetworking) = true;
    atlas::ExportBucket azure = bucket(2, u"감사-보관"_s, u"AZURE"_s);
    azure.text(atlas::BucketField::ServiceUrl) = u"https://x.blob.core.windows.net"_s;
    azure.text(atlas::BucketField::TenantId) = u""_s;
    azure.unknownFields = {{u"extra"_s, 1}};
    return {aws, azure, bucket(3, u"<b>bold</b>"_s, u"OCI"_s)};
}

} // namespace

class BucketTableModelTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void showsBuckets();
    void tellsAbsentFromUnlisted();
    void updatesInPlaceWhenTheBucketsAreTheSame();
    void resetsWhenTheyAreOthers();
    void marksRowsStale();
    void filtersByWordsInAnyOrder_data();
    void filtersByWordsInAnyOrder();
    void copiesAsTextAndJson();
    void showsRegionsThatAreBeingRead();
    void knowsNoUsageAtFirst();
    void takesBucketsOut();
    void namesProjects();

private:
    QString text(int row, Column column) const
    {
        return m_model->index(row, static_cast<int>(column)).data().toString();
    }

    buckets::BucketsInUse m_use;
    std::unique_ptr<BucketStore> m_store;
    std::unique_ptr<BucketTableModel> m_model;
    std::unique_ptr<QAbstractItemModelTester> m_tester;
};

void BucketTableModelTest::init()
{
    m_tester.reset();
    m_store = std::make_unique<BucketStore>();
    m_model = std::make_unique<BucketTableModel>(*m_store, m_use);
    m_tester = std::make_unique<QAbstractItemModelTester>(
        m_model.get(), QAbstractItemModelTester::FailureReportingMode::QtTest);
}

void BucketTableModelTest::showsBuckets()
{
    m_store->setBuckets(project(), threeBuckets());
    QCOMPARE(m_model->rowCount(), 3);
    QCOMPARE(m_model->columnCount(), BucketTableModel::ColumnCount);
    QCOMPARE(text(0, Column::Name), u"ledger"_s);
    QCOMPARE(text(0, Column::Provider), u"AWS"_s);
    QCOMPARE(text(0, Column::PrivateNetworking), u"Required"_s);
    QCOMPARE(text(0, Column::Registered), u"2024-03-13 12:57"_s);
    QCOMPARE(text(0, Column::Id), u"65f1a2b30000000000000001"_s);
    QCOMPARE(text(1, Column::Provider), u"Azure"_s);
    QCOMPARE(text(2, Column::Provider), u"OCI"_s);
    QCOMPARE(text(2, Column::Name), u"<b>bold</b>"_s);
    const QStringList headers{u"Name"_s,      u"Provider"_s,           u"Region"_s,
                              u"Role ID"_s,   u"Private networking"_s, u"Service URL"_s,
                              u"Tenant ID"_s, u"Registered"_s,         u"ID"_s,
                              u"Used by"_s,   u"Last export"_s,        u"Project"_s};
    for (int column = 0; column < BucketTableModel::ColumnCount; ++column)
        QCOMPARE(m_model->headerData(column, Qt::Horizontal).toString(), headers[column]);
    QVERIFY(!m_model->headerData(BucketTableModel::ColumnCount, Qt::Horizontal).isValid());
}

void BucketTableModelTest::tellsAbsentFromUnlisted()
{
    m_store->setBuckets(project(), threeBuckets());
    const auto kind = [this](int row, Column column) {
        return static_cast<BucketTableModel::CellKind>(
            m_model->index(row, static_cast<int>(column)).data(models::CellKindRole).toInt());
    };
    QCOMPARE(kind(0, Column::Region), BucketTableModel::CellKind::NotListed);
    QCOMPARE(kind(1, Column::Region), BucketTableModel::CellKind::Absent);
    QCOMPARE(kind(0, Column::TenantId), BucketTableModel::CellKind::Absent);
    QCOMPARE(kind(1, Column::TenantId), BucketTableModel::CellKind::Value);
    QCOMPARE(text(0, Column::TenantId), u"—"_s);
}

void BucketTableModelTest::updatesInPlaceWhenTheBucketsAreTheSame()
{
    auto buckets = threeBuckets();
    m_store->setBuckets(project(), buckets);
    const QPersistentModelIndex kept = m_model->index(1, 0);
    QSignalSpy reset(m_model.get(), &QAbstractItemModel::modelReset);
    QSignalSpy changed(m_model.get(), &QAbstractItemModel::dataChanged);
    buckets[1].text(atlas::BucketField::Name) = u"renamed"_s;
    m_store->setBuckets(project(), buckets);
    QCOMPARE(reset.count(), 0);
    QCOMPARE(changed.count(), 1);
    QVERIFY(kept.isValid());
    QCOMPARE(kept.data().toString(), u"renamed"_s);
}

void BucketTableModelTest::resetsWhenTheyAreOthers()
{
    m_store->setBuckets(project(), threeBuckets());
    QSignalSpy reset(m_model.get(), &QAbstractItemModel::modelReset);
    m_store->setBuckets(project(), {bucket(9, u"other"_s, u"GCP"_s)});
    QCOMPARE(reset.count(), 1);
    QCOMPARE(m_model->rowCount(), 1);
    m_store->clear();
    QCOMPARE(m_model->rowCount(), 0);
}

void BucketTableModelTest::marksRowsStale()
{
    m_store->setBuckets(project(), threeBuckets());
    m_store->setStale(true);
    QVERIFY(m_model->index(0, 0).data(models::StaleRole).toBool());
    m_store->setBuckets(project(), threeBuckets());
    QVERIFY(!m_store->isStale());
}

void BucketTableModelTest::filtersByWordsInAnyOrder_data()
{
    QTest::addColumn<QString>("filter");
    QTest::addColumn<int>("rows");
    QTest::newRow("empty") << QString() << 3;
    QTest::newRow("case") << u"LEDGER"_s << 1;
    QTest::newRow("two columns") << u"aws ledger"_s << 1;
    QTest::newRow("any order") << u"60113b  aws"_s << 1;
    QTest::newRow("Korean") << u"감사"_s << 1;
    QTest::newRow("no match") << u"ledger azure"_s << 0;
    QTest::newRow("no pattern") << u".*"_s << 0;
    QTest::newRow("whole") << u"name:=LEDGER"_s << 1;
    QTest::newRow("not whole") << u"name:=ledge"_s << 0;
    QTest::newRow("whole, quoted") << u"name:=\"<b>bold</b>\""_s << 1;
    QTest::newRow("whole provider") << u"provider:=azure"_s << 1;
    QTest::newRow("not the whole provider") << u"provider:=azur"_s << 0;
    QTest::newRow("whole, to be typed") << u"name:="_s << 3;
    QTest::newRow("no field") << u"=ledger"_s << 0;
}

void BucketTableModelTest::filtersByWordsInAnyOrder()
{
    QFETCH(const QString, filter);
    BucketSortFilterModel filtered;
    const QAbstractItemModelTester tester(&filtered,
                                          QAbstractItemModelTester::FailureReportingMode::QtTest);
    filtered.setSourceModel(m_model.get());
    m_store->setBuckets(project(), threeBuckets());
    filtered.setFilterText(filter);
    QTEST(filtered.rowCount(), "rows");
}

void BucketTableModelTest::copiesAsTextAndJson()
{
    QCOMPARE(share::tabSeparated({{u"a\tb"_s, u"c\nd"_s}, {u"e"_s, QString()}}),
             u"a b\tc d\ne\t\n"_s);
    QCOMPARE(share::tabSeparated({{u"  a  b "_s, u"c\r\nd"_s}}), u"  a  b \tc d\n"_s);
    const QString json = share::bucketsAsJson(threeBuckets());
    QVERIFY(json.contains(u"\"iamRoleId\": \"60113b99ce5a6a3d72ea7454\""));
    QVERIFY(json.contains(u"\"extra\": 1"));
    QVERIFY(!json.contains(u"region"));
}

void BucketTableModelTest::showsRegionsThatAreBeingRead()
{
    const auto buckets = threeBuckets();
    m_store->setBuckets(project(), buckets);
    m_store->setRegionsPending({buckets[0].id});
    QCOMPARE(text(0, Column::Region), u"…"_s);
    QCOMPARE(text(1, Column::Region), u"—"_s);
    m_store->setRegion(buckets[0].id, std::nullopt);
    QCOMPARE(text(0, Column::Region), u"Not loaded"_s);
}

void BucketTableModelTest::knowsNoUsageAtFirst()
{
    m_store->setBuckets(project(), threeBuckets());
    for (const Column column : {Column::UsedBy, Column::LastExport})
        QCOMPARE(text(0, column), u"…"_s);
}

void BucketTableModelTest::takesBucketsOut()
{
    m_store->addBuckets(project(), threeBuckets());
    m_store->addBuckets(otherProject(), {bucket(4, u"four"_s, u"AWS"_s)});
    m_store->addBuckets(project(), {bucket(5, u"five"_s, u"AWS"_s)});
    const QPersistentModelIndex azure = m_model->index(1, 0);
    const QPersistentModelIndex four = m_model->index(3, 0);
    m_store->removeOthers(project(), {azure.isValid() ? m_store->idAt(1) : atlas::BucketId()});
    QCOMPARE(m_model->rowCount(), 2);
    QCOMPARE(azure.row(), 0);
    QCOMPARE(four.row(), 1);
    QCOMPARE(m_store->bucketAt(0), threeBuckets().at(1)); // With its unknown fields.
    m_store->removeOthers(project(), {});
    QCOMPARE(m_model->rowCount(), 1);
    m_store->removeOthers(project(), {}); // None is left.
    QCOMPARE(m_store->addBuckets(project(), {bucket(6, u"six"_s, u"AWS"_s)}), 1);
    QCOMPARE(m_store->addBuckets(project(), {bucket(6, u"six"_s, u"AWS"_s)}), 0);
    QCOMPARE(m_model->rowCount(), 2);
}

void BucketTableModelTest::namesProjects()
{
    m_store->nameProject(otherProject(), u"before"_s);
    m_store->addBuckets(project(), threeBuckets());
    m_store->addBuckets(otherProject(), {bucket(4, u"four"_s, u"AWS"_s)});
    QCOMPARE(text(0, Column::Project), project().toHex());
    QCOMPARE(text(3, Column::Project), u"before"_s);
    QSignalSpy changed(m_model.get(), &QAbstractItemModel::dataChanged);
    m_store->nameProject(project(), u"Payments"_s);
    m_store->nameProject(project(), u"Payments"_s);
    QCOMPARE(changed.count(), 1);
    QCOMPARE(text(0, Column::Project), u"Payments"_s);
    // Names outlast the rows.
    m_store->clear();
    m_store->setBuckets(project(), threeBuckets());
    QCOMPARE(text(0, Column::Project), u"Payments"_s);
}

QTEST_GUILESS_MAIN(BucketTableModelTest)
#include "tst_buckettablemodel.moc"
