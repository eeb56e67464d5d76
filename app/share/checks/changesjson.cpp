// SPDX-License-Identifier: Apache-2.0
#include "share/checks/changesjson.h"

#include "share/report/jsonhead.h"
#include "share/report/jsonvalue.h"

#include <QJsonObject>

using namespace Qt::Literals::StringLiterals;

namespace share {

using insight::Change;

namespace {

QJsonValue timeValue(const QDateTime &time)
{
    return time.toUTC().toString(Qt::ISODateWithMs);
}

QJsonObject authorObject(const insight::Author &author)
{
    return {{u"who"_s, author.who.isEmpty() ? QJsonValue() : QJsonValue(author.who)},
            {u"at"_s, timeValue(author.when)}};
}

QJsonObject changeObject(const Change &change, const std::optional<insight::Author> &author)
{
    QJsonObject object{{u"change"_s, changeWord(change.kind)},
                       {u"kind"_s, changedWord(change.subject)},
                       {u"projectId"_s, change.project.toHex()},
                       {u"projectName"_s, change.projectName},
                       {u"seenAt"_s, timeValue(change.seen)}};
    if (change.cluster)
        object.insert(u"cluster"_s, change.cluster->toString());
    if (change.bucket)
        object.insert(u"bucketId"_s, change.bucket->toHex());
    if (!change.bucketName.isEmpty())
        object.insert(u"bucketName"_s, change.bucketName);
    if (!change.field.isEmpty())
        object.insert(u"field"_s, change.field);
    if (change.before)
        object.insert(u"before"_s, *change.before);
    if (change.after)
        object.insert(u"after"_s, *change.after);
    if (author)
        object.insert(u"byEvent"_s, authorObject(*author));
    return object;
}

} // namespace

QLatin1StringView changeWord(Change::Kind kind)
{
    switch (kind) {
    case Change::Kind::Added:
        return "added"_L1;
    case Change::Kind::Removed:
        return "removed"_L1;
    case Change::Kind::Altered:
        return "altered"_L1;
    }
    Q_UNREACHABLE();
}

QLatin1StringView changedWord(Change::Subject subject)
{
    switch (subject) {
    case Change::Subject::Project:
        return "project"_L1;
    case Change::Subject::Bucket:
        return "bucket"_L1;
    case Change::Subject::Schedule:
        return "schedule"_L1;
    case Change::Subject::Role:
        return "role"_L1;
    }
    Q_UNREACHABLE();
}

QByteArray changesJson(const ChangeReport &report)
{
    QJsonArray changes;
    for (qsizetype i = 0; i < report.changes.size(); ++i)
        changes.append(changeObject(report.changes.at(i), report.authors.value(i)));
    return jsonHead(report.scope)
        + ",\n\"since\":" + jsonOf(report.since ? timeValue(*report.since) : QJsonValue())
        + ",\n\"changes\":" + jsonLines(changes) + "}\n";
}

} // namespace share
