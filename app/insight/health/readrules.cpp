// SPDX-License-Identifier: Apache-2.0
#include "insight/health/readrules.h"

#include "atlas/errors/missingrole.h"
#include "insight/health/findingwords.h"
#include "insight/health/unread.h"
#include "insight/health/wanted.h"

#include <QCoreApplication>
#include <QStringList>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace insight {

namespace {

/// Nobody reads more names in a sentence.
constexpr qsizetype MostNames = 5;

/// Something that is missing, for one reason.
struct Missing
{
    /// With %1 for the reason and, where there are several of the kind, %2 for the names.
    const char *text = nullptr;
    atlas::Wording reason{};
    QStringList names{};
    const atlas::ApiError *error = nullptr;
};

/// What is missing, in the order of reading.
class MissingParts
{
public:
    void add(const char *text, const atlas::Wording &reason, const QString &name = {},
             const atlas::ApiError *error = nullptr)
    {
        const auto known =
            std::find_if(m_all.begin(), m_all.end(), [text, &reason](const Missing &one) {
                return one.text == text && one.reason == reason;
            });
        Missing &missing =
            known == m_all.end() ? m_all.emplace_back(Missing{text, reason, {}, error}) : *known;
        if (!name.isEmpty())
            missing.names.append(name);
    }

    const QList<Missing> &all() const { return m_all; }

private:
    QList<Missing> m_all;
};

/// `403 USER_UNAUTHORIZED`, or what there is of it.
atlas::Wording errorWords(const atlas::ApiError &error)
{
    std::vector<atlas::Wording> parts;
    if (error.status > 0)
        parts.emplace_back(QString::number(error.status));
    if (!error.errorCode.isEmpty())
        parts.emplace_back(error.errorCode);
    else if (error.ownReason != atlas::Wording())
        parts.push_back(error.ownReason);
    else if (!error.reason.isEmpty())
        parts.emplace_back(error.reason);
    return atlas::Wording::sequence(parts, u" "_s);
}

bool lacksRole(const atlas::ApiError &error)
{
    return error.role != atlas::Role::Unnamed && atlas::meansMissingRole(error);
}

atlas::Wording whyFailed(const atlas::ApiError &error)
{
    return lacksRole(error)
        ? findingWords(QT_TRANSLATE_NOOP("insight::Finding", "requires the role %1"),
                       {QString(nameOf(error.role))})
        : errorWords(error);
}

template<class T>
void addPart(MissingParts &missing, const char *text, const Part<T> &part, const QString &name = {})
{
    if (part.isWhole())
        return;
    missing.add(text, part.error ? whyFailed(*part.error) : reasonOf(part.completeness), name,
                part.error ? &*part.error : nullptr);
}

/// A job whose state decides a rule, and that this program does not know.
void addUnclearJobs(MissingParts &missing, const ProjectView &project, const ClusterView &cluster)
{
    for (auto it = cluster.tales.begin(); it != cluster.tales.end(); ++it) {
        const atlas::ExportJob *unclear = it->unclearSinceEnded;
        if (!unclear && cluster.exportsTo(it.key()))
            unclear = it->unclearSinceWorked;
        if (unclear && project.bucket(it.key())) {
            missing.add(QT_TRANSLATE_NOOP("insight::Finding",
                                          "export jobs of %2 (in the unknown state “%1”)"),
                        unclear->state.apiText(), cluster.name().toString());
        }
    }
}

void addMissingOf(MissingParts &missing, const ProjectView &project, const ClusterView &cluster)
{
    const QString name = cluster.name().toString();
    if (!cluster.isScheduleKnown)
        addPart(missing, QT_TRANSLATE_NOOP("insight::Finding", "backup schedules of %2 (%1)"),
                cluster.facts->schedule, name);
    if (!project.needsJobs(cluster))
        return;
    if (!cluster.areJobsKnown)
        addPart(missing, QT_TRANSLATE_NOOP("insight::Finding", "export jobs of %2 (%1)"),
                cluster.facts->jobs, name);
    addUnclearJobs(missing, project, cluster);
}

void addRegions(MissingParts &missing, const ProjectView &project, const Wanted &needed)
{
    constexpr const char *text = QT_TRANSLATE_NOOP("insight::Finding", "regions of %2 (%1)");
    const auto &failed = project.facts().unreadRegions;
    for (const atlas::BucketId bucket : needed.regions) {
        const auto known = failed.constFind(bucket);
        if (known != failed.constEnd() && *known)
            missing.add(text, whyFailed(**known), project.nameOf(bucket), &**known);
        else if (known == failed.constEnd())
            missing.add(text, reasonOf(buckets::Completeness()), project.nameOf(bucket));
    }
}

/// Whether the credential may not read them, as most may not.
bool areForbidden(const Part<QList<atlas::PrivateEndpoint>> &endpoints)
{
    return endpoints.error && atlas::meansMissingRole(*endpoints.error);
}

MissingParts missingOf(const ProjectView &project)
{
    const ProjectFacts &facts = project.facts();
    const Wanted needed = neededOf(project);
    MissingParts missing;
    addPart(missing, QT_TRANSLATE_NOOP("insight::Finding", "export buckets (%1)"), facts.buckets);
    addPart(missing, QT_TRANSLATE_NOOP("insight::Finding", "clusters (%1)"), facts.clusters);
    for (const ClusterView &cluster : project.clusters())
        addMissingOf(missing, project, cluster);
    if (needed.roles)
        addPart(missing, QT_TRANSLATE_NOOP("insight::Finding", "roles (%1)"), facts.roles);
    addRegions(missing, project, needed);
    if (needed.alerts)
        addPart(missing, QT_TRANSLATE_NOOP("insight::Finding", "alert settings (%1)"),
                facts.alerts);
    if (needed.endpoints && !areForbidden(facts.endpoints))
        addPart(missing, QT_TRANSLATE_NOOP("insight::Finding", "private endpoints (%1)"),
                facts.endpoints);
    return missing;
}

QString joinedNames(const QStringList &names)
{
    return names.size() <= MostNames ? names.join(u", "_s)
                                     : QString(names.first(MostNames).join(u", "_s) + u", …"_s);
}

atlas::Wording messageOf(const MissingParts &missing)
{
    std::vector<atlas::Wording> parts;
    for (const Missing &one : missing.all())
        parts.push_back(findingWords(one.text, {one.reason, joinedNames(one.names)}));
    return findingWords(
        QT_TRANSLATE_NOOP("insight::Finding",
                          "Findings may be missing, because these could not be loaded: %1"),
        {atlas::Wording::sequence(parts, u"; "_s)});
}

atlas::Wording nextStepOf(const MissingParts &missing)
{
    for (const Missing &one : missing.all()) {
        if (one.error && lacksRole(*one.error)) {
            return findingWords(
                QT_TRANSLATE_NOOP("insight::Finding",
                                  "Ask a Project Owner to grant %1 to this credential, then check "
                                  "exports again."),
                {QString(nameOf(one.error->role))});
        }
    }
    return findingWords(QT_TRANSLATE_NOOP("insight::Finding",
                                          "Check exports again. If the problem continues, see its "
                                          "hint under Problems in the window."));
}

} // namespace

void findUnread(const Rule &rule, const ProjectView &project, QList<Finding> &found)
{
    const MissingParts missing = missingOf(project);
    if (missing.all().isEmpty())
        return;
    Finding finding = rule.findingIn(project.facts(), rule.worst);
    finding.message = messageOf(missing);
    finding.nextStep = nextStepOf(missing);
    found.append(finding);
}

std::optional<atlas::Wording> noteOnEndpoints(const Facts &facts)
{
    const auto refused = std::count_if(
        facts.projects.begin(), facts.projects.end(), [&facts](const ProjectFacts &project) {
            return areForbidden(project.endpoints)
                && neededOf(ProjectView(project, facts.now)).endpoints;
        });
    if (refused == 0)
        return std::nullopt;
    return countedFindingWords(
        QT_TRANSLATE_N_NOOP("insight::Finding",
                            "The private endpoints of %Ln project(s) were not checked: that "
                            "requires the role %1."),
        static_cast<int>(refused), {QString(nameOf(atlas::Role::ProjectOwner))});
}

} // namespace insight
