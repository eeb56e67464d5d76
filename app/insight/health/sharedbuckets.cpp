// SPDX-License-Identifier: Apache-2.0
#include "insight/health/sharedbuckets.h"

#include "buckets/fields/azureaddress.h"
#include "insight/health/findingwords.h"

#include <QCoreApplication>

namespace insight {

namespace {

/// All registrations of a bucket.
struct SharedGroup
{
    const ProjectFacts *firstProject = nullptr;
    const atlas::ExportBucket *first = nullptr;
    /// The first in another project than `firstProject`.
    const atlas::ExportBucket *second = nullptr;
    /// The last that was counted: buckets come project by project.
    const ProjectFacts *lastProject = nullptr;
    int projects = 0;
};

void addRegistration(SharedGroup &group, const ProjectFacts &project,
                     const atlas::ExportBucket &bucket)
{
    if (group.lastProject != &project)
        ++group.projects;
    group.lastProject = &project;
    if (!group.first || bucket.id < group.first->id) {
        if (group.firstProject != &project)
            group.second = group.first;
        group.firstProject = &project;
        group.first = &bucket;
    } else if (group.firstProject != &project && (!group.second || bucket.id < group.second->id)) {
        group.second = &bucket;
    }
}

void appendFinding(const Rule &rule, const SharedGroup &group, bool isAll, QList<Finding> &found)
{
    Finding finding = rule.findingIn(*group.firstProject, rule.worst);
    finding.bucket = group.first->id;
    finding.bucketName = group.first->name();
    finding.since = group.second->id.createdAt();
    const char *message = isAll
        ? QT_TRANSLATE_N_NOOP("insight::Finding", "Bucket %1 is registered in %Ln project(s).")
        : QT_TRANSLATE_N_NOOP("insight::Finding",
                              "Bucket %1 is registered in at least %Ln project(s).");
    finding.message = countedFindingWords(message, group.projects, {group.first->name()});
    finding.nextStep =
        findingWords(QT_TRANSLATE_NOOP("insight::Finding",
                                       "Check that these projects are meant to share a bucket. If "
                                       "not, register a separate bucket in each project."));
    found.append(finding);
}

} // namespace

QString bucketPlace(const atlas::ExportBucket &bucket)
{
    const QString name = bucket.name();
    const QString provider = bucket.provider().apiText();
    if (name.isEmpty() || provider.isEmpty())
        return {};
    // No name holds a line break.
    QString place = provider + u'\n' + name;
    if (bucket.provider().kind() != atlas::CloudProvider::Kind::Azure)
        return place;
    // Many storage accounts may have a container of that name.
    const QString account =
        buckets::azurePlace(bucket.text(atlas::BucketField::ServiceUrl).value_or(QString()), name);
    return account.isEmpty() ? QString() : QString(place + u'\n' + account);
}

void findSharedBuckets(const Rule &rule, const Facts &facts, QList<Finding> &found)
{
    QHash<QString, SharedGroup> groups;
    bool isAll = facts.areAllProjectsKnown;
    for (const ProjectFacts &project : facts.projects) {
        isAll = isAll && project.buckets.isWhole();
        for (const atlas::ExportBucket &bucket : project.buckets.value) {
            if (const QString place = bucketPlace(bucket); !place.isEmpty())
                addRegistration(groups[place], project, bucket);
        }
    }
    for (const SharedGroup &group : std::as_const(groups)) {
        if (group.projects > 1)
            appendFinding(rule, group, isAll, found);
    }
}

} // namespace insight
