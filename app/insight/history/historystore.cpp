// SPDX-License-Identifier: Apache-2.0
#include "insight/history/historystore.h"

#include "atlas/values/utc.h"
#include "insight/history/readingbytes.h"

#include <QCryptographicHash>
#include <QDir>
#include <QFile>
#include <QStandardPaths>
#include <utility>

namespace insight {

namespace {

/// PRAGMA user_version of what is written here.
constexpr qint64 SchemaVersion = 1;

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
    PRAGMA user_version = 1;
    COMMIT;)";

QByteArray hashOf(const QByteArray &bytes)
{
    return QCryptographicHash::hash(bytes, QCryptographicHash::Sha256);
}

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

} // namespace

/// A project as it lies in the file.
struct PackedProject
{
    QByteArray hash{};
    QByteArray bytes{};
};

/// A reading as it lies in the file.
struct PackedReading
{
    qint64 at = 0;
    bool isComplete = false;
    bool hasAllProjects = false;
    QList<PackedProject> projects{};
    QByteArray digest{};
};

namespace {

PackedReading pack(const KeptReading &reading)
{
    PackedReading packed{
        reading.at.toMSecsSinceEpoch(), reading.isComplete(), reading.hasAllProjects, {}, {}};
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

QString HistoryStore::defaultFolder()
{
    return QStandardPaths::writableLocation(QStandardPaths::GenericDataLocation)
        + QStringLiteral("/bucketscope/history");
}

QString HistoryStore::pathOf(const QString &folder, const QString &host, const QString &keyId)
{
    const QByteArray account = hashOf(QString(host + u'\n' + keyId).toUtf8()).toHex().first(32);
    return folder + u'/' + QString::fromLatin1(account) + QStringLiteral(".sqlite");
}

HistoryStore::HistoryStore(const QString &path, qint64 largestFile)
    : m_path(path), m_largestFile(largestFile)
{ }

template<class Work>
auto HistoryStore::withFile(const Work &work) -> decltype(work())
{
    auto result = open().and_then(work);
    if (!result && result.error().kind == HistoryProblem::Kind::Broken)
        return tl::unexpected(setAside());
    return result;
}

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
    const bool isNew = version.number(0) == 0;
    version.run();
    // What is forgotten is overwritten; what was written is on the disk before the call returns.
    return m_file
        ->run("PRAGMA secure_delete = ON; PRAGMA foreign_keys = ON; PRAGMA synchronous = FULL;"
              "PRAGMA cell_size_check = ON")
        .and_then([this, isNew] { return isNew ? m_file->run(Schema) : HistoryResult<void>(); });
}

HistoryResult<void> HistoryStore::add(const KeptReading &reading)
{
    // Before the file is locked: it takes the longest.
    const PackedReading packed = pack(reading);
    return withFile([this, &packed]() -> HistoryResult<void> {
        auto written =
            m_file->run("BEGIN IMMEDIATE").and_then([&] { return write(packed); }).and_then([this] {
                return m_file->run("COMMIT");
            });
        if (!written) {
            // What else fails here is not worth more than why it was not written.
            (void)m_file->run("ROLLBACK");
            return written;
        }
        return m_file->run("PRAGMA incremental_vacuum");
    });
}

HistoryResult<void> HistoryStore::write(const PackedReading &reading)
{
    return writeHead(reading)
        .and_then([&](qint64 id) { return writeProjects(id, reading); })
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

HistoryResult<std::optional<KeptReading>> HistoryStore::readBack(qint64 id)
{
    const auto broken = [this] {
        return tl::unexpected(historyProblem(HistoryProblem::Kind::Broken, m_path));
    };
    HistoryStatement head =
        m_file->statement("SELECT at, complete, whole, digest FROM reading WHERE id = ?");
    if (!head.bind(id).next()) {
        if (head.error() != 0)
            return tl::unexpected(m_file->problem(head.error()));
        return std::optional<KeptReading>();
    }
    KeptReading reading{timeOf(head.number(0)), head.number(2) != 0, {}};
    ReadingDigest digest(head.number(0), head.number(1) != 0, reading.hasAllProjects);
    const QByteArray expected = head.bytes(3);

    HistoryStatement projects = m_file->statement(
        "SELECT p.hash, c.bytes FROM project p LEFT JOIN content c ON c.hash = p.hash"
        " WHERE p.reading = ? ORDER BY p.place");
    projects.bind(id);
    while (projects.next()) {
        const QByteArray bytes = projects.bytes(1);
        const auto project = projectIn(bytes);
        if (!project || hashOf(bytes) != projects.bytes(0))
            return broken();
        digest.add(projects.bytes(0));
        reading.projects.append(*project);
    }
    if (projects.error() != 0)
        return tl::unexpected(m_file->problem(projects.error()));
    if (digest.result() != expected)
        return broken();
    return reading;
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
                return tl::unexpected(historyProblem(HistoryProblem::Kind::Broken, m_path));
            read->buckets.clear();
            known.insert(hash, *read);
        }
        spans.addOlder(known.value(hash), timeOf(projects.number(0)));
    }
    if (projects.error() != 0)
        return tl::unexpected(m_file->problem(projects.error()));
    return spans;
}

HistoryProblem HistoryStore::setAside()
{
    m_file.reset();
    const QString aside = m_path + QStringLiteral(".broken");
    QFile::remove(aside);
    QFile::remove(m_path + QStringLiteral("-journal"));
    QFile file(m_path);
    if (!file.rename(aside))
        return historyProblem(HistoryProblem::Kind::Unusable, m_path, file.errorString());
    return historyProblem(HistoryProblem::Kind::Broken, m_path);
}

HistoryResult<void> HistoryStore::forget()
{
    m_file.reset();
    for (const char *const suffix : {"-journal", "", ".broken"}) {
        QFile file(m_path + QLatin1StringView(suffix));
        if (file.exists() && !file.remove())
            return tl::unexpected(historyProblem(HistoryProblem::Kind::Unusable, file.fileName(),
                                                 file.errorString()));
    }
    return {};
}

} // namespace insight
