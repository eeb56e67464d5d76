// SPDX-License-Identifier: Apache-2.0
#include <QFile>
#include <QProcess>
#include <QTest>

/// That what libraries freed as it was is gone afterwards.
class FreedMemoryTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void overwritesWhatWasFreed();
};

void FreedMemoryTest::overwritesWhatWasFreed()
{
    if (!QFile(QStringLiteral("/proc/self/mem")).open(QIODevice::ReadOnly))
        QSKIP("This system does not show a process its own memory (/proc/self/mem).");
    QProcess sample;
    sample.start(QStringLiteral(BUCKETSCOPE_SAMPLE), {});
    QVERIFY(sample.waitForFinished());
    QCOMPARE(sample.exitStatus(), QProcess::NormalExit);
    const QList<QByteArray> counts = sample.readAll().simplified().split(' ');
    QCOMPARE(counts.size(), 2);
    QVERIFY(counts[0].toInt() > 100);
    QCOMPARE(counts[1].toInt(), 0);
}

QTEST_GUILESS_MAIN(FreedMemoryTest)
#include "tst_freedmemory.moc"
