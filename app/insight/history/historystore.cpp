// SPDX-License-Identifier: Apache-2.0
#include "insight/history/historystore.h"

#include "atlas/values/utc.h"
#include "buckets/rows/rowbytes.h"
#include "insight/history/packedreading.h"
#include "insight/history/picturebytes.h"
#include "insight/history/readingbytes.h"

#include <QCryptographicHash>
#include <QFile>
#include <utility>

namespace insight {

namespace {

/// PRAGMA user_version of what is written here.
constexpr qint64 SchemaVersion = 2;

constexpr auto Schema = R"(
    PRAGMA auto_vacuum = INCREMENTAL;
    BEGIN IMMEDIATE;
    CREATE TABLE IF NOT EXISTS reading(id INTEGER PRIMARY KEY AUTOINCREMENT, at INTEGER NOT NULL,
                         complete INTEGER NOT NULL, whole INTEGER NOT NULL, digest BLOB NOT NULL);
    CREATE TABLE IF NOT EXISTS content(hash BLOB PRIMARY KEY, bytes BLOB NOT NULL) WITHOUT ROWID;
    CREATE TABLE IF NOT EXISTS project(reading INTEGER NOT NULL REFERENCES reading(id) ON DELETE CASCADE,
                         place INTEGER NOT NULL, hash BLOB NOT NULL,
                         PRIMARY KEY(reading, place)) WITHOUT ROWID;
    CREATE INDEX IF NOT EXISTS project_hash ON project(hash);
    CREATE TABLE IF NOT EXISTS picture(number INTEGER PRIMARY KEY, reading INTEGER NOT NULL,
                         digest BLOB NOT NULL, bytes BLOB NOT NULL);
    PRAGMA user_version = 2;
    COMMIT;)";

/// What came with version 2: the latest reading, ready to be shown.
constexpr auto SecondSchema = R"(
    CREATE TABLE IF NOT EXISTS picture(number INTEGER PRIMARY KEY, reading INTEGER NOT NULL,
                         digest BLOB NOT NULL, bytes BLOB NOT NULL);
    PRAGMA user_version = 2;)";

/// What binds a reading and its projects together, so that no row of it can change or go unnoticed.
class ReadingDigest
{
public:
    ReadingDigest(qint64 at, bool isComplete, bool hasAllProjects)
    {
        m_hash.addData(QByteArray::number(at));
        m_hash.addData(isComplete ? "c" : "-");
        m_hash.addData(hasAllProjects ? "a" : "-");
    }

    void add(const QByteArray &projectHash) { m_hash.addData(projectHash); }
    QByteArray result() const { return m_hash.result(); }

private:
    QCryptographicHash m_hash{QCryptographicHash::Sha256};
};

QDateTime timeOf(qint64 milliseconds)
{
    return QDateTime::fromMSecsSinceEpoch(milliseconds, atlas::Utc);
}

PackedReading pack(const KeptReading &reading, const QList<QByteArray> &facts)
{
    PackedReading packed{reading.at.toMSecsSinceEpoch(), reading.isComplete(),
                         reading.hasAllProjects};
    packed.outline = outlineBytesOf(reading);
    packed.rows = buckets::bytesOf(rowsOf(reading));
    packed.facts = facts;
    ReadingDigest digest(packed.at, packed.isComplete, packed.hasAllProjects);
    for (const KeptProject &project : reading.projects) {
        const QByteArray bytes = bytesOf(project);
        packed.projects.append({hashOf(bytes), bytes});
        digest.add(packed.projects.constLast().hash);
    }
    packed.digest = digest.result();
    return packed;
}

} // namespace

HistoryStore::HistoryStore(const QString &path, qint64 largestFile)
    : m_path(path), m_largestFile(largestFile)
{ }

HistoryResult<void> HistoryStore::open()
{
    if (m_file)
        return {};
    auto file = HistoryFile::open(m_path);
    if (!file)
        return tl::unexpected(file.error());
    m_file = std::move(*file);
    auto prepared = prepare();
    if (!prepared)
        m_file.reset();
    return prepared;
}

HistoryResult<void> HistoryStore::prepare()
{
    HistoryStatement version = m_file->statement("PRAGMA user_version");
    if (!version.next())
        return tl::unexpected(m_file->problem(version.error()));
    if (version.number(0) > SchemaVersion)
        return tl::unexpected(historyProblem(HistoryProblem::Kind::Newer, m_path));
    m_version = version.number(0);
    const bool isNew = m_version == 0;
    version.run();
    // What is forgotten is overwritten; what was written is on the disk before the call returns.
    return m_file
        ->run("PRAGMA secure_delete = ON; PRAGMA foreign_keys = ON; PRAGMA synchronous = FULL;"
              "PRAGMA cell_size_check = ON")
        .and_then([this, isNew]() -> HistoryResult<void> {
            if (!isNew)
                return {};
            m_version = SchemaVersion;
            return m_file->run(Schema);
        });
}

/// Before something is written: who only reads leaves a file of an earlier program as it is.
HistoryResult<void> HistoryStore::bringUpToDate()
{
    if (m_version >= SchemaVersion)
        return {};
    return m_file->run(SecondSchema).map([this] { m_version = SchemaVersion; });
}

HistoryResult<void> HistoryStore::add(const KeptReading &reading, const QList<QByteArray> &facts)
{
    // Before the file is locked: it takes the longest.
    const PackedReading packed = pack(reading, facts);
    return withFile([this, &packed]() -> HistoryResult<void> {
        auto written =
            m_file->run("BEGIN IMMEDIATE").and_then([&] { return write(packed); }).and_then([this] {
                return m_file->run("COMMIT");
            });
        if (!written) {
            // What else fails here is not worth more than why it was not written.
            (void)m_file->run("ROLLBACK");
            m_file.reset();
            return written;
        }
        return m_file->run("PRAGMA incremental_vacuum");
    });
}

HistoryResult<void> HistoryStore::write(const PackedReading &reading)
{
    return bringUpToDate()
        .and_then([&] { return writeHead(reading); })
        .and_then([&](qint64 id) {
            return writeProjects(id, reading).and_then([&] { return writePicture(id, reading); });
        })
        .and_then([&] { return thin(timeOf(reading.at)); })
        .and_then([this] { return shrink(); });
}

HistoryResult<qint64> HistoryStore::writeHead(const PackedReading &reading)
{
    HistoryStatement insert = m_file->statement(
        "INSERT INTO reading(at, complete, whole, digest) VALUES(?, ?, ?, ?) RETURNING id");
    insert.bind(reading.at)
        .bind(qint64(reading.isComplete))
        .bind(qint64(reading.hasAllProjects))
        .bind(reading.digest);
    if (!insert.next())
        return tl::unexpected(m_file->problem(insert.error()));
    const qint64 id = insert.number(0);
    if (!insert.run())
        return tl::unexpected(m_file->problem(insert.error()));
    return id;
}

HistoryResult<void> HistoryStore::writeProjects(qint64 id, const PackedReading &reading)
{
    HistoryStatement content =
        m_file->statement("INSERT OR IGNORE INTO content(hash, bytes) VALUES(?, ?)");
    HistoryStatement project =
        m_file->statement("INSERT INTO project(reading, place, hash) VALUES(?, ?, ?)");
    qint64 place = 0;
    for (const PackedProject &one : reading.projects) {
        if (!content.bind(one.hash).bind(one.bytes).run())
            return tl::unexpected(m_file->problem(content.error()));
        if (!project.bind(id).bind(place++).bind(one.hash).run())
            return tl::unexpected(m_file->problem(project.error()));
    }
    return {};
}

HistoryResult<void> HistoryStore::thin(const QDateTime &now)
{
    return readInfos().and_then([this, &now](const QList<ReadingInfo> &infos) {
        return drop(readingsToForget(infos, now));
    });
}

/// Down to the newest, which stays however large it is.
HistoryResult<void> HistoryStore::shrink()
{
    auto infos = readInfos();
    if (!infos)
        return tl::unexpected(infos.error());
    while (infos->size() > 1) {
        const auto used = usedBytes();
        if (!used)
            return tl::unexpected(used.error());
        if (*used <= m_largestFile)
            break;
        if (auto dropped = drop({infos->takeFirst().id}); !dropped)
            return dropped;
    }
    return {};
}

HistoryResult<void> HistoryStore::drop(const QList<qint64> &ids)
{
    if (ids.isEmpty())
        return {};
    HistoryStatement remove = m_file->statement("DELETE FROM reading WHERE id = ?");
    for (const qint64 id : ids) {
        if (!remove.bind(id).run())
            return tl::unexpected(m_file->problem(remove.error()));
    }
    return m_file->run("DELETE FROM content WHERE hash NOT IN (SELECT hash FROM project)");
}

HistoryResult<qint64> HistoryStore::usedBytes()
{
    HistoryStatement pages =
        m_file->statement("SELECT (page_count - freelist_count) * page_size"
                          " FROM pragma_page_count, pragma_freelist_count, pragma_page_size");
    if (!pages.next())
        return tl::unexpected(m_file->problem(pages.error()));
    return pages.number(0);
}

HistoryResult<QList<ReadingInfo>> HistoryStore::readings()
{
    if (!QFile::exists(m_path))
        return QList<ReadingInfo>();
    return withFile([this] { return readInfos(); });
}

HistoryResult<QList<ReadingInfo>> HistoryStore::readInfos()
{
    HistoryStatement select = m_file->statement("SELECT id, at, complete FROM reading ORDER BY id");
    QList<ReadingInfo> infos;
    while (select.next())
        infos.append({select.number(0), timeOf(select.number(1)), select.number(2) != 0});
    if (select.error() != 0)
        return tl::unexpected(m_file->problem(select.error()));
    return infos;
}

HistoryResult<std::optional<KeptReading>> HistoryStore::load(qint64 id)
{
    if (!QFile::exists(m_path))
        return std::optional<KeptReading>();
    return withFile([this, id] { return readBack(id); });
}

/// Of the reading and its projects, without these; nothing if it is not kept.
HistoryResult<std::optional<PackedReading>> HistoryStore::readHead(qint64 id)
{
    HistoryStatement head =
        m_file->statement("SELECT at, complete, whole, digest FROM reading WHERE id = ?");
    if (!head.bind(id).next()) {
        if (head.error() != 0)
            return tl::unexpected(m_file->problem(head.error()));
        return std::optional<PackedReading>();
    }
    PackedReading reading{head.number(0), head.number(1) != 0, head.number(2) != 0};
    reading.digest = head.bytes(3);
    ReadingDigest digest(reading.at, reading.isComplete, reading.hasAllProjects);
    HistoryStatement projects =
        m_file->statement("SELECT hash FROM project WHERE reading = ? ORDER BY place");
    projects.bind(id);
    while (projects.next()) {
        reading.projects.append({projects.bytes(0), {}});
        digest.add(projects.bytes(0));
    }
    if (projects.error() != 0)
        return tl::unexpected(m_file->problem(projects.error()));
    if (digest.result() != reading.digest)
        return tl::unexpected(broken());
    return std::optional(reading);
}

HistoryResult<KeptProject> HistoryStore::readProject(const QByteArray &hash)
{
    HistoryStatement select = m_file->statement("SELECT bytes FROM content WHERE hash = ?");
    const bool isThere = select.bind(hash).next();
    if (select.error() != 0)
        return tl::unexpected(m_file->problem(select.error()));
    const QByteArray bytes = isThere ? select.bytes(0) : QByteArray();
    auto project = hashOf(bytes) == hash ? projectIn(bytes) : std::nullopt;
    if (!project)
        return tl::unexpected(broken());
    return *std::move(project);
}

HistoryResult<std::optional<KeptReading>> HistoryStore::readBack(qint64 id)
{
    const auto head = readHead(id);
    if (!head)
        return tl::unexpected(head.error());
    if (!*head)
        return std::optional<KeptReading>();
    KeptReading reading{timeOf((*head)->at), (*head)->hasAllProjects, {}};
    for (const PackedProject &one : std::as_const((*head)->projects)) {
        const auto project = readProject(one.hash);
        if (!project)
            return tl::unexpected(project.error());
        reading.projects.append(*project);
    }
    return std::optional(reading);
}

HistoryResult<ExportSpans> HistoryStore::exportSpans()
{
    if (!QFile::exists(m_path))
        return ExportSpans();
    return withFile([this] { return readSpans(); });
}

/// What did not change between readings is read once.
HistoryResult<ExportSpans> HistoryStore::readSpans()
{
    HistoryStatement projects = m_file->statement(
        "SELECT r.at, p.hash, c.bytes FROM reading r JOIN project p ON p.reading = r.id"
        " JOIN content c ON c.hash = p.hash ORDER BY r.id DESC, p.place");
    ExportSpans spans;
    QHash<QByteArray, KeptProject> known;
    while (projects.next()) {
        const QByteArray hash = projects.bytes(1);
        if (!known.contains(hash)) {
            const QByteArray bytes = projects.bytes(2);
            auto read = projectIn(bytes);
            if (!read || hashOf(bytes) != hash)
                return tl::unexpected(broken());
            read->buckets.clear();
            known.insert(hash, *read);
        }
        spans.addOlder(known.value(hash), timeOf(projects.number(0)));
    }
    if (projects.error() != 0)
        return tl::unexpected(m_file->problem(projects.error()));
    return spans;
}

HistoryProblem HistoryStore::broken() const
{
    return historyProblem(HistoryProblem::Kind::Broken, m_path);
}

} // namespace insight
