// SPDX-License-Identifier: Apache-2.0
#include "insight/health/alertrules.h"

#include "insight/health/findingwords.h"

#include <QCoreApplication>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace insight {

namespace {

constexpr QLatin1StringView JobFailed("CPS_EXPORT_FAILED");
constexpr QLatin1StringView AutomatismFailed("CPS_AUTO_EXPORT_FAILED");

/// Whether the matcher is known to leave the cluster out. What it says of other things than the
/// name, nobody can tell here.
bool leavesOut(const atlas::AlertConfiguration::Matcher &matcher, const QString &cluster)
{
    if (matcher.field != "CLUSTER_NAME"_L1)
        return false;
    const QString &value = matcher.value;
    if (matcher.comparison == "EQUALS"_L1)
        return cluster != value;
    if (matcher.comparison == "NOT_EQUALS"_L1)
        return cluster == value;
    if (matcher.comparison == "CONTAINS"_L1)
        return !cluster.contains(value);
    if (matcher.comparison == "NOT_CONTAINS"_L1)
        return cluster.contains(value);
    if (matcher.comparison == "STARTS_WITH"_L1)
        return !cluster.startsWith(value);
    if (matcher.comparison == "ENDS_WITH"_L1)
        return !cluster.endsWith(value);
    return false;
}

/// Of whom an event of some type is told.
class Told
{
public:
    Told(const QList<atlas::AlertConfiguration> &all, QLatin1StringView event)
    {
        for (const atlas::AlertConfiguration &one : all) {
            if (one.isEnabled && one.recipients > 0 && one.eventType && *one.eventType == event)
                m_configurations.append(&one);
        }
    }

    bool isNobody() const { return m_configurations.isEmpty(); }
    /// Whether each configuration leaves the cluster out.
    bool leavesOutCluster(const ClusterView &cluster) const
    {
        const QString name = cluster.name().toString();
        return std::all_of(m_configurations.begin(), m_configurations.end(),
                           [&name](const auto *one) {
                               return std::any_of(one->matchers.begin(), one->matchers.end(),
                                                  [&name](const auto &matcher) {
                                                      return leavesOut(matcher, name);
                                                  });
                           });
    }

private:
    QList<const atlas::AlertConfiguration *> m_configurations;
};

/// The first cluster with automatic export that is left out; nullptr if none is.
const ClusterView *leftOutBy(const Told &told, const ProjectView &project)
{
    for (const ClusterView &cluster : project.clusters()) {
        if (cluster.hasAutoExport() && told.leavesOutCluster(cluster))
            return &cluster;
    }
    return nullptr;
}

atlas::Wording wholeMessage(bool isJobMissing, bool isAutomatismMissing)
{
    if (isJobMissing && isAutomatismMissing)
        return findingWords(QT_TRANSLATE_NOOP(
            "insight::Finding",
            "No alert of Atlas reports failed exports, or auto exports that could not start, "
            "although auto export is on."));
    if (isJobMissing)
        return findingWords(
            QT_TRANSLATE_NOOP("insight::Finding",
                              "No alert of Atlas reports failed exports, although auto export is "
                              "on."));
    return findingWords(
        QT_TRANSLATE_NOOP("insight::Finding",
                          "No alert of Atlas reports auto exports that could not start, although "
                          "auto export is on."));
}

/// Of alerts that are confined to other clusters than `cluster`.
atlas::Wording confinedMessage(bool isOfJobs, const ClusterView &cluster)
{
    return findingWords(
        isOfJobs
            ? QT_TRANSLATE_NOOP(
                "insight::Finding",
                "The alerts of Atlas for failed exports are limited to some clusters and "
                "do not include cluster %1, although its auto export is on.")
            : QT_TRANSLATE_NOOP("insight::Finding",
                                "The alerts of Atlas for auto exports that could not start are "
                                "limited to some clusters and do not include cluster %1, although "
                                "its auto export is on."),
        {cluster.name().toString()});
}

} // namespace

void findNobodyTold(const Rule &rule, const ProjectView &project, QList<Finding> &found)
{
    const auto &alerts = project.facts().alerts;
    if (!alerts.isWhole() || !project.hasAutoExport())
        return;
    const Told ofJobs(alerts.value, JobFailed);
    const Told ofAutomatism(alerts.value, AutomatismFailed);
    const ClusterView *jobs = leftOutBy(ofJobs, project);
    const ClusterView *automatism = leftOutBy(ofAutomatism, project);
    if (!jobs && !automatism)
        return;
    Finding finding = rule.findingIn(project.facts(), rule.worst);
    if (ofJobs.isNobody() || ofAutomatism.isNobody())
        finding.message = wholeMessage(ofJobs.isNobody(), ofAutomatism.isNobody());
    else
        finding.message = confinedMessage(jobs != nullptr, jobs ? *jobs : *automatism);
    // Atlas's names of the events, as its CLI takes them.
    finding.nextStep = findingWords(
        QT_TRANSLATE_NOOP("insight::Finding",
                          "Add an alert with a recipient in the project alerts of Atlas, or with: "
                          "atlas alerts settings create --event %1 --enabled"),
        {QString(jobs ? JobFailed : AutomatismFailed)});
    found.append(finding);
}

} // namespace insight
