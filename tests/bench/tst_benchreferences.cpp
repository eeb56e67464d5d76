// SPDX-License-Identifier: Apache-2.0
#include "tests/bench/curlsweep.h"
#include "tests/bench/rowreferences.h"
#include "tests/bench/samples.h"

#include <QTemporaryDir>
#include <QTest>

using namespace bench;

/// The references do what they are said to do.
class BenchReferencesTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void takesTheMiddle();
    void sweepsAllLists();
    void worksOnRows();
};

void BenchReferencesTest::takesTheMiddle()
{
    QCOMPARE(median({}), 0.0);
    QCOMPARE(median({3, 1, 2}), 2.0);
    QCOMPARE(median({4, 1, 2, 3}), 2.5);
    QCOMPARE(worst({1, 7, 3}), 7.0);
}

void BenchReferencesTest::sweepsAllLists()
{
    const Simulator simulator({QStringLiteral("--projects"), QStringLiteral("7"),
                               QStringLiteral("--buckets"), QStringLiteral("20"),
                               QStringLiteral("--latency"), QStringLiteral("20")});
    const QList<QUrl> urls = sweepUrls(simulator);
    QCOMPARE(urls.size(), 8);
    const int before = simulator.requestsSeen(QStringLiteral("/exportBuckets"));
    const Sweep sweep = curlSweep(simulator, urls);
    QCOMPARE(simulator.requestsSeen(QStringLiteral("/exportBuckets")) - before, 7);
    // Two rounds over six connections.
    QVERIFY(sweep.wallMs >= 40);
    QVERIFY(sweep.processorMs > 0);
    QVERIFY(sweep.bytes > 7 * 20 * 100);
}

void BenchReferencesTest::worksOnRows()
{
    QVERIFY(rowreferences::memmemMs("aws azure aws gcp", "aws") >= 0);
    QVERIFY(rowreferences::stableSortMs({"b", "a"}) >= 0);
    const QTemporaryDir folder;
    const QString fileName = folder.filePath(QStringLiteral("rows"));
    QVERIFY(rowreferences::fwriteMs("one\ntwo\n", fileName) >= 0);
    QCOMPARE(QFileInfo(fileName).size(), 8);
    QVERIFY(rowreferences::fwriteAndSyncMs("three\n", fileName) >= 0);
    QCOMPARE(QFileInfo(fileName).size(), 6);
    QVERIFY(rowreferences::fwriteMs("one", folder.filePath(QStringLiteral("no/where"))) < 0);
}

QTEST_GUILESS_MAIN(BenchReferencesTest)

#include "tst_benchreferences.moc"
