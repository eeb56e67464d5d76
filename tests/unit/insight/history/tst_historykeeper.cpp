// SPDX-License-Identifier: Apache-2.0
#include "insight/history/historykeeper.h"
#include "keptworld.h"

#include <QFile>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

#include <memory>

using namespace Qt::Literals::StringLiterals;
using namespace keptworld;
using insight::CompareWith;
using insight::HistoryKeeper;
using insight::HistoryProblem;
using insight::ReadingInfo;

/// Readings kept beside the window, and what is told of them.
class HistoryKeeperTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();

    void findsTheReadingToCompareWith_data();
    void findsTheReadingToCompareWith();
    void keepsAndCompares();
    void forgets();
    void tellsATroubleOnce();
    void finishesWhatItWrites();

private:
    QString path() const { return m_folder->filePath(u"account.sqlite"_s); }

    std::unique_ptr<QTemporaryDir> m_folder;
};

void HistoryKeeperTest::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    QVERIFY(m_folder->isValid());
}

void HistoryKeeperTest::findsTheReadingToCompareWith_data()
{
    QTest::addColumn<QList<qint64>>("hours");
    QTest::addColumn<CompareWith>("with");
    QTest::addColumn<qint64>("found");
    const auto row = [](const char *name, const QList<qint64> &hours, CompareWith with,
                        qint64 found) {
        QTest::newRow(name) << hours << with << found;
    };
    row("none", {}, CompareWith::LastTime, -1);
    row("one", {0}, CompareWith::LastTime, -1);
    row("the one before", {0, 1, 2}, CompareWith::LastTime, 1);
    row("a day before", {0, 1, 20, 25, 26}, CompareWith::Yesterday, 1);
    row("nothing so old", {0, 1, 2}, CompareWith::Yesterday, -1);
    row("a week before", {0, 24, 200}, CompareWith::AWeekAgo, 1);
    // The one before is the one that was kept before, whatever the clock said.
    row("a clock set back", {100, 2}, CompareWith::LastTime, -1);
}

/// By its place in the list.
void HistoryKeeperTest::findsTheReadingToCompareWith()
{
    QFETCH(const QList<qint64>, hours);
    QFETCH(const CompareWith, with);
    QList<ReadingInfo> readings;
    for (const qint64 hour : hours)
        readings.append({readings.size(), reading(hour * 3600, 0).at, true});
    const auto found = insight::readingFor(readings, with);
    QTEST(found ? found->id : -1, "found");
    // The same by its time; the latest is none to compare with.
    if (found)
        QCOMPARE(insight::readingUntil(readings, found->at), found);
    if (!readings.isEmpty())
        QVERIFY(insight::readingUntil(readings, readings.constLast().at) != readings.constLast());
}

void HistoryKeeperTest::keepsAndCompares()
{
    HistoryKeeper keeper(path());
    const QSignalSpy changed(&keeper, &HistoryKeeper::readingsChanged);
    const QSignalSpy compared(&keeper, &HistoryKeeper::compared);
    insight::KeptReading second = reading(3600);
    second.projects.first().buckets.append(bucket(9));
    second.projects.last().hasAllRoles = false;
    keeper.keep(reading(0));
    keeper.keep(second);
    QTRY_COMPARE(keeper.readings().size(), 2);
    keeper.compare(keeper.readings().first());
    QTRY_COMPARE(compared.size(), 1);
    const auto &comparison = keeper.comparison();
    QVERIFY(comparison);
    QCOMPARE(comparison->changes.size(), 1);
    QCOMPARE(comparison->projects, 2);
    QCOMPARE(comparison->comparedInPart, QStringList{u"Project 2"_s});
    QCOMPARE(comparison->before, keeper.readings().first());

    // The next start finds them.
    HistoryKeeper again(path());
    QTRY_COMPARE(again.readings().size(), 2);
}

void HistoryKeeperTest::forgets()
{
    HistoryKeeper keeper(path());
    keeper.keep(reading(0));
    keeper.keep(reading(60));
    QTRY_COMPARE(keeper.readings().size(), 2);
    keeper.compare(keeper.readings().first());
    QTRY_VERIFY(keeper.comparison());
    keeper.forget();
    QTRY_COMPARE(keeper.readings().size(), 0);
    QVERIFY(!keeper.comparison());
    QVERIFY(!QFile::exists(path()));
}

void HistoryKeeperTest::tellsATroubleOnce()
{
    QFile file(path());
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(QByteArray("no database at all ").repeated(100));
    file.close();
    HistoryKeeper keeper(path());
    const QSignalSpy failed(&keeper, &HistoryKeeper::failed);
    QTRY_COMPARE(failed.size(), 1);
    QCOMPARE(keeper.problem()->kind, HistoryProblem::Kind::Broken);
    keeper.keep(reading(0));
    QTRY_COMPARE(keeper.readings().size(), 1);
    QVERIFY(!keeper.problem());

    QFile::remove(path());
    QVERIFY(QDir().mkpath(path()));
    HistoryKeeper nowhere(path());
    const QSignalSpy never(&nowhere, &HistoryKeeper::failed);
    nowhere.keep(reading(0));
    nowhere.keep(reading(60));
    QTRY_VERIFY(nowhere.problem());
    QCOMPARE(nowhere.problem()->kind, HistoryProblem::Kind::Unusable);
    nowhere.forget();
    QTest::qWait(0);
    QCOMPARE(never.size(), 1);
}

void HistoryKeeperTest::finishesWhatItWrites()
{
    {
        HistoryKeeper keeper(path());
        keeper.keep(reading(0));
    }
    insight::HistoryStore store(path());
    QCOMPARE(store.readings().value().size(), 1);
}

QTEST_GUILESS_MAIN(HistoryKeeperTest)
#include "tst_historykeeper.moc"
