// SPDX-License-Identifier: Apache-2.0
#include "atlas/calls/bucketscan.h"
#include "atlas/calls/decoding.h"
#include "buckets/rows/bucketstore.h"

#include <QTest>

using namespace Qt::Literals::StringLiterals;
using atlas::BucketField;
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

atlas::ProjectId otherProject()
{
    return *atlas::ProjectId::fromHex(u"5f0000000000000000000002"_s);
}

QList<atlas::ExportBucket> threeBuckets()
{
    atlas::ExportBucket aws = bucket(1, u"ledger"_s);
    aws.text(atlas::BucketField::RoleId) = u"60113b99ce5a6a3d72ea7454"_s;
    aws.flag(atlas::BucketField::PrivateNetworking) = true;
    atlas::ExportBucket azure = bucket(2, u"감사-보관"_s, u"AZURE"_s);
    azure.text(atlas::BucketField::ServiceUrl) = u"https://x.blob.core.windows.net"_s;
    azure.text(atlas::BucketField::TenantId) = u""_s;
    azure.unknownFields = {{u"extra"_s, 1}};
    return {aws, azure, bucket(3, u"<b>bold</b>"_s, u"OCI"_s)};
}

QList<atlas::ExportBucket> manyBuckets(int count, int first = 1)
{
    QList<atlas::ExportBucket> buckets;
    for (int serial = first; serial < first + count; ++serial)
        buckets.append(bucket(serial, u"bucket-%1"_s.arg(serial)));
    return buckets;
}

} // namespace

class BucketStoreTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void keepsBucketsWhole();
    void onlyChangesRowsOfTheSameBuckets();
    void tellsThatAllIsNewOfOthers();
    void marksAllRowsStale();
    void remembersRegions();
    void knowsWhichRegionsAreBeingRead();
    void believesARegionThatIsReadAnew();
    void addsBucketsOfSeveralProjects();
    void updatesBucketsThatItHas();
    void addsRowsWithWhatIsKnownByThen();
    void packsWhatIsScannedAndWhatIsDecodedAlike();
    void takesBucketsOutInRuns();
    void tellsOfManyRunsAsOne();
    void takesProjectsOut();
    void forgetsTextsOfBucketsThatWent();
    void namesProjects();
    void tellsNothingOfNothing();

private:
    /// Notes what is told, and how many rows there are by then.
    void follow();
    QStringList takeTold() { return std::exchange(m_told, {}); }

    std::unique_ptr<BucketStore> m_store;
    QStringList m_told;
};

void BucketStoreTest::init()
{
    m_store = std::make_unique<BucketStore>();
    m_told.clear();
    follow();
}

void BucketStoreTest::follow()
{
    const auto noteRun = [this](const QString &what) {
        return [this, what](int first, int last) {
            m_told.append(
                u"%1 %2-%3 of %4"_s.arg(what).arg(first).arg(last).arg(m_store->rowCount()));
        };
    };
    const auto note = [this](const QString &what) {
        return [this, what] {
            m_told.append(u"%1 of %2"_s.arg(what).arg(m_store->rowCount()));
        };
    };
    const BucketStore *store = m_store.get();
    connect(store, &BucketStore::rowsAboutToBeAdded, this, noteRun(u"adding"_s));
    connect(store, &BucketStore::rowsAdded, this, noteRun(u"added"_s));
    connect(store, &BucketStore::rowsAboutToBeRemoved, this, noteRun(u"removing"_s));
    connect(store, &BucketStore::rowsRemoved, this, noteRun(u"removed"_s));
    connect(store, &BucketStore::aboutToBeReset, this, note(u"resetting"_s));
    connect(store, &BucketStore::wasReset, this, note(u"reset"_s));
    connect(store, &BucketStore::rowsChanged, this,
            [this](int first, int last, BucketField firstColumn, BucketField lastColumn) {
                m_told.append(u"changed %1-%2, columns %3-%4"_s.arg(first)
                                  .arg(last)
                                  .arg(static_cast<int>(firstColumn))
                                  .arg(static_cast<int>(lastColumn)));
            });
}

void BucketStoreTest::keepsBucketsWhole()
{
    const auto buckets = threeBuckets();
    m_store->setBuckets(project(), buckets);
    for (int row = 0; row < 3; ++row)
        QCOMPARE(m_store->bucketAt(row), buckets[row]);
    QCOMPARE(m_store->rowOf(buckets[2].id), 2);
    QCOMPARE(m_store->rowOf({}), -1);
}

void BucketStoreTest::onlyChangesRowsOfTheSameBuckets()
{
    auto buckets = threeBuckets();
    m_store->setBuckets(project(), buckets);
    m_store->setStale(true);
    takeTold();
    buckets[1].text(atlas::BucketField::Name) = u"renamed"_s;
    m_store->setBuckets(project(), buckets);
    QCOMPARE(takeTold(), QStringList{u"changed 0-2, columns 0-11"_s});
    QCOMPARE(m_store->bucketAt(1).name(), u"renamed"_s);
    QVERIFY(!m_store->isStale());
}

void BucketStoreTest::tellsThatAllIsNewOfOthers()
{
    m_store->setBuckets(project(), threeBuckets());
    QCOMPARE(takeTold(), (QStringList{u"resetting of 0"_s, u"reset of 3"_s}));
    m_store->setBuckets(project(), {bucket(9, u"other"_s)});
    QCOMPARE(takeTold(), (QStringList{u"resetting of 3"_s, u"reset of 1"_s}));
    m_store->setBuckets(otherProject(), {bucket(9, u"other"_s)});
    QCOMPARE(takeTold(), (QStringList{u"resetting of 1"_s, u"reset of 1"_s}));
    m_store->clear();
    QCOMPARE(takeTold(), (QStringList{u"resetting of 1"_s, u"reset of 0"_s}));
}

void BucketStoreTest::marksAllRowsStale()
{
    m_store->setBuckets(project(), threeBuckets());
    takeTold();
    m_store->setStale(true);
    m_store->setStale(true);
    QVERIFY(m_store->isStale());
    QCOMPARE(takeTold(), QStringList{u"changed 0-2, columns 0-11"_s});
    m_store->clear();
    QVERIFY(!m_store->isStale());
}

void BucketStoreTest::remembersRegions()
{
    const auto buckets = threeBuckets();
    m_store->setBuckets(project(), buckets);
    QVERIFY(m_store->lacksRegion(0));
    QVERIFY(!m_store->lacksRegion(1)); // Azure has none.
    takeTold();
    m_store->setRegion(buckets[0].id, u"ap-northeast-2"_s);
    QCOMPARE(takeTold(), QStringList{u"changed 0-0, columns 2-2"_s});
    QVERIFY(!m_store->lacksRegion(0));
    QCOMPARE(m_store->bucketAt(0).text(atlas::BucketField::Region), u"ap-northeast-2"_s);

    m_store->clear();
    m_store->setBuckets(project(), buckets);
    QCOMPARE(m_store->bucketAt(0).text(atlas::BucketField::Region), u"ap-northeast-2"_s);
    m_store->setRegion({}, u"nowhere"_s); // Of no row.
}

void BucketStoreTest::knowsWhichRegionsAreBeingRead()
{
    const auto buckets = threeBuckets();
    m_store->setBuckets(project(), buckets);
    takeTold();
    m_store->setRegionsPending({buckets[0].id});
    m_store->setRegionsPending({buckets[0].id});
    QCOMPARE(takeTold(), QStringList{u"changed 0-2, columns 2-2"_s});
    QVERIFY(m_store->isRegionPending(0));
    QVERIFY(!m_store->isRegionPending(1));
    m_store->setRegion(buckets[0].id, std::nullopt);
    QVERIFY(!m_store->isRegionPending(0));
    QVERIFY(m_store->lacksRegion(0));
}

void BucketStoreTest::believesARegionThatIsReadAnew()
{
    const auto buckets = threeBuckets();
    m_store->setBuckets(project(), buckets);
    m_store->setRegion(buckets[0].id, u"ap-1"_s);
    m_store->setRegion(buckets[0].id, u"eu-1"_s);
    QCOMPARE(m_store->bucketAt(0).text(atlas::BucketField::Region), u"eu-1"_s);
    m_store->setRegion(buckets[0].id, std::nullopt);
    QCOMPARE(m_store->bucketAt(0).text(atlas::BucketField::Region), u"eu-1"_s);
}

void BucketStoreTest::addsBucketsOfSeveralProjects()
{
    QCOMPARE(m_store->addBuckets(project(), threeBuckets()), 3);
    // Twice in one answer, and once known.
    QCOMPARE(m_store->addBuckets(otherProject(), {bucket(4, u"four"_s), bucket(4, u"four"_s)}), 1);
    QCOMPARE(m_store->addBuckets(project(), {threeBuckets().at(1), bucket(5, u"five"_s)}), 1);
    QCOMPARE(m_store->addBuckets(project(), threeBuckets()), 0);
    QCOMPARE(m_store->addBuckets(project(), {}), 0);
    QCOMPARE(takeTold(),
             (QStringList{u"adding 0-2 of 0"_s, u"added 0-2 of 3"_s, u"adding 3-3 of 3"_s,
                          u"added 3-3 of 4"_s, u"adding 4-4 of 4"_s, u"added 4-4 of 5"_s}));
    QCOMPARE(m_store->projectAt(3), otherProject());
    QCOMPARE(m_store->projectAt(4), project());
    // The same bucket in another project is another row.
    QCOMPARE(m_store->addBuckets(otherProject(), {bucket(5, u"five"_s)}), 1);
}

void BucketStoreTest::updatesBucketsThatItHas()
{
    auto buckets = threeBuckets();
    m_store->addBuckets(project(), buckets);
    m_store->setRegion(buckets[0].id, u"ap-1"_s);
    takeTold();
    m_store->addBuckets(project(), buckets);
    QCOMPARE(takeTold(), QStringList());
    buckets[2].text(atlas::BucketField::Name) = u"renamed"_s;
    buckets[1].unknownFields = {};
    m_store->addBuckets(project(), buckets);
    QCOMPARE(takeTold(),
             (QStringList{u"changed 1-1, columns 0-11"_s, u"changed 2-2, columns 0-11"_s}));
    QCOMPARE(m_store->bucketAt(2).name(), u"renamed"_s);
    QCOMPARE(m_store->bucketAt(1), buckets[1]);
    QCOMPARE(m_store->bucketAt(0).text(atlas::BucketField::Region), u"ap-1"_s);
}

/// Rows wait before they are added, and a region may be told meanwhile.
void BucketStoreTest::addsRowsWithWhatIsKnownByThen()
{
    const auto buckets = threeBuckets();
    m_store->addBuckets(project(), {buckets[0]});
    const auto rows = m_store->packed(project(), buckets.first(2));
    m_store->setRegion(buckets[0].id, u"ap-1"_s);
    m_store->setRegion(buckets[1].id, u"ap-2"_s);
    QCOMPARE(m_store->addRows(rows), 1);
    QCOMPARE(m_store->bucketAt(0).text(atlas::BucketField::Region), u"ap-1"_s);
    QCOMPARE(m_store->bucketAt(1).text(atlas::BucketField::Region), u"ap-2"_s);
}

void BucketStoreTest::packsWhatIsScannedAndWhatIsDecodedAlike()
{
    const QByteArray body = R"({"results":[
        {"_id":"65f1a2b3c4d5e6f708192a3b","bucketName":"결제 A","cloudProvider":"AWS",
         "iamRoleId":"r","requirePrivateNetworking":false,"later":{"b":[1.5,"é"],"a":null}},
        {"_id":"65f1a2b3c4d5e6f708192a3c","bucketName":"","cloudProvider":"AZURE","roleId":"r",
         "serviceUrl":"https://a.example","tenantId":"T"}]})";
    const auto scan = atlas::BucketScan::of(body);
    const auto page = atlas::readAnswer(200, body).and_then(atlas::decodeExportBuckets);
    QVERIFY(scan && page);
    QCOMPARE(m_store->packed(project(), scan->buckets()),
             m_store->packed(project(), page->results));
    m_store->addBuckets(project(), page->results);
    QCOMPARE(m_store->bucketAt(0), page->results[0]);
    QCOMPARE(m_store->bucketAt(1), page->results[1]);
}

void BucketStoreTest::takesBucketsOutInRuns()
{
    m_store->addBuckets(project(), manyBuckets(10));
    m_store->addBuckets(otherProject(), {bucket(20, u"twenty"_s)});
    m_store->addBuckets(project(), {bucket(11, u"eleven"_s)});
    const atlas::ExportBucket kept = m_store->bucketAt(4);
    takeTold();
    m_store->removeOthers(project(), {m_store->idAt(0), kept.id, m_store->idAt(5)});
    // From the end, and what is told goes after it was told.
    QCOMPARE(
        takeTold(),
        (QStringList{u"removing 11-11 of 12"_s, u"removed 11-11 of 11"_s, u"removing 6-9 of 11"_s,
                     u"removed 6-9 of 7"_s, u"removing 1-3 of 7"_s, u"removed 1-3 of 4"_s}));
    QCOMPARE(m_store->bucketAt(1), kept);
    QCOMPARE(m_store->projectAt(3), otherProject());
    m_store->removeOthers(project(), {});
    QCOMPARE(m_store->rowCount(), 1);
    takeTold();
    m_store->removeOthers(project(), {}); // None is left.
    QCOMPARE(takeTold(), QStringList());
    QCOMPARE(m_store->addBuckets(project(), {bucket(6, u"six"_s)}), 1);
    QCOMPARE(m_store->addBuckets(project(), {bucket(6, u"six"_s)}), 0);
    QCOMPARE(m_store->rowCount(), 2);
}

void BucketStoreTest::tellsOfManyRunsAsOne()
{
    m_store->addBuckets(project(), manyBuckets(100));
    QSet<atlas::BucketId> even;
    for (int row = 0; row < 100; row += 2)
        even.insert(m_store->idAt(row));
    takeTold();
    m_store->removeOthers(project(), even);
    QCOMPARE(takeTold(), (QStringList{u"resetting of 100"_s, u"reset of 50"_s}));
    for (int row = 0; row < 50; ++row)
        QVERIFY(even.contains(m_store->idAt(row)));
}

void BucketStoreTest::takesProjectsOut()
{
    m_store->addBuckets(project(), threeBuckets());
    m_store->addBuckets(otherProject(), {bucket(4, u"four"_s)});
    m_store->removeOtherProjects({otherProject()});
    QCOMPARE(m_store->rowCount(), 1);
    QCOMPARE(m_store->bucketAt(0).name(), u"four"_s);
    m_store->removeOtherProjects({});
    QCOMPARE(m_store->rowCount(), 0);
    QCOMPARE(m_store->addBuckets(project(), threeBuckets()), 3);
}

void BucketStoreTest::forgetsTextsOfBucketsThatWent()
{
    const QString name = u"Ledgers"_s;
    const auto kept = threeBuckets() << bucket(4, QString(QChar(0xd83d))) << bucket(5, u"Émile"_s);
    m_store->nameProject(otherProject(), name);
    m_store->addBuckets(otherProject(), kept);
    const buckets::BucketRows before = m_store->rows().picked({1, 3});
    constexpr int count = 3000;
    for (int round = 1; round <= 8; ++round) {
        m_store->addBuckets(project(), manyBuckets(count, round * count));
        m_store->removeOthers(project(), {});
        if (m_store->mayHaveOldTexts())
            m_store->forgetTexts();
        QVERIFY(m_store->rows().texts().end() < 5 * count);
    }
    QVERIFY(!m_store->mayHaveOldTexts());
    for (int row = 0; row < kept.size(); ++row)
        QCOMPARE(m_store->bucketAt(row), kept[row]);
    const buckets::TextPool &texts = m_store->rows().texts();
    QCOMPARE(texts.text(m_store->rows().projectNameIndex(0)), name);
    QCOMPARE(texts.folded(m_store->rows().textIndex(4, BucketField::Name)), "émile");
    takeTold();
    m_store->addBuckets(otherProject(), kept);
    QCOMPARE(takeTold(), QStringList());
    QCOMPARE(before.at(0), kept[1]);
    QCOMPARE(before.at(1), kept[3]);
}

void BucketStoreTest::namesProjects()
{
    const auto nameAt = [this](int row) {
        return m_store->rows().texts().text(m_store->rows().projectNameIndex(row));
    };
    m_store->nameProject(otherProject(), u"before"_s);
    m_store->addBuckets(project(), threeBuckets());
    m_store->addBuckets(otherProject(), {bucket(4, u"four"_s)});
    QCOMPARE(nameAt(0), QString());
    QCOMPARE(nameAt(3), u"before"_s);
    takeTold();
    m_store->nameProject(project(), u"Payments"_s);
    m_store->nameProject(project(), u"Payments"_s);
    QCOMPARE(takeTold(), QStringList{u"changed 0-3, columns 11-11"_s});
    QCOMPARE(nameAt(0), u"Payments"_s);
    // Names outlast the rows.
    m_store->clear();
    m_store->setBuckets(project(), threeBuckets());
    QCOMPARE(nameAt(0), u"Payments"_s);
}

void BucketStoreTest::tellsNothingOfNothing()
{
    m_store->clear();
    m_store->setStale(true);
    m_store->setRegionsPending({bucket(1, u"a"_s).id});
    m_store->nameProject(project(), u"Payments"_s);
    m_store->removeOtherProjects({});
    QCOMPARE(m_store->addRows({}), 0);
    QCOMPARE(takeTold(), QStringList());
}

QTEST_GUILESS_MAIN(BucketStoreTest)
#include "tst_bucketstore.moc"
