// SPDX-License-Identifier: Apache-2.0
#include "share/checks/checkjson.h"

#include "insight/health/findingcounts.h"
#include "insight/health/rules.h"
#include "share/report/jsonhead.h"
#include "share/report/jsonvalue.h"

#include <QJsonObject>

using namespace Qt::Literals::StringLiterals;

namespace share {

namespace {

QJsonObject acceptanceObject(const insight::Acceptance &accepted)
{
    return {{u"reason"_s, accepted.reason},
            {u"until"_s,
             accepted.until ? QJsonValue(accepted.until->toString(Qt::ISODate)) : QJsonValue()}};
}

QJsonObject findingObject(const insight::Finding &finding)
{
    QJsonObject object{{u"code"_s, insight::codeWord(finding.code)},
                       {u"severity"_s, insight::severityWord(finding.severity)},
                       {u"projectId"_s, finding.project.toHex()},
                       {u"projectName"_s, finding.projectName},
                       {u"message"_s, finding.message.toString()},
                       {u"nextStep"_s, finding.nextStep.toString()}};
    if (finding.cluster)
        object.insert(u"cluster"_s, finding.cluster->toString());
    if (finding.bucket)
        object.insert(u"bucketId"_s, finding.bucket->toHex());
    if (!finding.bucketName.isEmpty())
        object.insert(u"bucketName"_s, finding.bucketName);
    if (finding.since)
        object.insert(u"since"_s, finding.since->toUTC().toString(Qt::ISODate));
    if (finding.accepted)
        object.insert(u"accepted"_s, acceptanceObject(*finding.accepted));
    return object;
}

} // namespace

QByteArray checkJson(const CheckReport &report)
{
    QJsonArray findings;
    for (const insight::Finding &finding : report.findings)
        findings.append(findingObject(finding));
    const insight::FindingCounts counts = insight::countsOf(report.findings);
    const QJsonObject numbers{
        {u"critical"_s, counts.critical}, {u"warning"_s, counts.warning}, {u"info"_s, counts.info}};
    return jsonHead(report.scope) + ",\n\"findings\":" + jsonLines(findings)
        + ",\n\"counts\":" + jsonOf(numbers) + "}\n";
}

} // namespace share
