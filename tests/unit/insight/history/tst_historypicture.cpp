// SPDX-License-Identifier: Apache-2.0
#include "buckets/rows/rowbytes.h"
#include "insight/history/historystore.h"
#include "keptworld.h"

#include <QDir>
#include <QDirIterator>
#include <QFile>
#include <QFileInfo>
#include <QRandomGenerator>
#include <QTemporaryDir>
#include <QTest>

#include <memory>

using namespace Qt::Literals::StringLiterals;
using namespace keptworld;
using insight::HistoryProblem;
using insight::HistoryStore;
using insight::KeptOutline;
using insight::KeptReading;

namespace {

QByteArray contentOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

void put(const QString &path, const QByteArray &content)
{
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly | QIODevice::Truncate));
    QCOMPARE(file.write(content), content.size());
}

void flip(const QString &path, qint64 place, char bit)
{
    QFile file(path);
    QVERIFY(file.open(QIODevice::ReadWrite | QIODevice::Unbuffered));
    char byte = 0;
    QVERIFY(file.seek(place) && file.getChar(&byte));
    QVERIFY(file.seek(place) && file.putChar(char(byte ^ bit)));
}

/// What stands beside the projects of a reading.
QList<QByteArray> factsFor(const KeptReading &reading)
{
    QList<QByteArray> facts;
    for (const insight::KeptProject &project : reading.projects)
        facts.append("facts of " + project.name.toUtf8());
    return facts;
}

/// The buckets of rows, with the project in front of each.
QStringList listed(const buckets::BucketRows &rows)
{
    QStringList all;
    for (int row = 0; row < rows.size(); ++row) {
        all.append(rows.projectAt(row).toHex() + u' '
                   + rows.texts().text(rows.projectNameIndex(row)) + u' ' + rows.idAt(row).toHex()
                   + u' ' + rows.at(row).name()
                   + (rows.flag(row, atlas::BucketField::PrivateNetworking) == true ? u" private"_s
                                                                                    : QString()));
    }
    return all;
}

QStringList listed(const KeptReading &reading)
{
    QStringList all;
    for (const insight::KeptProject &project : reading.projects) {
        for (const atlas::ExportBucket &bucket : project.buckets) {
            const bool isPrivate = bucket.flag(atlas::BucketField::PrivateNetworking) == true;
            all.append(project.id.toHex() + u' ' + project.name + u' ' + bucket.id.toHex() + u' '
                       + bucket.name() + (isPrivate ? u" private"_s : QString()));
        }
    }
    return all;
}

} // namespace

/// What a store shows of its latest reading, at once and never wrongly.
class HistoryPictureTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();

    void showsTheLatest();
    void keepsTheOrderOfTheList();
    void findsTextsAsBefore();
    void showsWhatAnEarlierProgramHasKept();
    void showsNoOtherReading();
    void neverShowsWrongRows();
    void forgetsAllAccounts();

private:
    QString path() const { return m_folder->filePath(u"history/account.sqlite"_s); }
    void compareAll(HistoryStore &store, const KeptReading &kept, const QList<QByteArray> &facts);

    std::unique_ptr<QTemporaryDir> m_folder;
};

void HistoryPictureTest::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    QVERIFY(m_folder->isValid());
}

void HistoryPictureTest::compareAll(HistoryStore &store, const KeptReading &kept,
                                    const QList<QByteArray> &facts)
{
    const auto outline = store.outline();
    QVERIFY(outline && *outline);
    QCOMPARE((*outline)->at, kept.at);
    QCOMPARE((*outline)->hasAllProjects, kept.hasAllProjects);
    QCOMPARE((*outline)->projects.size(), kept.projects.size());
    for (qsizetype i = 0; i < kept.projects.size(); ++i) {
        const insight::KeptProject &project = kept.projects[i];
        const KeptOutline::Project &inShort = (*outline)->projects[i];
        QCOMPARE(inShort.id, project.id);
        QCOMPARE(inShort.name, project.name);
        QCOMPARE(inShort.buckets, static_cast<int>(project.buckets.size()));
        const auto page = store.page(**outline, i);
        QVERIFY(page && *page);
        QCOMPARE((*page)->project, project);
        QCOMPARE((*page)->facts, facts.value(i));
    }
    const auto rows = store.rows(**outline);
    QVERIFY(rows && *rows);
    QCOMPARE(listed(**rows), listed(kept));
    QList<QByteArray> inOrder = facts;
    inOrder.resize(kept.projects.size());
    QCOMPARE(store.facts(**outline).value(), inOrder);
}

void HistoryPictureTest::showsTheLatest()
{
    HistoryStore store(path());
    QCOMPARE(store.outline().value(), std::nullopt);
    QVERIFY(!QFile::exists(path()));
    QVERIFY(store.add(reading(0, 4), factsFor(reading(0, 4))));
    KeptReading latest = reading(60, 3);
    latest.projects[1].buckets.clear();
    latest.projects[2].name = u"Прод ß 가"_s;
    latest.projects[2].buckets[0].text(atlas::BucketField::Name) = QString();
    latest.projects[2].buckets[1].text(atlas::BucketField::Name).reset();
    latest.projects[2].buckets[2].text(atlas::BucketField::Name) = QString(QChar(0xd800));
    QVERIFY(store.add(latest, factsFor(latest)));
    compareAll(store, latest, factsFor(latest));
    HistoryStore again(path());
    compareAll(again, latest, factsFor(latest));
    QVERIFY(store.add(reading(120, 2)));
    compareAll(store, reading(120, 2), {});
}

void HistoryPictureTest::keepsTheOrderOfTheList()
{
    KeptReading kept = reading(0, 1);
    std::reverse(kept.projects[0].buckets.begin(), kept.projects[0].buckets.end());
    HistoryStore store(path());
    QVERIFY(store.add(kept));
    compareAll(store, kept, {});
}

/// Rows that were copied as they are can be searched and added to like any others.
void HistoryPictureTest::findsTextsAsBefore()
{
    buckets::BucketRows rows;
    const auto index = rows.projectIndex(idOf<atlas::ProjectId>(7));
    rows.setProjectName(index, u"Straße"_s);
    for (int i = 1; i <= 3000; ++i)
        rows.append(rows.pack(index, bucket(i, u"Archiv-Ä-%1"_s.arg(i))));
    auto back = buckets::rowsIn(buckets::bytesOf(rows));
    QVERIFY(back);
    QCOMPARE(listed(*back), listed(rows));
    const QByteArray needle = buckets::TextPool::foldedText(u"ARCHIV-ä-2999"_s);
    std::vector<quint8> matches(back->texts().end());
    back->texts().findAll(needle, 1, matches);
    const auto name = back->textIndex(2998, atlas::BucketField::Name);
    QCOMPARE(int(matches[name]), 1);
    QCOMPARE(back->texts().find(QByteArray("Archiv-Ä-2999")), name);
    QCOMPARE(back->keepText(u"Archiv-Ä-2999"_s), name);
    back->append(back->pack(index, bucket(3001, u"new"_s)));
    QCOMPARE(back->at(3000).name(), u"new"_s);
    QCOMPARE(back->rowsOf(index), 3001);
    QVERIFY(!buckets::rowsIn(buckets::bytesOf(rows).chopped(1)));
}

/// As version 1 of the file was: without the table, and with no order of the buckets.
void HistoryPictureTest::showsWhatAnEarlierProgramHasKept()
{
    const KeptReading kept = reading(0, 3);
    {
        HistoryStore store(path());
        QVERIFY(store.add(kept, factsFor(kept)));
    }
    {
        const auto file = insight::HistoryFile::open(path());
        QVERIFY(file && file->run("DROP TABLE picture; PRAGMA user_version = 1"));
    }
    HistoryStore store(path());
    compareAll(store, kept, {});
    QVERIFY(store.add(reading(60, 2), factsFor(reading(60, 2))));
    compareAll(store, reading(60, 2), factsFor(reading(60, 2)));
    QCOMPARE(store.readings().value().size(), 2);
}

/// Another window may have kept one in the meantime.
void HistoryPictureTest::showsNoOtherReading()
{
    HistoryStore store(path());
    QVERIFY(store.add(reading(0, 3), factsFor(reading(0, 3))));
    const auto outline = store.outline();
    QVERIFY(outline && *outline);
    HistoryStore other(path());
    KeptReading next = reading(60, 3);
    next.projects[0].buckets[0].text(atlas::BucketField::Name) = u"other"_s;
    QVERIFY(other.add(next, factsFor(next)));
    const auto rows = store.rows(**outline);
    QVERIFY(rows && *rows);
    QCOMPARE(listed(**rows), listed(reading(0, 3)));
    QCOMPARE(store.page(**outline, 0).value()->project, reading(0, 3).projects[0]);
    QCOMPARE(store.facts(**outline).value(), QList<QByteArray>(3));
}

/// Whatever byte is flipped, wherever the file is cut: what is shown is what was kept, or nothing
/// and a sentence; and what is kept next is kept.
void HistoryPictureTest::neverShowsWrongRows()
{
    constexpr int Tries = 10'000;
    const KeptReading older = reading(0, 1);
    KeptReading kept = reading(60, 2);
    kept.projects[0].buckets[0].text(atlas::BucketField::Name) = u"newer"_s;
    const QList<QByteArray> facts = factsFor(kept);
    {
        HistoryStore store(path());
        QVERIFY(store.add(older, factsFor(older)));
        QVERIFY(store.add(kept, facts));
    }
    const QByteArray whole = contentOf(path());
    const QString broken = path() + u".broken"_s;
    QRandomGenerator random(20261130);
    int troubles = 0;
    for (int i = 0; i < Tries; ++i) {
        const bool isCut = i % 16 == 0;
        const qint64 place = random.bounded(whole.size());
        const char bit = char(1 << random.bounded(8));
        if (isCut)
            put(path(), whole.first(place));
        else
            flip(path(), place, bit);
        HistoryStore store(path());
        const auto note = [&troubles](const auto &result) {
            troubles += result ? 0 : 1;
            return result ? true : !result.error().text.toString().isEmpty();
        };
        const auto outline = store.outline();
        QVERIFY(note(outline));
        if (outline && *outline) {
            const KeptReading &shown = (*outline)->at == older.at ? older : kept;
            QCOMPARE((*outline)->at, shown.at);
            QCOMPARE((*outline)->projects.size(), shown.projects.size());
            const auto page = store.page(**outline, 0);
            QVERIFY(note(page) && (!page || !*page || (*page)->project == shown.projects[0]));
            QVERIFY(!page || !*page || (*page)->facts.isEmpty() || (*page)->facts == facts[0]);
            const auto rows = store.rows(**outline);
            QVERIFY(note(rows) && (!rows || !*rows || listed(**rows) == listed(shown)));
        }
        const bool isAddedTo = i % 2'500 == 0;
        if (isAddedTo) {
            QVERIFY(note(store.add(reading(120))));
            QVERIFY(store.add(reading(180)));
            compareAll(store, reading(180), {});
        }
        if (QFile::exists(broken)) {
            QFile::remove(path());
            QVERIFY(QFile::rename(broken, path()));
        }
        if (!isCut)
            flip(path(), place, bit);
        if (contentOf(path()) != whole)
            put(path(), whole);
    }
    QVERIFY(troubles > Tries / 10);
}

void HistoryPictureTest::forgetsAllAccounts()
{
    KeptReading named = reading(0);
    named.projects[0].name = u"planted-project"_s;
    named.projects[0].buckets[0].text(atlas::BucketField::Name) = u"planted-bucket"_s;
    const QString folder = QFileInfo(path()).path();
    for (const QString &account : {u"one"_s, u"two"_s}) {
        const QString file = folder + u'/' + account + u".sqlite"_s;
        HistoryStore store(file);
        QVERIFY(store.add(named, {"planted-facts"}));
        for (const char *const suffix : {"-journal", "-wal", "-shm", ".broken"})
            put(file + QLatin1StringView(suffix), "planted-bucket");
    }
    put(folder + u"/notes.txt"_s, "of somebody else");
    QVERIFY(HistoryStore::forgetAll(folder));
    QCOMPARE(QDir(folder).entryList(QDir::Files), QStringList(u"notes.txt"_s));
}

QTEST_MAIN(HistoryPictureTest)
#include "tst_historypicture.moc"
