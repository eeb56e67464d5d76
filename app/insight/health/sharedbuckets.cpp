// SPDX-License-Identifier: Apache-2.0
#include "insight/health/sharedbuckets.h"

#include "buckets/fields/azureaddress.h"
#include "insight/health/findingwords.h"

#include <QCoreApplication>
#include <QSet>

namespace insight {

namespace {

/// All registrations of a bucket.
struct SharedGroup
{
    const ProjectFacts *firstProject = nullptr;
    const atlas::ExportBucket *first = nullptr;
    QSet<atlas::ProjectId> projects;
};

void addRegistration(SharedGroup &group, const ProjectFacts &project,
                     const atlas::ExportBucket &bucket)
{
    group.projects.insert(project.project.id);
    if (!group.first || bucket.id < group.first->id) {
        group.firstProject = &project;
        group.first = &bucket;
    }
}

void appendFinding(const Rule &rule, const SharedGroup &group, bool isAll, QList<Finding> &found)
{
    Finding finding = rule.findingIn(*group.firstProject, rule.worst);
    finding.bucket = group.first->id;
    finding.bucketName = group.first->name();
    const char *message = isAll
        ? QT_TRANSLATE_N_NOOP("insight::Finding", "Bucket %1 is registered in %Ln project(s).")
        : QT_TRANSLATE_N_NOOP("insight::Finding",
                              "Bucket %1 is registered in at least %Ln project(s).");
    finding.message = countedFindingWords(message, static_cast<int>(group.projects.size()),
                                          {group.first->name()});
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
    const QString place = provider + u'\n' + name;
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
        if (group.projects.size() > 1)
            appendFinding(rule, group, isAll, found);
    }
}

} // namespace insight
