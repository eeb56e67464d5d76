// SPDX-License-Identifier: Apache-2.0
#include "insight/history/historystore.h"
#include "insight/history/readingbytes.h"
#include "keptworld.h"

#include <QDir>
#include <QFileInfo>
#include <QRandomGenerator>
#include <QTemporaryDir>
#include <QTest>

#include <memory>

using namespace Qt::Literals::StringLiterals;
using namespace keptworld;
using insight::HistoryProblem;
using insight::HistoryStore;
using insight::KeptReading;
using insight::ReadingInfo;

namespace {

constexpr qint64 Hour = 3600;
constexpr qint64 Day = 24 * Hour;

QByteArray contentOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

void put(const QString &path, const QByteArray &content)
{
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    QCOMPARE(file.write(content), content.size());
}

/// Whether `found` is what was kept, or nothing at all.
bool isTrueOrNothing(const std::optional<KeptReading> &found, const KeptReading &kept)
{
    return !found || *found == kept;
}

} // namespace

/// What is kept of readings, in good times and bad.
class HistoryStoreTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();

    void keepsReadings();
    void keepsWhatReadingsShareOnce();
    void isTheUsersAlone();
    void thinsOut_data();
    void thinsOut();
    void isBoundedInSize();
    void leavesANewerFileAlone();
    void setsADamagedFileAside();
    void neverTellsWrongRows();
    void isHeldUpByAnotherOnlyForAMoment();
    void forgetsWithoutATrace();
    void tellsSinceWhenExportsAreAsTheyAre_data();
    void tellsSinceWhenExportsAreAsTheyAre();
    void readsBackWhatItPacked_data();
    void readsBackWhatItPacked();

private:
    QString path() const { return m_folder->filePath(u"history/account.sqlite"_s); }

    std::unique_ptr<QTemporaryDir> m_folder;
};

void HistoryStoreTest::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    QVERIFY(m_folder->isValid());
}

void HistoryStoreTest::keepsReadings()
{
    HistoryStore store(path());
    QCOMPARE(store.readings().value(), QList<ReadingInfo>());
    QVERIFY(!QFile::exists(path()));

    const KeptReading first = reading(0);
    KeptReading second = reading(60, 1);
    second.projects.first().hasAllRoles = false;
    QVERIFY(store.add(first));
    QVERIFY(store.add(second));
    HistoryStore again(path());
    const auto infos = again.readings();
    QVERIFY(infos);
    QCOMPARE(infos->size(), 2);
    QVERIFY(infos->first().isComplete && !infos->last().isComplete);
    QCOMPARE(infos->first().at, first.at);
    QCOMPARE(again.load(infos->first().id).value(), std::optional(first));
    QCOMPARE(again.load(infos->last().id).value(), std::optional(second));
    QCOMPARE(again.load(infos->last().id + 1).value(), std::nullopt);
}

void HistoryStoreTest::keepsWhatReadingsShareOnce()
{
    KeptReading large = reading(0, 1);
    large.projects = {project(1, 5000)};
    HistoryStore store(path());
    QVERIFY(store.add(large));
    const qint64 once = QFileInfo(path()).size();
    for (int i = 1; i <= 10; ++i) {
        large.at = large.at.addSecs(60);
        QVERIFY(store.add(large));
    }
    QVERIFY(QFileInfo(path()).size() < once + once / 4);
}

void HistoryStoreTest::isTheUsersAlone()
{
    HistoryStore store(path());
    QVERIFY(store.add(reading(0)));
    constexpr auto others = QFile::ReadGroup | QFile::WriteGroup | QFile::ExeGroup
        | QFile::ReadOther | QFile::WriteOther | QFile::ExeOther;
    QVERIFY(!(QFile::permissions(path()) & others));
    QVERIFY(!(QFile::permissions(QFileInfo(path()).path()) & others));
    const QString named = HistoryStore::pathOf(u"/f"_s, u"https://atlas.example"_s, u"abcdefgh"_s);
    QVERIFY(named.startsWith("/f/"_L1) && named.endsWith(".sqlite"_L1));
    QVERIFY(!named.contains("abcdefgh"_L1) && !named.contains("example"_L1));
    QVERIFY(named != HistoryStore::pathOf(u"/f"_s, u"https://atlas.example"_s, u"abcdefgi"_s));
}

void HistoryStoreTest::thinsOut_data()
{
    QTest::addColumn<QList<qint64>>("seconds");
    QTest::addColumn<QList<qint64>>("forgotten");
    const qint64 now = 400 * Day;
    QTest::newRow("none") << QList<qint64>() << QList<qint64>();
    QTest::newRow("one, old") << QList<qint64>{0} << QList<qint64>();
    QTest::newRow("all of 48 hours")
        << QList<qint64>{now - 47 * Hour, now - 46 * Hour, now - Hour, now} << QList<qint64>();
    QTest::newRow("one a day") << QList<qint64>{now - 5 * Day, now - 5 * Day + Hour, now - 4 * Day,
                                                now}
                               << QList<qint64>{0};
    QTest::newRow("one a month after 90 days")
        << QList<qint64>{0, 5 * Day, 25 * Day, 32 * Day, now} << QList<qint64>{0, 1};
    QTest::newRow("a clock that went wrong")
        << QList<qint64>{now + 1000 * Day, now + 1000 * Day + Hour, now} << QList<qint64>();
}

/// What is forgotten, by its place in the list.
void HistoryStoreTest::thinsOut()
{
    QFETCH(const QList<qint64>, seconds);
    QList<ReadingInfo> infos;
    for (const qint64 second : seconds)
        infos.append({infos.size(), reading(second, 0).at, true});
    QTEST(insight::readingsToForget(infos, reading(400 * Day, 0).at), "forgotten");
    // A complete one stays rather than a later one that is not.
    if (seconds.size() == 4 && seconds.first() == 395 * Day) {
        infos[1].isComplete = false;
        QCOMPARE(insight::readingsToForget(infos, reading(400 * Day, 0).at), QList<qint64>{1});
    }
}

void HistoryStoreTest::isBoundedInSize()
{
    constexpr qint64 most = qint64(256) * 1024;
    HistoryStore store(path(), most);
    KeptReading last;
    for (int i = 0; i < 12; ++i) {
        last = reading(i * Hour, 1);
        last.projects = {project(1, 1500)};
        // Nothing in common with the one before.
        for (atlas::ExportBucket &bucket : last.projects.first().buckets)
            bucket.text(atlas::BucketField::Name) = u"bucket-%1-%2"_s.arg(i).arg(bucket.id.toHex());
        QVERIFY(store.add(last));
    }
    const auto infos = store.readings();
    QVERIFY(infos && infos->size() < 12 && !infos->isEmpty());
    QCOMPARE(store.load(infos->last().id).value(), std::optional(last));
    QVERIFY(QFileInfo(path()).size() < 2 * most);
}

void HistoryStoreTest::leavesANewerFileAlone()
{
    {
        HistoryStore store(path());
        QVERIFY(store.add(reading(0)));
    }
    QVERIFY(insight::HistoryFile::open(path())->run("PRAGMA user_version = 99"));
    const QByteArray before = contentOf(path());
    HistoryStore store(path());
    const auto added = store.add(reading(60));
    QVERIFY(!added);
    QCOMPARE(added.error().kind, HistoryProblem::Kind::Newer);
    QVERIFY(added.error().text.toString().contains(QDir::toNativeSeparators(path())));
    QVERIFY(!store.readings());
    QCOMPARE(contentOf(path()), before);
}

void HistoryStoreTest::setsADamagedFileAside()
{
    QVERIFY(QDir().mkpath(QFileInfo(path()).path()));
    const QByteArray damaged("this is no database, but it is long enough to be looked at by one");
    put(path(), damaged.repeated(100));
    HistoryStore store(path());
    const auto readings = store.readings();
    QVERIFY(!readings);
    QCOMPARE(readings.error().kind, HistoryProblem::Kind::Broken);
    QCOMPARE(contentOf(path() + u".broken"_s), damaged.repeated(100));
    QVERIFY(store.add(reading(0)));
    QCOMPARE(store.readings().value().size(), 1);
}

/// Whatever byte is flipped, wherever the file is cut: what comes back is what was kept, or a
/// problem, or nothing.
void HistoryStoreTest::neverTellsWrongRows()
{
    const KeptReading kept = reading(0, 3);
    {
        HistoryStore store(path());
        QVERIFY(store.add(kept));
    }
    const QByteArray whole = contentOf(path());
    QRandomGenerator random(20261129);
    for (int i = 0; i < 400; ++i) {
        QByteArray damaged = whole;
        if (i % 4 == 0)
            damaged.truncate(random.bounded(damaged.size()));
        else
            damaged[random.bounded(damaged.size())] ^= char(1 << random.bounded(8));
        put(path(), damaged);
        HistoryStore store(path());
        const auto infos = store.readings();
        for (const ReadingInfo &info : infos.value_or(QList<ReadingInfo>())) {
            const auto found = store.load(info.id);
            QVERIFY(!found || isTrueOrNothing(*found, kept));
        }
        QVERIFY(QFile::exists(path()) || QFile::exists(path() + u".broken"_s));
    }
}

void HistoryStoreTest::isHeldUpByAnotherOnlyForAMoment()
{
    HistoryStore store(path());
    QVERIFY(store.add(reading(0)));
    const auto other = insight::HistoryFile::open(path());
    QVERIFY(other && other->run("BEGIN IMMEDIATE"));
    const auto added = store.add(reading(60));
    QVERIFY(!added);
    QCOMPARE(added.error().kind, HistoryProblem::Kind::Locked);
    QCOMPARE(store.readings().value().size(), 1);
    QVERIFY(other->run("COMMIT"));
    QVERIFY(store.add(reading(120)));
}

void HistoryStoreTest::forgetsWithoutATrace()
{
    KeptReading named = reading(0);
    named.projects.first().name = u"Kestrelbank"_s;
    HistoryStore store(path());
    QVERIFY(store.add(named));
    QVERIFY(store.forget());
    const auto left = QDir(QFileInfo(path()).path()).entryList(QDir::Files | QDir::Hidden);
    QCOMPARE(left, QStringList());
    QVERIFY(store.add(reading(60)));
    QCOMPARE(store.readings().value().size(), 1);
}

void HistoryStoreTest::tellsSinceWhenExportsAreAsTheyAre_data()
{
    // From the oldest reading to the newest, an hour apart: 1 on, 0 off, ? unread, - list unread, 2
    // to another bucket.
    QTest::addColumn<QString>("readings");
    QTest::addColumn<int>("since");
    QTest::newRow("never read") << u""_s << -1;
    QTest::newRow("always on") << u"111"_s << 0;
    QTest::newRow("on again") << u"1011"_s << 2;
    QTest::newRow("off at last") << u"110"_s << -1;
    QTest::newRow("unread between") << u"0111?1"_s << 1;
    QTest::newRow("list unread between") << u"01-1"_s << 1;
    QTest::newRow("unread at last") << u"11?"_s << -1;
    QTest::newRow("list unread at last") << u"011-"_s << 1;
    QTest::newRow("to another bucket before") << u"1221"_s << 3;
}

void HistoryStoreTest::tellsSinceWhenExportsAreAsTheyAre()
{
    QFETCH(const QString, readings);
    HistoryStore store(path());
    const insight::KeptSchedule now = project(1).schedules.first();
    for (int i = 0; i < readings.size(); ++i) {
        KeptReading kept = reading(i * Hour, 1);
        insight::KeptProject &project = kept.projects.first();
        if (readings[i] == u'?')
            project.unreadClusters = {now.cluster};
        project.hasAllClusters = readings[i] != u'-';
        if (readings[i] == u'2')
            project.schedules.first().bucket = idOf<atlas::BucketId>(2);
        else if (readings[i] != u'1')
            project.schedules.clear();
        QVERIFY(store.add(kept));
    }
    const auto spans = store.exportSpans();
    QVERIFY(spans);
    const auto found = spans->since(idOf<atlas::ProjectId>(1), now);
    QTEST(found ? static_cast<int>(reading(0, 0).at.secsTo(*found) / Hour) : -1, "since");
}

void HistoryStoreTest::readsBackWhatItPacked_data()
{
    QTest::addColumn<insight::KeptProject>("project");
    QTest::newRow("empty") << insight::KeptProject();
    QTest::newRow("usual") << project(7);
    insight::KeptProject odd = project(8, 0);
    odd.name = u"이름 \U0001F40A"_s;
    odd.unreadClusters = {cluster(u"a"_s), cluster(u"b-2"_s)};
    odd.schedules.append({cluster(u"paused"_s), false, std::nullopt, {}});
    odd.roles.append({QString(), u"AZURE"_s, false});
    QTest::newRow("odd") << odd;
}

void HistoryStoreTest::readsBackWhatItPacked()
{
    QFETCH(const insight::KeptProject, project);
    const QByteArray bytes = insight::bytesOf(project);
    const auto back = insight::projectIn(bytes);
    QVERIFY(back);
    QCOMPARE(insight::bytesOf(*back), bytes);
    QCOMPARE(back->name, project.name);
    QCOMPARE(back->buckets.size(), project.buckets.size());
    for (qsizetype size = 0; size < bytes.size(); ++size)
        QVERIFY(!insight::projectIn(bytes.first(size)));
    QVERIFY(!insight::projectIn(bytes + 'x'));
}

QTEST_GUILESS_MAIN(HistoryStoreTest)
#include "tst_historystore.moc"
