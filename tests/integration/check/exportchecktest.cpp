// SPDX-License-Identifier: Apache-2.0
#include "exportchecktest.h"

#include "tests/atlassim/world/backupmaker.h"

#include <QRegularExpression>
#include <QTest>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;
using atlassim::troubled::PlantedFinding;
using insight::ExportCheck;
using insight::Finding;

namespace {

QString lineOf(const PlantedFinding &planted)
{
    return QStringList{planted.code, planted.severity, planted.projectId, planted.cluster,
                       planted.bucketId}
        .join(u' ');
}

QString lineOf(const Finding &finding)
{
    PlantedFinding line;
    line.code = insight::codeWord(finding.code);
    line.severity = insight::severityWord(finding.severity);
    line.projectId = finding.project.toHex();
    line.cluster = finding.cluster ? finding.cluster->toString() : QString();
    line.bucketId = finding.bucket ? finding.bucket->toHex() : QString();
    return lineOf(line);
}

template<class T>
QStringList sortedLines(const QList<T> &findings)
{
    QStringList lines;
    for (const T &finding : findings)
        lines.append(lineOf(finding));
    lines.sort();
    return lines;
}

} // namespace

QString ExportCheckTest::kindOf(const QString &path)
{
    static const QRegularExpression id(u"/[0-9a-f]{24}"_s);
    static const QRegularExpression cluster(u"/clusters/[^/]+"_s);
    return QString(path).replace(id, u"/ID"_s).replace(cluster, u"/clusters/NAME"_s);
}

QStringList ExportCheckTest::linesOf(const QList<PlantedFinding> &findings)
{
    return sortedLines(findings);
}

QStringList ExportCheckTest::linesOf(const QList<Finding> &findings)
{
    return sortedLines(findings);
}

atlassim::World ExportCheckTest::worldOf(int projects, int clusters, int jobs)
{
    atlassim::World world = atlassim::World::withProjects(projects, 2);
    for (atlassim::Project &project : world.projects) {
        project.clusters.clear();
        atlassim::addClusters(project, clusters, jobs);
    }
    return world;
}

void ExportCheckTest::begin(const atlassim::World &world, const accounts::Credential &credential,
                            const net::RetryPolicy &retries)
{
    m_session.reset();
    startServer(world);
    Session::Settings settings = testsupport::sessionSettings(m_simulator->baseUrl(), credential);
    settings.values.readRegions = false;
    settings.retries = retries;
    m_session = std::make_unique<Session>(settings);
}

void ExportCheckTest::startServer(const atlassim::World &world, quint16 port)
{
    m_simulator = std::make_unique<atlassim::Simulator>(world);
    QVERIFY(m_simulator->listen(port));
}

void ExportCheckTest::check()
{
    exports().start();
    QTRY_COMPARE_WITH_TIMEOUT(exports().state(), ExportCheck::State::Checked, LongEnough);
    QList<Finding> sorted = exports().findings();
    insight::sortFindings(sorted);
    QCOMPARE(exports().findings(), sorted);
}

QMap<QString, int> ExportCheckTest::calls() const
{
    QMap<QString, int> calls;
    const auto seen = m_simulator->seenRequests();
    for (const atlassim::SeenRequest &request : seen) {
        if (request.path.startsWith(Groups))
            ++calls[kindOf(request.path)];
    }
    return calls;
}

int ExportCheckTest::callsTo(const QString &end) const
{
    const auto seen = m_simulator->seenRequests();
    return static_cast<int>(std::count_if(
        seen.begin(), seen.end(), [&end](const auto &one) { return one.path.endsWith(end); }));
}

bool ExportCheckTest::foundUnread()
{
    const QList<Finding> &found = exports().findings();
    return std::any_of(found.begin(), found.end(), [](const Finding &finding) {
        return finding.code == insight::FindingCode::NotRead;
    });
}

void ExportCheckTest::cleanup()
{
    m_session.reset();
    m_simulator.reset();
}
