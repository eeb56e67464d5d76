// SPDX-License-Identifier: Apache-2.0
#include "buckets/usage/jobtext.h"

#include <QCoreApplication>
#include <QDateTime>

#include <algorithm>
#include <array>

using namespace Qt::Literals::StringLiterals;

namespace buckets {

namespace {

using Kind = atlas::ExportJobState::Kind;

struct JobText
{
    Q_DECLARE_TR_FUNCTIONS(buckets::JobText)
};

QString countText(Kind kind, int count)
{
    switch (kind) {
    case Kind::Queued:
        return JobText::tr("%Ln queued", nullptr, count);
    case Kind::InProgress:
        return JobText::tr("%Ln in progress", nullptr, count);
    case Kind::Successful:
        return JobText::tr("%Ln successful", nullptr, count);
    case Kind::Failed:
        return JobText::tr("%Ln failed", nullptr, count);
    case Kind::Cancelled:
        return JobText::tr("%Ln cancelled", nullptr, count);
    case Kind::Unknown:
        return JobText::tr("%Ln in another state", nullptr, count);
    }
    Q_UNREACHABLE();
}

} // namespace

JobTone toneOf(const atlas::ExportJobState &state)
{
    switch (state.kind()) {
    case Kind::Successful:
        return JobTone::Good;
    case Kind::Failed:
        return JobTone::Bad;
    case Kind::Queued:
    case Kind::InProgress:
    case Kind::Cancelled:
    case Kind::Unknown:
        return JobTone::Pending;
    }
    Q_UNREACHABLE();
}

QString stateText(const atlas::ExportJobState &state)
{
    switch (state.kind()) {
    case Kind::Queued:
        return JobText::tr("Queued");
    case Kind::InProgress:
        return JobText::tr("In progress");
    case Kind::Successful:
        return JobText::tr("Successful");
    case Kind::Failed:
        return JobText::tr("Failed");
    case Kind::Cancelled:
        return JobText::tr("Cancelled");
    case Kind::Unknown:
        return state.apiText();
    }
    Q_UNREACHABLE();
}

QString stripText(const QList<atlas::ExportJobState> &states)
{
    QStringList counts;
    for (const Kind kind : {Kind::Successful, Kind::Failed, Kind::Cancelled, Kind::InProgress,
                            Kind::Queued, Kind::Unknown}) {
        const auto count =
            std::count_if(states.begin(), states.end(), [kind](const atlas::ExportJobState &state) {
                return state.kind() == kind;
            });
        if (count > 0)
            counts.append(countText(kind, static_cast<int>(count)));
    }
    return JobText::tr("Latest %Ln export job(s): %1", nullptr, static_cast<int>(states.size()))
        .arg(counts.join(u", "_s));
}

std::optional<std::chrono::seconds> durationOf(const atlas::ExportJob &job, const QDateTime &now)
{
    const bool isUnderWay = job.state.kind() == Kind::InProgress;
    const auto end = job.finished || !isUnderWay ? job.finished : std::optional(now);
    if (!job.created || !end || *end < *job.created)
        return std::nullopt;
    return std::chrono::seconds(job.created->secsTo(*end));
}

QString durationText(std::chrono::seconds duration)
{
    constexpr int Sixty = 60;
    const qint64 seconds = duration.count();
    const qint64 minutes = seconds / Sixty;
    const qint64 hours = minutes / Sixty;
    if (minutes == 0)
        return JobText::tr("%1 s").arg(seconds);
    if (hours == 0)
        return JobText::tr("%1 min %2 s").arg(minutes).arg(seconds % Sixty);
    return JobText::tr("%1 h %2 min").arg(hours).arg(minutes % Sixty);
}

} // namespace buckets
