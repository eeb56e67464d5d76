// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "buckets/rows/bucketrows.h"
#include "insight/history/exportspans.h"
#include "insight/history/historyfile.h"
#include "insight/history/keptpicture.h"
#include "insight/history/keptreading.h"
#include "insight/history/packedreading.h"
#include "insight/history/thinning.h"

#include <QList>
#include <QString>

#include <optional>

namespace insight {

/// The readings of one account, in one file that is the user's alone: what was there when we
/// looked. Holds no secret. A reading is there whole or not at all, and what many readings have in
/// common is there once. Any thread, one at a time; each call waits for the disk.
///
/// A file of a newer Bucketscope is left alone. One that is damaged is set aside, under its name
/// with `.broken` behind it, and a new one begun: the call that finds it says so.
class HistoryStore
{
public:
    /// In bytes. When a new reading would make the file larger, the oldest are forgotten.
    static constexpr qint64 LargestFile = qint64(256) * 1024 * 1024;

    /// Where readings are kept, for the user who runs this program.
    static QString defaultFolder();
    /// Where the readings of an account are kept, in `folder`: by host and key ID, neither of which
    /// the name tells.
    static QString pathOf(const QString &folder, const QString &host, const QString &keyId);

    /// Opens nothing yet, and makes no file.
    explicit HistoryStore(const QString &path, qint64 largestFile = LargestFile);

    const QString &path() const { return m_path; }

    /// Keeps a reading, and forgets those that are not kept any longer at the time of the reading.
    /// `facts` are kept beside its projects as long as it is the latest; in their order, or none.
    HistoryResult<void> add(const KeptReading &reading, const QList<QByteArray> &facts = {});
    /// What is kept, in the order in which it was. Nothing if there is no file.
    HistoryResult<QList<ReadingInfo>> readings();
    /// A kept reading; nothing if it is kept no longer.
    HistoryResult<std::optional<KeptReading>> load(qint64 id);
    /// What the latest reading is about; nothing if none is kept.
    HistoryResult<std::optional<KeptOutline>> outline();
    /// The project at `place` of the outline; nothing if that is the latest reading no longer.
    HistoryResult<std::optional<KeptPage>> page(const KeptOutline &outline, qsizetype place);
    /// The buckets of all projects, project by project; nothing if that is the latest reading no
    /// longer.
    HistoryResult<std::optional<buckets::BucketRows>> rows(const KeptOutline &outline);
    /// As KeptPage::facts, of all projects of the outline in its order.
    HistoryResult<QList<QByteArray>> facts(const KeptOutline &outline);
    /// Since when automatic exports have been as they are, from all that is kept.
    HistoryResult<ExportSpans> exportSpans();
    /// Leaves nothing on the disk, of what was set aside neither.
    HistoryResult<void> forget();
    /// The same of all accounts whose readings are kept in `folder`.
    static HistoryResult<void> forgetAll(const QString &folder);

private:
    HistoryResult<void> open();
    HistoryResult<void> prepare();
    HistoryResult<void> bringUpToDate();
    HistoryResult<void> write(const PackedReading &reading);
    HistoryResult<void> writePicture(qint64 id, const PackedReading &reading);
    HistoryResult<std::optional<QByteArray>> picturePart(const ReadingInfo &reading, qint64 number);
    HistoryResult<QByteArray> factsAt(const KeptOutline &outline, qsizetype place);
    HistoryResult<std::optional<KeptOutline>> readOutline();
    HistoryResult<std::optional<KeptPage>> readPage(const KeptOutline &outline, qsizetype place);
    HistoryResult<std::optional<buckets::BucketRows>> readRows(const KeptOutline &outline);
    HistoryProblem broken() const;
    HistoryResult<qint64> writeHead(const PackedReading &reading);
    HistoryResult<void> writeProjects(qint64 id, const PackedReading &reading);
    HistoryResult<void> thin(const QDateTime &now);
    HistoryResult<void> shrink();
    HistoryResult<void> drop(const QList<qint64> &ids);
    HistoryResult<qint64> usedBytes();
    HistoryResult<QList<ReadingInfo>> readInfos();
    HistoryResult<std::optional<PackedReading>> readHead(qint64 id);
    HistoryResult<KeptProject> readProject(const QByteArray &hash);
    HistoryResult<std::optional<KeptReading>> readBack(qint64 id);
    HistoryResult<ExportSpans> readSpans();
    HistoryProblem setAside();

    /// What `work` comes to with the file open. If the file turns out to be damaged, it is set
    /// aside.
    template<class Work>
    auto withFile(const Work &work) -> decltype(work());

    QString m_path;
    qint64 m_largestFile;
    std::optional<HistoryFile> m_file;
    /// PRAGMA user_version of the open file.
    qint64 m_version = 0;
};

template<class Work>
auto HistoryStore::withFile(const Work &work) -> decltype(work())
{
    auto result = open().and_then(work);
    if (!result && result.error().kind == HistoryProblem::Kind::Broken)
        return tl::unexpected(setAside());
    return result;
}

} // namespace insight
