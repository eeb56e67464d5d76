// SPDX-License-Identifier: Apache-2.0
#include "share/checks/openmetrics.h"

#include "insight/health/projectview.h"
#include "insight/health/rules.h"

#include <QMap>
#include <QPair>
#include <QSet>

#include <utility>

using namespace Qt::Literals::StringLiterals;

namespace share {

namespace {

using insight::ClusterView;
using insight::Finding;
using insight::ProjectFacts;
using insight::ProjectView;

constexpr int MsOfSecond = 1000;

/// As the standard has it: everything else stands for itself.
QByteArray escaped(const QString &value)
{
    QByteArray text = value.toUtf8();
    text.replace('\\', "\\\\");
    text.replace('\n', "\\n");
    text.replace('"', "\\\"");
    return text;
}

/// A family of gauges.
class Gauges
{
public:
    using Labels = QList<QPair<QByteArray, QString>>;

    Gauges(const char *name, const char *help) : m_name(name)
    {
        m_text = "# TYPE " + m_name + " gauge\n# HELP " + m_name + ' ' + help + '\n';
    }

    void add(const QByteArray &value, const Labels &labels = {})
    {
        m_text += m_name;
        for (const auto &[name, label] : labels) {
            const bool isFirst = m_text.endsWith(m_name);
            m_text += (isFirst ? "{" : ",") + name + "=\"" + escaped(label) + '"';
        }
        m_text += (labels.isEmpty() ? " " : "} ") + value + '\n';
    }

    const QByteArray &text() const { return m_text; }

private:
    QByteArray m_name;
    QByteArray m_text;
};

QByteArray seconds(qint64 ms)
{
    const QByteArray whole = QByteArray::number(ms / MsOfSecond);
    const qint64 rest = ms % MsOfSecond;
    return rest == 0 ? whole
                     : QByteArray(whole + '.' + QByteArray::number(rest).rightJustified(3, '0'));
}

Gauges::Labels labelsOf(const atlas::Project &project)
{
    return {{"project_id", project.id.toHex()}, {"project", project.name}};
}

QByteArray bucketCounts(const CheckReport &report)
{
    Gauges gauges("bucketscope_export_buckets", "Registered export buckets.");
    for (const ProjectFacts &project : report.facts.projects) {
        QMap<QString, int> counts;
        for (const atlas::ExportBucket &bucket : project.buckets.value)
            ++counts[bucket.provider().apiText()];
        for (auto count = counts.cbegin(); count != counts.cend(); ++count) {
            Gauges::Labels labels = labelsOf(project.project);
            labels.append({"provider", count.key()});
            gauges.add(QByteArray::number(count.value()), labels);
        }
    }
    return gauges.text();
}

void addLastExports(Gauges &gauges, const ProjectView &project, const ClusterView &cluster)
{
    for (auto tale = cluster.tales.cbegin(); tale != cluster.tales.cend(); ++tale) {
        const atlas::ExportJob *worked = tale->worked;
        if (!worked || !worked->finished)
            continue;
        Gauges::Labels labels = labelsOf(project.facts().project);
        labels.append({"cluster", cluster.name().toString()});
        labels.append({"bucket_id", tale.key().toHex()});
        labels.append({"bucket", project.nameOf(tale.key())});
        gauges.add(seconds(worked->finished->toMSecsSinceEpoch()), labels);
    }
}

QByteArray lastExports(const CheckReport &report)
{
    Gauges gauges("bucketscope_last_successful_export_timestamp_seconds",
                  "When an export of the cluster to the bucket last succeeded.");
    for (const ProjectFacts &facts : report.facts.projects) {
        const ProjectView project(facts, report.facts.now);
        for (const ClusterView &cluster : project.clusters())
            addLastExports(gauges, project, cluster);
    }
    return gauges.text();
}

QByteArray findingCounts(const CheckReport &report)
{
    Gauges gauges("bucketscope_findings", "Findings of the check.");
    // In the order in which they are first found.
    QList<Gauges::Labels> kinds;
    QHash<QString, qsizetype> places;
    QList<int> counts;
    for (const Finding &finding : report.findings) {
        const bool isAccepted = finding.accepted.has_value();
        const QString key = insight::codeWord(finding.code) + u' '
            + insight::severityWord(finding.severity) + u' ' + finding.project.toHex()
            + (isAccepted ? u" accepted" : u"");
        const auto place = places.constFind(key);
        if (place != places.constEnd()) {
            ++counts[*place];
            continue;
        }
        places.insert(key, kinds.size());
        counts.append(1);
        kinds.append({{"severity", insight::severityWord(finding.severity)},
                      {"code", insight::codeWord(finding.code)},
                      {"project_id", finding.project.toHex()},
                      {"project", finding.projectName},
                      {"accepted", isAccepted ? u"true"_s : u"false"_s}});
    }
    for (qsizetype i = 0; i < kinds.size(); ++i)
        gauges.add(QByteArray::number(counts.at(i)), kinds.at(i));
    return gauges.text();
}

qsizetype unreadProjects(const CheckReport &report)
{
    QSet<atlas::ProjectId> unread;
    for (const ExportScope::Unread &one : report.scope.unread)
        unread.insert(one.project.id);
    for (const Finding &finding : report.findings) {
        if (finding.code == insight::FindingCode::NotRead)
            unread.insert(finding.project);
    }
    return unread.size();
}

QByteArray single(const char *name, const char *help, const QByteArray &value)
{
    Gauges gauges(name, help);
    gauges.add(value);
    return gauges.text();
}

} // namespace

QByteArray openMetrics(const CheckReport &report)
{
    return bucketCounts(report) + lastExports(report) + findingCounts(report)
        + single("bucketscope_projects", "Projects that the check looked at.",
                 QByteArray::number(report.scope.projects.size()))
        + single("bucketscope_projects_unread", "Projects of which something could not be loaded.",
                 QByteArray::number(unreadProjects(report)))
        + single("bucketscope_check_complete",
                 "Whether everything that the check needed could be loaded.",
                 report.scope.isComplete() ? "1" : "0")
        + single("bucketscope_check_timestamp_seconds", "When the check ended.",
                 seconds(report.scope.generatedAt.toMSecsSinceEpoch()))
        + single("bucketscope_check_duration_seconds", "How long the check took.",
                 seconds(report.duration.count()))
        + "# EOF\n";
}

} // namespace share
