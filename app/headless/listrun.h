// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "buckets/reading/regionreader.h"
#include "buckets/search/bucketquery.h"
#include "buckets/search/localoffsets.h"
#include "buckets/usage/bucketsinuse.h"
#include "buckets/usage/usagecheck.h"
#include "headless/account.h"
#include "headless/command.h"
#include "headless/inenglish.h"
#include "headless/output.h"
#include "headless/run.h"
#include "share/report/bucketwriter.h"
#include "share/report/exportscope.h"

#include <QSet>

#include <deque>
#include <memory>

namespace headless {

/// Lists the buckets of all projects. Reads what the filter asks for beside the lists: the use of
/// buckets, or their regions. What is written line by line is written while others are still read,
/// and kept no longer.
class ListRun final : public Run
{
    Q_OBJECT

public:
    /// All of it must outlive this.
    ListRun(Account &account, Output &output, const Command &command,
            startup::Languages &languages);

    void start() override;
    void stop() override;
    QString progressText() const override;

private:
    enum class Step : quint8 { Buckets, Use, Regions, Writing, Ended };

    bool writesAtOnce() const;
    void noteRead(atlas::ProjectId project);
    void followSweep();
    void endSweep();
    void readUse();
    void noteUseRead();
    void readRegions();
    void noteRegion(atlas::BucketId bucket, const std::optional<atlas::ApiError> &error);
    void endReading();
    void writeSome();
    void writeProject(atlas::ProjectId project);
    void flush(qsizetype atLeast);
    void pauseOrGoOn();
    void end();

    QList<share::ExportScope::Unread> unreadBuckets() const;
    QList<share::ExportScope::Unread> unreadUse() const;
    bool isComplete() const;
    std::unique_ptr<share::BucketWriter> makeWriter() const;

    Account &m_account;
    Output &m_output;
    const Command &m_command;
    startup::Languages &m_languages;
    buckets::BucketQuery m_query;
    buckets::BucketsInUse m_use;
    buckets::UsageCheck m_usageCheck;
    /// Puts regions that are read into the rows.
    buckets::RegionReader m_regions;
    buckets::LocalOffsets m_offsets;
    Step m_step = Step::Buckets;
    bool m_isStopped = false;
    /// Reading waits for whoever reads the output.
    bool m_isPaused = false;
    /// Whose regions are being read.
    QSet<atlas::BucketId> m_regionsLeft;
    QList<share::ExportScope::Unread> m_unread;
    std::unique_ptr<share::BucketWriter> m_writer;
    QByteArray m_buffer;
    std::deque<atlas::ProjectId> m_toWrite;
    QSet<atlas::ProjectId> m_written;
};

} // namespace headless
