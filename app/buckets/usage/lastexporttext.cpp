// SPDX-License-Identifier: Apache-2.0
#include "buckets/usage/lastexporttext.h"

#include "base/texts/agetext.h"
#include "base/texts/showntext.h"
#include "base/texts/timetext.h"
#include "buckets/jobs/recentjobs.h"
#include "buckets/usage/jobtext.h"

#include <QCoreApplication>
#include <QLocale>
#include <QStringList>

#include <algorithm>
#include <functional>

using namespace Qt::Literals::StringLiterals;

namespace buckets {

namespace {

using ExportState = LastExport::State;

/// Nobody reads more in a tooltip.
constexpr qsizetype MostClustersTold = 5;

struct LastExportText
{
    Q_DECLARE_TR_FUNCTIONS(buckets::LastExportText)
};

QString dayOf(const QDateTime &time)
{
    return time.toLocalTime().date().toString(Qt::ISODate);
}

QString spokenDayOf(const QDateTime &time)
{
    return base::longDateText(time.toLocalTime().date());
}

/// What stands for a time.
using TimeWords = std::function<QString(const QDateTime &time)>;

QString counted(int number)
{
    return QLocale().toString(number);
}

/// `2026-08-02 11:12 (2026-08-02 02:12:00 UTC)`
QString bothTimes(const QDateTime &time)
{
    return LastExportText::tr("%1 (%2)").arg(base::localTimeText(time), base::utcTimeText(time));
}

QString failureText(const LastExport &told, const TimeWords &words)
{
    const LastExport::Failure &worst = told.failures.constFirst();
    if (told.clusters == 1) {
        return worst.worked
            ? LastExportText::tr("✕ failed %1× · worked %2")
                  .arg(counted(worst.inARow), words(*worst.worked))
            : LastExportText::tr("✕ failed %1× · never worked").arg(counted(worst.inARow));
    }
    const QString failing = counted(static_cast<int>(told.failures.size()));
    return worst.worked
        ? LastExportText::tr("✕ %1 of %2 clusters: failed %3× · worked %4")
              .arg(failing, counted(told.clusters), counted(worst.inARow), words(*worst.worked))
        : LastExportText::tr("✕ %1 of %2 clusters: failed %3× · never worked")
              .arg(failing, counted(told.clusters), counted(worst.inARow));
}

/// Of a state that is neither good nor bad.
QString betweenText(QChar sign, const LastExport &told, const TimeWords &words)
{
    const QString state = sign + u' ' + stateText(told.newest);
    return told.worked ? LastExportText::tr("%1 · worked %2").arg(state, words(*told.worked))
                       : LastExportText::tr("%1 · never worked").arg(state);
}

QString textWith(const LastExport &told, const TimeWords &words)
{
    switch (told.state) {
    case ExportState::Never:
        return standingText(ExportStanding::Never);
    case ExportState::Worked:
        return LastExportText::tr("✓ worked %1").arg(words(*told.worked));
    case ExportState::UnderWay:
        return betweenText(u'▸', told, words);
    case ExportState::Cancelled:
        return betweenText(u'–', told, words);
    case ExportState::Failed:
        return failureText(told, words);
    case ExportState::Unknown:
        return betweenText(u'?', told, words);
    }
    Q_UNREACHABLE();
}

QString spokenFailure(const LastExport &told)
{
    const LastExport::Failure &worst = told.failures.constFirst();
    if (told.clusters == 1) {
        return worst.worked
            ? LastExportText::tr("exports fail, %Ln in a row, last worked on %1", nullptr,
                                 worst.inARow)
                  .arg(spokenDayOf(*worst.worked))
            : LastExportText::tr("exports fail, %Ln in a row, never worked", nullptr, worst.inARow);
    }
    const QString failing = counted(static_cast<int>(told.failures.size()));
    return worst.worked
        ? LastExportText::tr("exports of %1 of %2 clusters fail, %Ln in a row, last worked on %3",
                             nullptr, worst.inARow)
              .arg(failing, counted(told.clusters), spokenDayOf(*worst.worked))
        : LastExportText::tr("exports of %1 of %2 clusters fail, %Ln in a row, never worked",
                             nullptr, worst.inARow)
              .arg(failing, counted(told.clusters));
}

/// Of a state that is neither good nor bad.
QString spokenBetween(const LastExport &told)
{
    const QString state = stateText(told.newest);
    //: %1 is the state of an export job, such as In progress.
    return told.worked ? LastExportText::tr("last export: %1, last worked on %2")
                             .arg(state, spokenDayOf(*told.worked))
                       : LastExportText::tr("last export: %1, never worked").arg(state);
}

QString workedDetails(const std::optional<QDateTime> &worked)
{
    return worked
        ? LastExportText::tr("The last successful export ended at %1.").arg(bothTimes(*worked))
        : LastExportText::tr("No export has succeeded yet.");
}

QString reasonOf(const LastExport::Failure &failure)
{
    if (!failure.reason)
        return {};
    QStringList parts{failure.reason->errorCode, failure.reason->message};
    parts.removeAll(QString());
    return parts.isEmpty()
        ? QString()
        : LastExportText::tr("Atlas: %1").arg(base::shownText(parts.join(u": "_s)));
}

QString failureDetails(const LastExport::Failure &failure)
{
    QStringList lines{LastExportText::tr("%1: the last %Ln export(s) failed, most recently at "
                                         "%2.",
                                         nullptr, failure.inARow)
                          .arg(failure.cluster.toString(), bothTimes(failure.failed)),
                      reasonOf(failure), workedDetails(failure.worked)};
    lines.removeAll(QString());
    return lines.join(u'\n');
}

} // namespace

QString lastExportText(const LastExport &told)
{
    return textWith(told, dayOf);
}

QString lastExportText(const LastExport &told, const QDateTime &now)
{
    return textWith(told, [&now](const QDateTime &time) { return base::agoText(time, now); });
}

QString standingText(ExportStanding standing)
{
    switch (standing) {
    case ExportStanding::Failed:
        //: How the exports to a bucket stand.
        return LastExportText::tr("✕ Failed");
    case ExportStanding::UnderWay:
        //: How the exports to a bucket stand.
        return LastExportText::tr("▸ In progress");
    case ExportStanding::Cancelled:
        //: How the exports to a bucket stand.
        return LastExportText::tr("– Cancelled");
    case ExportStanding::Unknown:
        //: How the exports to a bucket stand.
        return LastExportText::tr("? Unknown state");
    case ExportStanding::Worked:
        //: How the exports to a bucket stand.
        return LastExportText::tr("✓ Worked");
    case ExportStanding::NoneOfLate:
        return LastExportText::tr("None in %Ln day(s)", nullptr, RecentJobs::Days);
    case ExportStanding::Never:
        return LastExportText::tr("Never");
    case ExportStanding::NotLoaded:
        //: The export jobs of a bucket.
        return LastExportText::tr("Not loaded");
    }
    Q_UNREACHABLE();
}

QString spokenLastExport(const LastExport &told, int failedOfLatest)
{
    if (told.state == ExportState::Never)
        return LastExportText::tr("never exported");
    if (told.state == ExportState::Failed)
        return spokenFailure(told);
    const QString spoken = told.state == ExportState::Worked
        ? LastExportText::tr("last export worked on %1").arg(dayOf(*told.worked))
        : spokenBetween(told);
    return failedOfLatest == 0
        ? spoken
        //: %1 is when an export last worked.
        : LastExportText::tr("%1, %Ln of the latest failed", nullptr, failedOfLatest).arg(spoken);
}

QString lastExportDetails(const LastExport &told)
{
    if (told.state == ExportState::Never)
        return {};
    if (told.state != ExportState::Failed)
        return workedDetails(told.worked);
    QStringList parts;
    const qsizetype shown = std::min(told.failures.size(), MostClustersTold);
    for (qsizetype i = 0; i < shown; ++i)
        parts.append(failureDetails(told.failures[i]));
    if (const auto more = static_cast<int>(told.failures.size() - shown); more > 0)
        parts.append(
            LastExportText::tr("The exports of %Ln more cluster(s) also fail.", nullptr, more));
    return parts.join(u"\n\n"_s);
}

} // namespace buckets
