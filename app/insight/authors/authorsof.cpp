// SPDX-License-Identifier: Apache-2.0
#include "insight/authors/authorsof.h"

#include <algorithm>
#include <chrono>
#include <cstdlib>

using namespace Qt::Literals::StringLiterals;

namespace insight {

namespace {

using Kind = Change::Kind;
using Subject = Change::Subject;

/// Readings may take so long, stops included.
constexpr std::chrono::seconds LongestReading = std::chrono::hours(24);
/// Between the time in the ID of a bucket and that of its event.
constexpr qint64 MostSecondsApart = 2;

constexpr auto BucketCreated = "BUCKET_CREATED_AUDIT"_L1;
constexpr auto BucketDeleted = "BUCKET_DELETED_AUDIT"_L1;
constexpr auto ScheduleUpdated = "CPS_SNAPSHOT_SCHEDULE_UPDATED_AUDIT"_L1;
constexpr auto ClusterDeleteSubmitted = "CLUSTER_DELETE_SUBMITTED"_L1;
constexpr auto ClusterDeleted = "CLUSTER_DELETED"_L1;

/// Atlas has no events of roles on Azure.
struct RoleEvents
{
    QLatin1StringView provider;
    QLatin1StringView added;
    QLatin1StringView updated;
    QLatin1StringView deleted;
};
constexpr std::array roleEvents{RoleEvents{"AWS"_L1, "CLOUD_PROVIDER_ACCESS_AWS_IAM_ROLE_ADDED"_L1,
                                           "CLOUD_PROVIDER_ACCESS_AWS_IAM_ROLE_UPDATED"_L1,
                                           "CLOUD_PROVIDER_ACCESS_AWS_IAM_ROLE_DELETED"_L1},
                                RoleEvents{"GCP"_L1,
                                           "CLOUD_PROVIDER_ACCESS_GCP_SERVICE_ACCOUNT_ADDED"_L1,
                                           "CLOUD_PROVIDER_ACCESS_GCP_SERVICE_ACCOUNT_UPDATED"_L1,
                                           "CLOUD_PROVIDER_ACCESS_GCP_SERVICE_ACCOUNT_DELETED"_L1}};

/// The event that a change of a role has; empty if it has none. That a role is authorized no longer
/// is nobody's author in Atlas.
QLatin1StringView typeOfRoleEvent(const Change &change)
{
    const auto row =
        std::find_if(roleEvents.begin(), roleEvents.end(),
                     [&change](const RoleEvents &one) { return change.provider == one.provider; });
    if (row == roleEvents.end())
        return {};
    switch (change.kind) {
    case Kind::Added:
        return row->added;
    case Kind::Removed:
        return row->deleted;
    case Kind::Altered:
        return change.after == u"true"_s ? row->updated : QLatin1StringView();
    }
    Q_UNREACHABLE();
    return {};
}

bool mayHaveAuthor(const Change &change)
{
    switch (change.subject) {
    case Subject::Project:
        return false;
    case Subject::Bucket:
        return change.kind != Kind::Altered;
    case Subject::Schedule:
        return true;
    case Subject::Role:
        return !typeOfRoleEvent(change).isEmpty();
    }
    Q_UNREACHABLE();
    return false;
}

/// Joins the changes of a project with its events.
class ProjectAuthors
{
public:
    ProjectAuthors(atlas::ProjectId project, const QList<Change> &changes,
                   const atlas::EventFilter &asked, const ToldEvents &told)
        : m_project(project), m_changes(changes), m_asked(asked), m_told(told)
    { }

    std::optional<Author> authorOf(const Change &change) const
    {
        switch (change.subject) {
        case Subject::Project:
            return std::nullopt;
        case Subject::Bucket:
            return change.kind == Kind::Added  ? authorOfNewBucket(change)
                : change.kind == Kind::Removed ? authorOfGoneBucket(change)
                                               : std::nullopt;
        case Subject::Schedule:
            return authorOfSchedule(change);
        case Subject::Role:
            return authorOfRole(change);
        }
        Q_UNREACHABLE();
        return std::nullopt;
    }

private:
    /// Nothing unless it is the only one of those that `fits` takes.
    template<class Fits>
    std::optional<Author> onlyOne(const Fits &fits) const
    {
        const auto &events = m_told.events;
        const auto found = std::find_if(events.begin(), events.end(), fits);
        if (found == events.end() || std::any_of(found + 1, events.end(), fits))
            return std::nullopt;
        return Author{found->actor.value_or(QString()), found->created};
    }

    bool isWholeFrom(const QDateTime &time) const
    {
        return m_told.wholeFrom.isValid() && m_told.wholeFrom <= time && m_asked.from <= time;
    }

    template<class IsLike>
    bool isAlone(const IsLike &isLike) const
    {
        return std::count_if(
                   m_changes.begin(), m_changes.end(),
                   [&](const Change &one) { return one.project == m_project && isLike(one); })
            == 1;
    }

    /// Its ID tells to the second when it was made; another one of about then leaves a doubt.
    std::optional<Author> authorOfNewBucket(const Change &change) const
    {
        const QDateTime made = change.bucket->createdAt();
        if (!isWholeFrom(made.addSecs(-MostSecondsApart))
            || m_asked.to < made.addSecs(MostSecondsApart))
            return std::nullopt;
        const auto isNear = [](const QDateTime &one, const QDateTime &other, qint64 seconds) {
            return std::abs(one.secsTo(other)) <= seconds;
        };
        const bool isFirstOfThen = isAlone([&](const Change &one) {
            return one.subject == Subject::Bucket && one.kind == Kind::Added
                && isNear(one.bucket->createdAt(), made, 2 * MostSecondsApart);
        });
        if (!isFirstOfThen)
            return std::nullopt;
        return onlyOne([&](const atlas::ProjectEvent &event) {
            return event.type == BucketCreated && isNear(event.created, made, MostSecondsApart);
        });
    }

    /// The event does not say which.
    std::optional<Author> authorOfGoneBucket(const Change &change) const
    {
        const bool isOnlyOne = isAlone([&change](const Change &one) {
            return one.subject == change.subject && one.kind == change.kind;
        });
        if (!isOnlyOne || !isWholeFrom(m_asked.from))
            return std::nullopt;
        return onlyOne(
            [](const atlas::ProjectEvent &event) { return event.type == BucketDeleted; });
    }

    /// The schedule goes with its cluster. An event that names no cluster may be about this one.
    std::optional<Author> authorOfSchedule(const Change &change) const
    {
        const auto isAbout = [name = change.cluster->toString()](const atlas::ProjectEvent &event) {
            return !event.cluster || *event.cluster == name;
        };
        const auto isDeletion = [&isAbout](const atlas::ProjectEvent &event) {
            return (event.type == ClusterDeleted || event.type == ClusterDeleteSubmitted)
                && isAbout(event);
        };
        const auto isUnnamed = [](const atlas::ProjectEvent &event) {
            return event.type == ScheduleUpdated && !event.cluster;
        };
        const auto &events = m_told.events;
        if (!isWholeFrom(m_asked.from) || std::any_of(events.begin(), events.end(), isDeletion)
            || std::any_of(events.begin(), events.end(), isUnnamed))
            return std::nullopt;
        return onlyOne([&isAbout](const atlas::ProjectEvent &event) {
            return event.type == ScheduleUpdated && isAbout(event);
        });
    }

    /// The event does not say which.
    std::optional<Author> authorOfRole(const Change &change) const
    {
        const auto type = typeOfRoleEvent(change);
        const bool isOnlyOne = isAlone([type](const Change &one) {
            return one.subject == Subject::Role && typeOfRoleEvent(one) == type;
        });
        if (type.isEmpty() || !isOnlyOne || !isWholeFrom(m_asked.from))
            return std::nullopt;
        return onlyOne([type](const atlas::ProjectEvent &event) { return event.type == type; });
    }

    atlas::ProjectId m_project;
    const QList<Change> &m_changes;
    const atlas::EventFilter &m_asked;
    const ToldEvents &m_told;
};

} // namespace

atlas::EventFilter eventsBetween(const QDateTime &before, const QDateTime &after)
{
    atlas::EventFilter filter;
    filter.types = {BucketCreated, BucketDeleted, ScheduleUpdated, ClusterDeleteSubmitted,
                    ClusterDeleted};
    for (const RoleEvents &row : roleEvents)
        filter.types << row.added << row.updated << row.deleted;
    filter.from = before.addSecs(-LongestReading.count());
    filter.to = after.addSecs(MostSecondsApart + 1);
    return filter;
}

QSet<atlas::ProjectId> projectsWithAuthors(const QList<Change> &changes)
{
    QSet<atlas::ProjectId> projects;
    for (const Change &change : changes) {
        if (mayHaveAuthor(change))
            projects.insert(change.project);
    }
    return projects;
}

Authors authorsOf(const QList<Change> &changes, const atlas::EventFilter &asked,
                  const QHash<atlas::ProjectId, ToldEvents> &told)
{
    Authors authors;
    authors.reserve(changes.size());
    for (const Change &change : changes) {
        const auto events = told.constFind(change.project);
        const bool isTold = events != told.constEnd() && mayHaveAuthor(change);
        authors.append(
            isTold ? ProjectAuthors(change.project, changes, asked, *events).authorOf(change)
                   : std::nullopt);
    }
    return authors;
}

} // namespace insight
