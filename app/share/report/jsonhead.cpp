// SPDX-License-Identifier: Apache-2.0
#include "share/report/jsonhead.h"

#include "base/texts/hiddentext.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

using namespace Qt::Literals::StringLiterals;

namespace share {

namespace {

QByteArray jsonOf(const QJsonValue &value)
{
    const QByteArray list = QJsonDocument(QJsonArray{value}).toJson(QJsonDocument::Compact);
    return base::jsonWithEscapes(list.sliced(1, list.size() - 2), base::Hiding::Harmful);
}

QJsonArray jsonOf(const QList<atlas::Project> &projects)
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

QJsonArray jsonOf(const QList<ExportScope::Unread> &unread)
{
    QJsonArray list;
    for (const ExportScope::Unread &one : unread) {
        list.append(QJsonObject{{u"projectId"_s, one.project.id.toHex()},
                                {u"projectName"_s, one.project.name},
                                {u"what"_s, u"buckets"_s},
                                {u"status"_s, one.error.status},
                                {u"errorCode"_s, one.error.errorCode},
                                {u"detail"_s, one.error.detail}});
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
    return head + ",\n\"projects\":" + jsonOf(jsonOf(scope.projects))
        + ",\n\"unread\":" + jsonOf(jsonOf(scope.unread)) + ",\n\"buckets\":[\n";
}

} // namespace share
