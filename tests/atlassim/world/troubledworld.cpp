// SPDX-License-Identifier: Apache-2.0
#include "tests/atlassim/world/troubledworld.h"

#include "tests/atlassim/world/sampleworld.h"
#include "tests/atlassim/world/troublemaker.h"

#include <algorithm>
#include <array>

namespace atlassim {

namespace troubled {

namespace {

TroubleMaker made(const QDateTime &now)
{
    TroubleMaker make(now);
    const QList<Plan> plans = exportPlans() + bucketPlans();
    for (const Plan &plan : plans) {
        make.beginProject(QString::fromLatin1(plan.name));
        plan.carryOut(make);
        make.endProject();
    }
    return make;
}

bool needsJobs(const PlantedFinding &finding)
{
    constexpr std::array codes{QLatin1String("EXPORT_FAILED"), QLatin1String("EXPORT_OVERDUE"),
                               QLatin1String("EXPORT_NOT_YET"), QLatin1String("EXPORT_STUCK"),
                               QLatin1String("UNUSED_BUCKET")};
    return std::any_of(codes.begin(), codes.end(),
                       [&finding](QLatin1String code) { return code == finding.code; });
}

/// Each of the projects has clusters with jobs, which cannot be read; of each, that is said once.
QList<PlantedFinding> withoutJobs(QList<PlantedFinding> findings, const QList<Project> &projects)
{
    const QString notRead = QStringLiteral("NOT_READ");
    findings.removeIf([&notRead](const PlantedFinding &finding) {
        return needsJobs(finding) || finding.code == notRead;
    });
    for (const Project &project : projects)
        findings.append({notRead, QStringLiteral("warning"), project.id});
    return findings;
}

} // namespace

QList<PlantedFinding> plantedFindings(const QDateTime &now, Reader reader)
{
    const TroubleMaker make = made(now);
    switch (reader) {
    case Reader::Manager:
        break;
    case Reader::Owner:
        return make.found() + make.foundByOwners();
    case Reader::Viewer:
        return withoutJobs(make.found(), make.projects());
    }
    return make.found();
}

} // namespace troubled

World World::troubled(const QDateTime &now)
{
    World world;
    sample::addCredentials(world);
    world.projects = troubled::made(now).projects();
    return world;
}

} // namespace atlassim
