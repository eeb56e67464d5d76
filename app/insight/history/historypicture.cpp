// SPDX-License-Identifier: Apache-2.0
#include "atlas/values/utc.h"
#include "buckets/rows/rowbytes.h"
#include "insight/history/historystore.h"
#include "insight/history/packedreading.h"
#include "insight/history/picturebytes.h"
#include "insight/history/readingbytes.h"

#include <QCryptographicHash>
#include <QFile>

/// What a store keeps of its latest reading beside the reading itself, so that it is shown at once.

namespace insight {

namespace {

/// Where in the table what lies.
constexpr qint64 OutlineNumber = 0;
constexpr qint64 RowsNumber = 1;
constexpr qint64 FirstFactsNumber = 2;

/// Of the form of the file.
constexpr qint64 FirstWithPicture = 2;

/// Fast, for there are many rows; no other reading's part, and no other part, has the same.
QByteArray pictureDigest(const ReadingInfo &reading, qint64 number, const QByteArray &bytes)
{
    QCryptographicHash hash(QCryptographicHash::Blake2b_256);
    for (const qint64 one : {reading.id, reading.at.toMSecsSinceEpoch(), number})
        hash.addData(QByteArray::number(one).append('/'));
    hash.addData(bytes);
    return hash.result();
}

} // namespace

HistoryResult<void> HistoryStore::writePicture(qint64 id, const PackedReading &reading)
{
    auto cleared = m_file->run("DELETE FROM picture");
    if (!cleared)
        return cleared;
    HistoryStatement insert =
        m_file->statement("INSERT INTO picture(number, reading, digest, bytes) VALUES(?, ?, ?, ?)");
    const ReadingInfo info{id, QDateTime::fromMSecsSinceEpoch(reading.at, atlas::Utc)};
    const auto put = [&insert, &info](qint64 number, const QByteArray &bytes) {
        return bytes.isEmpty()
            || insert.bind(number)
                   .bind(info.id)
                   .bind(pictureDigest(info, number, bytes))
                   .bind(bytes)
                   .run();
    };
    bool isWritten = put(OutlineNumber, reading.outline) && put(RowsNumber, reading.rows);
    for (qsizetype i = 0; i < reading.facts.size() && isWritten; ++i)
        isWritten = put(FirstFactsNumber + i, reading.facts[i]);
    if (!isWritten)
        return tl::unexpected(m_file->problem(insert.error()));
    return {};
}

/// Nothing if there is none of that reading.
HistoryResult<std::optional<QByteArray>> HistoryStore::picturePart(const ReadingInfo &reading,
                                                                   qint64 number)
{
    if (m_version < FirstWithPicture)
        return std::optional<QByteArray>();
    HistoryStatement select =
        m_file->statement("SELECT reading, digest, bytes FROM picture WHERE number = ?");
    const bool isThere = select.bind(number).next();
    if (select.error() != 0)
        return tl::unexpected(m_file->problem(select.error()));
    if (!isThere || select.number(0) != reading.id)
        return std::optional<QByteArray>();
    const QByteArray bytes = select.bytes(2);
    if (pictureDigest(reading, number, bytes) != select.bytes(1))
        return tl::unexpected(broken());
    return std::optional(bytes);
}

HistoryResult<QByteArray> HistoryStore::factsAt(const KeptOutline &outline, qsizetype place)
{
    return picturePart({outline.id, outline.at}, FirstFactsNumber + place)
        .map([](const auto &bytes) { return bytes.value_or(QByteArray()); });
}

HistoryResult<std::optional<KeptOutline>> HistoryStore::outline()
{
    if (!QFile::exists(m_path))
        return std::optional<KeptOutline>();
    return withFile([this] { return readOutline(); });
}

HistoryResult<std::optional<KeptOutline>> HistoryStore::readOutline()
{
    const auto infos = readInfos();
    if (!infos)
        return tl::unexpected(infos.error());
    if (infos->isEmpty())
        return std::optional<KeptOutline>();
    const ReadingInfo &latest = infos->constLast();
    const auto bytes = picturePart(latest, OutlineNumber);
    if (!bytes)
        return tl::unexpected(bytes.error());
    auto outline = *bytes ? outlineIn(**bytes) : std::nullopt;
    if (outline) {
        outline->id = latest.id;
        outline->at = latest.at;
        return outline;
    }
    return readBack(latest.id).map([&latest](const std::optional<KeptReading> &reading) {
        return reading ? std::optional(outlineOf(latest.id, *reading)) : std::nullopt;
    });
}

HistoryResult<std::optional<KeptPage>> HistoryStore::page(const KeptOutline &outline,
                                                          qsizetype place)
{
    if (!QFile::exists(m_path))
        return std::optional<KeptPage>();
    return withFile([this, &outline, place] { return readPage(outline, place); });
}

HistoryResult<std::optional<KeptPage>> HistoryStore::readPage(const KeptOutline &outline,
                                                              qsizetype place)
{
    const auto head = readHead(outline.id);
    if (!head)
        return tl::unexpected(head.error());
    if (!*head)
        return std::optional<KeptPage>();
    if (place >= (*head)->projects.size() || place >= outline.projects.size())
        return tl::unexpected(broken());
    const auto project = readProject((*head)->projects[place].hash);
    if (!project)
        return tl::unexpected(project.error());
    if (project->id != outline.projects[place].id)
        return tl::unexpected(broken());
    return factsAt(outline, place).map([&project](const QByteArray &facts) {
        return std::optional(KeptPage{*project, facts});
    });
}

HistoryResult<std::optional<buckets::BucketRows>> HistoryStore::rows(const KeptOutline &outline)
{
    if (!QFile::exists(m_path))
        return std::optional<buckets::BucketRows>();
    return withFile([this, &outline] { return readRows(outline); });
}

/// What another program has kept is put together from the reading.
HistoryResult<std::optional<buckets::BucketRows>> HistoryStore::readRows(const KeptOutline &outline)
{
    const auto bytes = picturePart({outline.id, outline.at}, RowsNumber);
    if (!bytes)
        return tl::unexpected(bytes.error());
    if (auto rows = *bytes ? buckets::rowsIn(**bytes) : std::nullopt)
        return rows;
    return readBack(outline.id).map([](const std::optional<KeptReading> &reading) {
        return reading ? std::optional(rowsOf(*reading)) : std::nullopt;
    });
}

HistoryResult<QList<QByteArray>> HistoryStore::facts(const KeptOutline &outline)
{
    if (!QFile::exists(m_path))
        return QList<QByteArray>();
    return withFile([this, &outline]() -> HistoryResult<QList<QByteArray>> {
        QList<QByteArray> all;
        for (qsizetype place = 0; place < outline.projects.size(); ++place) {
            const auto facts = factsAt(outline, place);
            if (!facts)
                return tl::unexpected(facts.error());
            all.append(*facts);
        }
        return all;
    });
}

} // namespace insight
