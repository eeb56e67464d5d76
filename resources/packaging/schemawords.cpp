// SPDX-License-Identifier: Apache-2.0
#include "schemawords.h"

#include "insight/health/rules.h"
#include "insight/health/unread.h"
#include "share/checks/changesjson.h"
#include "share/report/bucketuse.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

using namespace Qt::Literals::StringLiterals;

namespace packaging {

namespace {

QJsonObject oneOf(const QString &description, const QJsonArray &words)
{
    return {{u"description"_s, description}, {u"enum"_s, words}};
}

QJsonArray findingCodes()
{
    QJsonArray words;
    for (const insight::Rule &rule : insight::rules)
        words.append(rule.word);
    return words;
}

QJsonArray severities()
{
    using enum insight::Severity;
    QJsonArray words;
    for (const auto severity : {Critical, Warning, Info})
        words.append(insight::severityWord(severity));
    return words;
}

QJsonArray unreadParts()
{
    QJsonArray words;
    for (const QLatin1StringView word : insight::part::All)
        words.append(word);
    return words;
}

QJsonArray lastExports()
{
    using enum share::BucketUse::LastExport;
    QJsonArray words;
    for (const auto lastExport : {Never, Worked, Failed, UnderWay, Cancelled, Unknown})
        words.append(QString::fromLatin1(share::lastExportWord(lastExport)));
    words.append(QJsonValue());
    return words;
}

QJsonArray kindsOfChange()
{
    using enum insight::Change::Kind;
    QJsonArray words;
    for (const auto kind : {Added, Removed, Altered})
        words.append(share::changeWord(kind));
    return words;
}

QJsonArray changedThings()
{
    using enum insight::Change::Subject;
    QJsonArray words;
    for (const auto subject : {Bucket, Schedule, Role, Project})
        words.append(share::changedWord(subject));
    return words;
}

} // namespace

QString schemaWords()
{
    const QJsonObject words{
        {u"findingCode"_s,
         oneOf(u"What kind of finding it is. A code never changes its meaning."_s, findingCodes())},
        {u"severity"_s, oneOf(u"How bad a finding is."_s, severities())},
        {u"unreadPart"_s,
         oneOf(u"What of the project, or of the cluster, is missing."_s, unreadParts())},
        {u"lastExport"_s,
         oneOf(u"How the last export to the bucket went; null if it is not known."_s,
               lastExports())},
        {u"change"_s, oneOf(u"What happened."_s, kindsOfChange())},
        {u"changed"_s, oneOf(u"What was added, removed or altered."_s, changedThings())}};
    const QJsonObject schema{{u"$schema"_s, u"https://json-schema.org/draft/2020-12/schema"_s},
                             {u"$comment"_s, u"SPDX-License-Identifier: Apache-2.0"_s},
                             {u"title"_s, u"The words in the JSON outputs of Bucketscope"_s},
                             {u"$defs"_s, words}};
    return QString::fromUtf8(QJsonDocument(schema).toJson());
}

} // namespace packaging
