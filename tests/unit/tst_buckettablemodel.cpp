// SPDX-License-Identifier: Apache-2.0
#include "atlas/bucketscan.h"
#include "atlas/decoding.h"
#include "browse/bucketsortfiltermodel.h"
#include "browse/buckettablemodel.h"
#include "share/clipboardtext.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTest>

using namespace Qt::Literals::StringLiterals;
using browse::BucketSortFilterModel;
using browse::BucketTableModel;
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
    void keepsBucketsWhole();
    void updatesInPlaceWhenTheBucketsAreTheSame();
    void resetsWhenTheyAreOthers();
    void marksRowsStale();
    void filtersByWordsInAnyOrder_data();
    void filtersByWordsInAnyOrder();
    void copiesAsTextAndJson();
    void remembersRegions();
    void showsRegionsThatAreBeingRead();
    void knowsNoUsageAtFirst();
    void believesARegionThatIsReadAnew();
    void addsBucketsOfSeveralProjects();
    void updatesBucketsThatItHas();
    void addsRowsWithWhatIsKnownByThen();
    void packsWhatIsScannedAndWhatIsDecodedAlike();
    void takesBucketsOut();
    void takesProjectsOut();
    void namesProjects();

private:
    QString text(int row, Column column) const
    {
        return m_model->index(row, static_cast<int>(column)).data().toString();
    }

    std::unique_ptr<BucketTableModel> m_model;
    std::unique_ptr<QAbstractItemModelTester> m_tester;
};

void BucketTableModelTest::init()
{
    m_tester.reset();
    m_model = std::make_unique<BucketTableModel>();
    m_tester = std::make_unique<QAbstractItemModelTester>(
        m_model.get(), QAbstractItemModelTester::FailureReportingMode::QtTest);
}

void BucketTableModelTest::showsBuckets()
{
    m_model->setBuckets(project(), threeBuckets());
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
    m_model->setBuckets(project(), threeBuckets());
    const auto kind = [this](int row, Column column) {
        return static_cast<BucketTableModel::CellKind>(m_model->index(row, static_cast<int>(column))
                                                           .data(BucketTableModel::CellKindRole)
                                                           .toInt());
    };
    QCOMPARE(kind(0, Column::Region), BucketTableModel::CellKind::NotListed);
    QCOMPARE(kind(1, Column::Region), BucketTableModel::CellKind::Absent);
    QCOMPARE(kind(0, Column::TenantId), BucketTableModel::CellKind::Absent);
    QCOMPARE(kind(1, Column::TenantId), BucketTableModel::CellKind::Value);
    QCOMPARE(text(0, Column::TenantId), u"—"_s);
}

void BucketTableModelTest::keepsBucketsWhole()
{
    const auto buckets = threeBuckets();
    m_model->setBuckets(project(), buckets);
    for (int row = 0; row < 3; ++row)
        QCOMPARE(m_model->bucketAt(row), buckets[row]);
    QCOMPARE(m_model->rowOf(buckets[2].id), 2);
    QCOMPARE(m_model->rowOf({}), -1);
}

void BucketTableModelTest::updatesInPlaceWhenTheBucketsAreTheSame()
{
    auto buckets = threeBuckets();
    m_model->setBuckets(project(), buckets);
    const QPersistentModelIndex kept = m_model->index(1, 0);
    QSignalSpy reset(m_model.get(), &QAbstractItemModel::modelReset);
    QSignalSpy changed(m_model.get(), &QAbstractItemModel::dataChanged);
    buckets[1].text(atlas::BucketField::Name) = u"renamed"_s;
    m_model->setBuckets(project(), buckets);
    QCOMPARE(reset.count(), 0);
    QCOMPARE(changed.count(), 1);
    QVERIFY(kept.isValid());
    QCOMPARE(kept.data().toString(), u"renamed"_s);
}

void BucketTableModelTest::resetsWhenTheyAreOthers()
{
    m_model->setBuckets(project(), threeBuckets());
    QSignalSpy reset(m_model.get(), &QAbstractItemModel::modelReset);
    m_model->setBuckets(project(), {bucket(9, u"other"_s, u"GCP"_s)});
    QCOMPARE(reset.count(), 1);
    QCOMPARE(m_model->rowCount(), 1);
    m_model->clear();
    QCOMPARE(m_model->rowCount(), 0);
}

void BucketTableModelTest::marksRowsStale()
{
    m_model->setBuckets(project(), threeBuckets());
    m_model->setStale(true);
    QVERIFY(m_model->index(0, 0).data(BucketTableModel::StaleRole).toBool());
    m_model->setBuckets(project(), threeBuckets());
    QVERIFY(!m_model->isStale());
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
    m_model->setBuckets(project(), threeBuckets());
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

void BucketTableModelTest::remembersRegions()
{
    const auto buckets = threeBuckets();
    m_model->setBuckets(project(), buckets);
    QVERIFY(m_model->lacksRegion(0));
    QVERIFY(!m_model->lacksRegion(1)); // Azure has none.
    QSignalSpy changed(m_model.get(), &QAbstractItemModel::dataChanged);
    m_model->setRegion(buckets[0].id, u"ap-northeast-2"_s);
    QCOMPARE(changed.count(), 1);
    QCOMPARE(text(0, Column::Region), u"ap-northeast-2"_s);
    QVERIFY(!m_model->lacksRegion(0));
    QCOMPARE(m_model->bucketAt(0).text(atlas::BucketField::Region), u"ap-northeast-2"_s);

    m_model->clear();
    m_model->setBuckets(project(), buckets);
    QCOMPARE(text(0, Column::Region), u"ap-northeast-2"_s);
    m_model->setRegion({}, u"nowhere"_s); // Of no row.
}

void BucketTableModelTest::showsRegionsThatAreBeingRead()
{
    const auto buckets = threeBuckets();
    m_model->setBuckets(project(), buckets);
    m_model->setRegionsPending({buckets[0].id});
    QCOMPARE(text(0, Column::Region), u"…"_s);
    QCOMPARE(text(1, Column::Region), u"—"_s);
    m_model->setRegion(buckets[0].id, std::nullopt);
    QCOMPARE(text(0, Column::Region), u"Not loaded"_s);
}

void BucketTableModelTest::knowsNoUsageAtFirst()
{
    m_model->setBuckets(project(), threeBuckets());
    for (const Column column : {Column::UsedBy, Column::LastExport})
        QCOMPARE(text(0, column), u"…"_s);
}

void BucketTableModelTest::believesARegionThatIsReadAnew()
{
    const auto buckets = threeBuckets();
    m_model->setBuckets(project(), buckets);
    m_model->setRegion(buckets[0].id, u"ap-1"_s);
    m_model->setRegion(buckets[0].id, u"eu-1"_s);
    QCOMPARE(text(0, Column::Region), u"eu-1"_s);
    m_model->setRegion(buckets[0].id, std::nullopt);
    QCOMPARE(text(0, Column::Region), u"eu-1"_s);
}

void BucketTableModelTest::addsBucketsOfSeveralProjects()
{
    QSignalSpy inserted(m_model.get(), &QAbstractItemModel::rowsInserted);
    QCOMPARE(m_model->addBuckets(project(), threeBuckets()), 3);
    // Twice in one answer, and once known.
    QCOMPARE(m_model->addBuckets(otherProject(),
                                 {bucket(4, u"four"_s, u"AWS"_s), bucket(4, u"four"_s, u"AWS"_s)}),
             1);
    QCOMPARE(m_model->addBuckets(project(), {threeBuckets().at(1), bucket(5, u"five"_s, u"AWS"_s)}),
             1);
    QCOMPARE(m_model->addBuckets(project(), threeBuckets()), 0);
    QCOMPARE(m_model->addBuckets(project(), {}), 0);
    QCOMPARE(inserted.count(), 3);
    QCOMPARE(m_model->rowCount(), 5);
    QCOMPARE(m_model->projectAt(3), otherProject());
    QCOMPARE(m_model->projectAt(4), project());
    // The same bucket in another project is another row.
    QCOMPARE(m_model->addBuckets(otherProject(), {bucket(5, u"five"_s, u"AWS"_s)}), 1);
}

/// Rows wait before they are added, and a region may be told meanwhile.
void BucketTableModelTest::addsRowsWithWhatIsKnownByThen()
{
    const auto buckets = threeBuckets();
    m_model->addBuckets(project(), {buckets[0]});
    const QList<browse::BucketRow> rows{m_model->packed(project(), buckets[0]),
                                        m_model->packed(project(), buckets[1])};
    m_model->setRegion(buckets[0].id, u"ap-1"_s);
    m_model->setRegion(buckets[1].id, u"ap-2"_s);
    QCOMPARE(m_model->addRows(rows), 1);
    QCOMPARE(text(0, Column::Region), u"ap-1"_s);
    QCOMPARE(text(1, Column::Region), u"ap-2"_s);
}

void BucketTableModelTest::packsWhatIsScannedAndWhatIsDecodedAlike()
{
    const QByteArray body = R"({"results":[
        {"_id":"65f1a2b3c4d5e6f708192a3b","bucketName":"결제 A","cloudProvider":"AWS",
         "iamRoleId":"r","requirePrivateNetworking":false,"later":{"b":[1.5,"é"],"a":null}},
        {"_id":"65f1a2b3c4d5e6f708192a3c","bucketName":"","cloudProvider":"AZURE","roleId":"r",
         "serviceUrl":"https://a.example","tenantId":"T"}]})";
    const auto scan = atlas::BucketScan::of(body);
    const auto page = atlas::readAnswer(200, body).and_then(atlas::decodeExportBuckets);
    QVERIFY(scan && page);
    for (qsizetype i = 0; i < 2; ++i) {
        QCOMPARE(m_model->packed(project(), scan->buckets()[std::size_t(i)]),
                 m_model->packed(project(), page->results[i]));
    }
    m_model->addBuckets(project(), page->results);
    QCOMPARE(m_model->bucketAt(0), page->results[0]);
    QCOMPARE(m_model->bucketAt(1), page->results[1]);
}

void BucketTableModelTest::updatesBucketsThatItHas()
{
    auto buckets = threeBuckets();
    m_model->addBuckets(project(), buckets);
    m_model->setRegion(buckets[0].id, u"ap-1"_s);
    QSignalSpy changed(m_model.get(), &QAbstractItemModel::dataChanged);
    m_model->addBuckets(project(), buckets);
    QCOMPARE(changed.count(), 0);
    buckets[2].text(atlas::BucketField::Name) = u"renamed"_s;
    buckets[1].unknownFields = {};
    m_model->addBuckets(project(), buckets);
    QCOMPARE(changed.count(), 2);
    QCOMPARE(text(2, Column::Name), u"renamed"_s);
    QCOMPARE(m_model->bucketAt(1), buckets[1]);
    QCOMPARE(text(0, Column::Region), u"ap-1"_s);
}

void BucketTableModelTest::takesBucketsOut()
{
    m_model->addBuckets(project(), threeBuckets());
    m_model->addBuckets(otherProject(), {bucket(4, u"four"_s, u"AWS"_s)});
    m_model->addBuckets(project(), {bucket(5, u"five"_s, u"AWS"_s)});
    const QPersistentModelIndex azure = m_model->index(1, 0);
    const QPersistentModelIndex four = m_model->index(3, 0);
    m_model->removeOthers(project(), {azure.isValid() ? m_model->idAt(1) : atlas::BucketId()});
    QCOMPARE(m_model->rowCount(), 2);
    QCOMPARE(azure.row(), 0);
    QCOMPARE(four.row(), 1);
    QCOMPARE(m_model->bucketAt(0), threeBuckets().at(1)); // With its unknown fields.
    m_model->removeOthers(project(), {});
    QCOMPARE(m_model->rowCount(), 1);
    m_model->removeOthers(project(), {}); // None is left.
    QCOMPARE(m_model->addBuckets(project(), {bucket(6, u"six"_s, u"AWS"_s)}), 1);
    QCOMPARE(m_model->addBuckets(project(), {bucket(6, u"six"_s, u"AWS"_s)}), 0);
    QCOMPARE(m_model->rowCount(), 2);
}

void BucketTableModelTest::takesProjectsOut()
{
    m_model->addBuckets(project(), threeBuckets());
    m_model->addBuckets(otherProject(), {bucket(4, u"four"_s, u"AWS"_s)});
    m_model->removeOtherProjects({otherProject()});
    QCOMPARE(m_model->rowCount(), 1);
    QCOMPARE(text(0, Column::Name), u"four"_s);
    m_model->removeOtherProjects({});
    QCOMPARE(m_model->rowCount(), 0);
    QCOMPARE(m_model->addBuckets(project(), threeBuckets()), 3);
}

void BucketTableModelTest::namesProjects()
{
    m_model->nameProject(otherProject(), u"before"_s);
    m_model->addBuckets(project(), threeBuckets());
    m_model->addBuckets(otherProject(), {bucket(4, u"four"_s, u"AWS"_s)});
    QCOMPARE(text(0, Column::Project), project().toHex());
    QCOMPARE(text(3, Column::Project), u"before"_s);
    QSignalSpy changed(m_model.get(), &QAbstractItemModel::dataChanged);
    m_model->nameProject(project(), u"Payments"_s);
    m_model->nameProject(project(), u"Payments"_s);
    QCOMPARE(changed.count(), 1);
    QCOMPARE(text(0, Column::Project), u"Payments"_s);
    // Names outlast the rows.
    m_model->clear();
    m_model->setBuckets(project(), threeBuckets());
    QCOMPARE(text(0, Column::Project), u"Payments"_s);
}

QTEST_GUILESS_MAIN(BucketTableModelTest)
#include "tst_buckettablemodel.moc"
