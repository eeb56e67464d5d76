// SPDX-License-Identifier: Apache-2.0
#include "atlassim/sampleworld.h"

#include <QSet>
#include <QTest>

using namespace atlassim;

class TestAtlasSimWorld : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void sampleWorldIsSane();
    void syntheticWorldIsUnique();
};

void TestAtlasSimWorld::sampleWorldIsSane()
{
    QSet<QString> ids;
    const World world = sample::world();
    QCOMPARE(world.projects.size(), 14);
    for (const auto &project : world.projects) {
        QCOMPARE(project.id.size(), 24);
        ids.insert(project.id);
        for (const auto &bucket : project.buckets) {
            QCOMPARE(bucket.id.size(), 24);
            QVERIFY(!ids.contains(bucket.id));
            ids.insert(bucket.id);
            const qint64 year =
                QDateTime::fromSecsSinceEpoch(bucket.id.left(8).toLongLong({}, 16)).date().year();
            QVERIFY(year >= 2023 && year <= 2026);
            QVERIFY(bucket.bucketName.size() >= 3 && bucket.bucketName.size() <= 63);
            QCOMPARE(bucket.bucketName.toLower(), bucket.bucketName);
        }
    }
    QCOMPARE(world.project(sample::PaymentsProd)->buckets.size(), 31);
    QCOMPARE(world.project(sample::AtlasCliE2e)->buckets.size(), 2508);
    QCOMPARE(world.project(sample::DisasterRecovery)->buckets[0].bucketName.size(), 63);
}

void TestAtlasSimWorld::syntheticWorldIsUnique()
{
    const World world = World::withProjects(10, 10000);
    QSet<QString> ids;
    for (const auto &project : world.projects) {
        for (const auto &bucket : project.buckets)
            ids.insert(bucket.id);
    }
    QCOMPARE(ids.size(), 100000);
    QVERIFY(world.apiKey(sample::PublicKey));
}

QTEST_GUILESS_MAIN(TestAtlasSimWorld)

#include "tst_atlassimworld.moc"
