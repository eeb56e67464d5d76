// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "buckets/usage/backupschedules.h"
#include "buckets/usage/exportcalendars.h"
#include "buckets/usage/exportjobs.h"

#include <QDateTime>
#include <QList>
#include <QString>

/// Clusters, their schedules and their export jobs, for tests of exports over time.
namespace testsupport {

using namespace Qt::Literals::StringLiterals;
using buckets::BackupSchedules;
using buckets::CalendarSpan;
using buckets::ExportCalendar;
using buckets::ExportCalendars;
using buckets::ExportJobs;
using Cluster = BackupSchedules::Entry;
using Jobs = QList<atlas::ExportJob>;

inline QDateTime utc(const QString &text)
{
    return QDateTime::fromString(text + u"Z"_s, Qt::ISODate);
}

/// In the middle of April 2026: the calendar begins with May 2025.
inline QDateTime noon()
{
    return utc(u"2026-04-15T12:00:00"_s);
}

inline atlas::BucketId bucket(char last = '1')
{
    return *atlas::BucketId::fromHex(QString(u"65f1a2b3000000000000000"_s + QLatin1Char(last)));
}

/// A job that was made at a minute past midnight of a day, and has ended an hour later if it has.
inline atlas::ExportJob job(const QString &day, const char *state = "Successful",
                            atlas::BucketId where = bucket())
{
    atlas::ExportJob made;
    made.bucket = where;
    made.state = atlas::ExportJobState::fromApi(QString::fromLatin1(state));
    made.created = utc(day + u"T00:01:00"_s);
    if (made.state.isEnded())
        made.finished = made.created->addSecs(60 * 60);
    return made;
}

/// A job a day, from one day to another, newest first.
inline Jobs daily(const QString &from, const QString &to)
{
    Jobs jobs;
    const QDate end = QDate::fromString(to, Qt::ISODate);
    for (QDate day = QDate::fromString(from, Qt::ISODate); day <= end; day = day.addDays(1))
        jobs.prepend(job(day.toString(Qt::ISODate)));
    return jobs;
}

inline atlas::ExportFrequency frequency(const QString &word)
{
    return atlas::ExportFrequency::fromApi(word);
}

/// A cluster whose automatic export goes to bucket().
inline Cluster cluster(const QString &word, const QString &name = u"ledger-01"_s)
{
    Cluster made{*atlas::ClusterName::fromString(name), BackupSchedules::Reading::Read, {}};
    made.schedule.autoExportEnabled = true;
    made.schedule.exportTo = {bucket(), frequency(word)};
    made.schedule.snapshots = QList<atlas::SnapshotRule>{{{}, frequency(word), 1, {}}};
    return made;
}

inline Cluster paused()
{
    Cluster made = cluster(u"daily"_s);
    made.details.paused = true;
    return made;
}

inline Cluster withoutSnapshots()
{
    Cluster made = cluster(u"daily"_s);
    made.schedule.snapshots->first().frequency = frequency(u"weekly"_s);
    return made;
}

inline Cluster toAnother()
{
    Cluster made = cluster(u"daily"_s);
    made.schedule.exportTo->bucket = bucket('2');
    return made;
}

inline Cluster switchedOff()
{
    Cluster made = cluster(u"daily"_s);
    made.schedule.autoExportEnabled = false;
    return made;
}

inline Cluster unread(BackupSchedules::Reading reading)
{
    Cluster made = cluster(u"daily"_s);
    made.reading = reading;
    return made;
}

inline ExportJobs::Told told(const Jobs &jobs,
                             buckets::Completeness completeness = buckets::Completeness::whole())
{
    return {true, jobs, completeness, false, {}};
}

/// A row of the table, of a cluster whose automatic export is daily.
inline ExportCalendars::Row row(const QString &project, const QString &name, const Jobs &jobs)
{
    const Cluster made = cluster(u"daily"_s, name);
    const auto calendar = calendarOf(made, told(jobs), std::nullopt, CalendarSpan(noon()));
    return {{{}, project, {}, {}, {}}, made.cluster, calendar.value_or(ExportCalendar())};
}

/// These rows, as those of one project that has been read.
inline ExportCalendars calendars(const QList<ExportCalendars::Row> &rows)
{
    ExportCalendars made{CalendarSpan(noon()), rows};
    made.projects = made.readProjects = 1;
    return made;
}

} // namespace testsupport
