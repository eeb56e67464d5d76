// SPDX-License-Identifier: Apache-2.0
#include "insight/history/changes.h"

#include <QHash>

#include <algorithm>

namespace insight {

namespace {

using Kind = Change::Kind;
using Subject = Change::Subject;

QString boolText(bool value)
{
    return value ? QStringLiteral("true") : QStringLiteral("false");
}

/// Compares one project as it was and is.
class ProjectComparison
{
public:
    ProjectComparison(const KeptProject &before, const KeptProject &after, const QDateTime &seen,
                      QList<Change> &changes)
        : m_before(before), m_after(after), m_seen(seen), m_changes(changes)
    { }

    void compareNames()
    {
        if (m_before.isListed() && m_after.isListed() && m_before.name != m_after.name)
            addAlteration(begin(Kind::Altered, Subject::Project), QStringLiteral("name"),
                          m_before.name, m_after.name);
    }

    void compareBuckets()
    {
        compare(m_before.buckets, m_after.buckets, &atlas::ExportBucket::id,
                [this](const auto *was, const auto *is) { compareBucket(was, is); });
    }

    void compareSchedules()
    {
        compare(m_before.schedules, m_after.schedules, &KeptSchedule::cluster,
                [this](const auto *was, const auto *is) { compareSchedule(was, is); });
    }

    void compareRoles()
    {
        compare(m_before.roles, m_after.roles, &KeptRole::id,
                [this](const auto *was, const auto *is) { compareRole(was, is); });
    }

private:
    /// `compareOne(was, is)` for each that was or is there, with nullptr for what is not; those
    /// that were there first, in the order of the lists.
    template<class T, class Id, class CompareOne>
    void compare(const QList<T> &before, const QList<T> &after, Id T::*id,
                 const CompareOne &compareOne)
    {
        const T *const nobody = nullptr;
        QHash<Id, const T *> now;
        for (const T &item : after)
            now.insert(item.*id, &item);
        for (const T &item : before)
            compareOne(&item, now.take(item.*id));
        for (const T &item : after) {
            if (now.contains(item.*id))
                compareOne(nobody, &item);
        }
    }

    Change begin(Kind kind, Subject subject) const
    {
        Change change;
        change.kind = kind;
        change.subject = subject;
        change.project = m_after.id;
        change.projectName = m_after.isListed() ? m_after.name : m_before.name;
        change.seen = m_seen;
        return change;
    }

    void addAlteration(Change change, const QString &field, const std::optional<QString> &before,
                       const std::optional<QString> &after)
    {
        if (before == after)
            return;
        change.field = field;
        change.before = before;
        change.after = after;
        m_changes.append(change);
    }

    void compareBucket(const atlas::ExportBucket *was, const atlas::ExportBucket *is)
    {
        if ((!was && !m_before.hasAllBuckets) || (!is && !m_after.hasAllBuckets))
            return;
        const atlas::ExportBucket &one = is ? *is : *was;
        Change change = begin(kindOf(was, is), Subject::Bucket);
        change.bucket = one.id;
        change.bucketName = one.name();
        if (!was || !is) {
            m_changes.append(change);
            return;
        }
        const auto provider = one.provider().kind();
        for (const atlas::BucketField field : atlas::ToldFields) {
            const auto before = textOf(*was, field);
            const auto after = textOf(*is, field);
            // A list does not tell it: one of the two has not asked.
            const bool isUnasked = atlas::isLeftOutOfLists(field, provider) && (!before || !after);
            if (!isUnasked)
                addAlteration(change, atlas::keyOf(field, provider), before, after);
        }
    }

    static std::optional<QString> textOf(const atlas::ExportBucket &bucket,
                                         atlas::BucketField field)
    {
        if (atlas::infoOf(field).source != atlas::FieldSource::Flag)
            return bucket.text(field);
        const auto flag = bucket.flag(field);
        return flag ? std::optional(boolText(*flag)) : std::nullopt;
    }

    /// A schedule without an export is kept as none: whether one was read, the lists of clusters
    /// say.
    bool isRead(const KeptProject &project, const atlas::ClusterName &cluster) const
    {
        return project.hasAllClusters && !project.unreadClusters.contains(cluster);
    }

    void compareSchedule(const KeptSchedule *was, const KeptSchedule *is)
    {
        const atlas::ClusterName &cluster = is ? is->cluster : was->cluster;
        if ((!was && !isRead(m_before, cluster)) || (!is && !isRead(m_after, cluster)))
            return;
        Change change = begin(kindOf(was, is), Subject::Schedule);
        change.cluster = cluster;
        change.bucket = is && is->bucket ? is->bucket : was ? was->bucket : std::nullopt;
        change.bucketName = nameOf(change.bucket);
        if (!was || !is) {
            m_changes.append(change);
            return;
        }
        addAlteration(change, QStringLiteral("autoExportEnabled"), boolText(was->isOn),
                      boolText(is->isOn));
        addAlteration(change, QStringLiteral("exportBucketId"), idText(was->bucket),
                      idText(is->bucket));
        addAlteration(change, QStringLiteral("frequencyType"), was->frequency, is->frequency);
    }

    static std::optional<QString> idText(const std::optional<atlas::BucketId> &bucket)
    {
        return bucket ? std::optional(bucket->toHex()) : std::nullopt;
    }

    QString nameOf(const std::optional<atlas::BucketId> &bucket) const
    {
        for (const KeptProject *project : {&m_after, &m_before}) {
            const auto found =
                std::find_if(project->buckets.begin(), project->buckets.end(),
                             [&bucket](const auto &one) { return one.id == bucket; });
            if (found != project->buckets.end())
                return found->name();
        }
        return {};
    }

    void compareRole(const KeptRole *was, const KeptRole *is)
    {
        if ((!was && !m_before.hasAllRoles) || (!is && !m_after.hasAllRoles))
            return;
        Change change = begin(kindOf(was, is), Subject::Role);
        change.provider = is ? is->provider : was->provider;
        if (was && is) {
            addAlteration(change, QStringLiteral("authorized"), boolText(was->isAuthorized),
                          boolText(is->isAuthorized));
            return;
        }
        change.field = atlas::infoOf(atlas::BucketField::RoleId).key;
        change.before = was ? std::optional(was->id) : std::nullopt;
        change.after = is ? std::optional(is->id) : std::nullopt;
        m_changes.append(change);
    }

    template<class T>
    static Kind kindOf(const T *was, const T *is)
    {
        if (was && is)
            return Kind::Altered;
        return is ? Kind::Added : Kind::Removed;
    }

    const KeptProject &m_before;
    const KeptProject &m_after;
    QDateTime m_seen;
    QList<Change> &m_changes;
};

Change wholeProject(Kind kind, const KeptProject &project, const QDateTime &seen)
{
    Change change;
    change.kind = kind;
    change.subject = Subject::Project;
    change.project = project.id;
    change.projectName = project.name;
    change.seen = seen;
    return change;
}

} // namespace

QList<Change> changesBetween(const KeptReading &before, const KeptReading &after)
{
    QHash<atlas::ProjectId, const KeptProject *> known;
    for (const KeptProject &project : before.projects)
        known.insert(project.id, &project);
    QList<Change> changes;
    for (const KeptProject &project : after.projects) {
        const KeptProject *const was = known.take(project.id);
        if (was) {
            ProjectComparison comparison(*was, project, after.at, changes);
            comparison.compareNames();
            comparison.compareBuckets();
            comparison.compareSchedules();
            comparison.compareRoles();
        } else if (before.hasAllProjects && project.isListed()) {
            changes.append(wholeProject(Kind::Added, project, after.at));
        }
    }
    for (const KeptProject &project : before.projects) {
        if (known.contains(project.id) && after.hasAllProjects && project.isListed())
            changes.append(wholeProject(Kind::Removed, project, after.at));
    }
    return changes;
}

} // namespace insight
