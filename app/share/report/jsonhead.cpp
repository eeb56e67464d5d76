// SPDX-License-Identifier: Apache-2.0
#include "share/report/jsonhead.h"

#include "share/report/jsonvalue.h"

#include <QJsonArray>
#include <QJsonObject>

using namespace Qt::Literals::StringLiterals;

namespace share {

namespace {

QJsonArray listOf(const QList<atlas::Project> &projects)
{
    QJsonArray list;
    for (const atlas::Project &project : projects) {
        list.append(QJsonObject{
            {u"id"_s, project.id.toHex()},
            {u"name"_s, project.name},
            {u"orgId"_s,
             project.organizationId ? QJsonValue(*project.organizationId) : QJsonValue()}});
    }
    return list;
}

QJsonArray listOf(const QList<ExportScope::Unread> &unread)
{
    QJsonArray list;
    for (const ExportScope::Unread &one : unread) {
        QJsonObject entry{{u"projectId"_s, one.project.id.toHex()},
                          {u"projectName"_s, one.project.name},
                          {u"what"_s, one.what},
                          {u"status"_s, one.error.status},
                          {u"errorCode"_s, one.error.errorCode},
                          {u"detail"_s, one.error.detail}};
        if (one.cluster)
            entry.insert(u"cluster"_s, one.cluster->toString());
        list.append(entry);
    }
    return list;
}

} // namespace

QByteArray jsonHead(const ExportScope &scope)
{
    const QString server =
        scope.baseUrl.toString(QUrl::FullyEncoded | QUrl::RemoveUserInfo | QUrl::RemovePath
                               | QUrl::RemoveQuery | QUrl::RemoveFragment);
    QByteArray head = "{\"schema\":1,\n\"generatedAt\":"
        + jsonOf(scope.generatedAt.toUTC().toString(Qt::ISODate)) + ",\n\"baseUrl\":"
        + jsonOf(server) + ",\n\"complete\":" + (scope.isComplete() ? "true" : "false");
    if (!scope.isComplete())
        head += ",\n\"missing\":" + jsonOf(scope.missing);
    if (!scope.filter.isEmpty())
        head += ",\n\"filter\":" + jsonOf(scope.filter);
    return head + ",\n\"projects\":" + jsonOf(listOf(scope.projects))
        + ",\n\"unread\":" + jsonOf(listOf(scope.unread));
}

} // namespace share
