// SPDX-License-Identifier: Apache-2.0
#include "atlas/decoding.h"

#include "atlas/jsonreader.h"
#include "atlas/pagerequest.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonDocument>
#include <QTimeZone>

#include <algorithm>
#include <array>

using namespace Qt::Literals::StringLiterals;

namespace atlas {

namespace {

constexpr int Ok = 200;
constexpr int FirstErrorStatus = 400;
constexpr int LastErrorStatus = 599;
/// What Atlas puts into a page at most.
constexpr qsizetype MostResults = ItemsPerPage::Max;

/// The status an envelope carries; 0 if the body is in none.
int envelopeStatus(const QJsonObject &body)
{
    return body.value("status"_L1).toInt();
}

QByteArray errorInside(const QJsonObject &body)
{
    const QJsonValue content = body.value("content"_L1);
    return QJsonDocument(content.isObject() ? content.toObject() : body).toJson();
}

QString expectedId()
{
    return QCoreApplication::translate("atlas::JsonReader", "not 24 digits, 0–9 and a–f");
}

template<class Id>
Id readId(JsonReader &reader, const QString &key)
{
    const auto id = Id::fromHex(reader.requiredString(key));
    if (!id)
        reader.fail(key, expectedId());
    return id.value_or(Id());
}

QJsonObject withoutKnownFields(const QJsonObject &bucket)
{
    static constexpr std::array known = {"_id"_L1,
                                         "bucketName"_L1,
                                         "cloudProvider"_L1,
                                         "iamRoleId"_L1,
                                         "roleId"_L1,
                                         "region"_L1,
                                         "requirePrivateNetworking"_L1,
                                         "serviceUrl"_L1,
                                         "tenantId"_L1,
                                         "links"_L1};
    const auto isKnown = [](const QString &key) {
        return std::any_of(known.begin(), known.end(),
                           [&key](QLatin1StringView name) { return key == name; });
    };
    QJsonObject unknown;
    for (auto it = bucket.begin(); it != bucket.end(); ++it) {
        if (!isKnown(it.key()))
            unknown.insert(it.key(), it.value());
    }
    return unknown;
}

ExportBucket readBucket(JsonReader &reader, const QJsonObject &object)
{
    ExportBucket bucket;
    bucket.id = readId<BucketId>(reader, u"_id"_s);
    bucket.name = reader.requiredString(u"bucketName"_s);
    bucket.provider = CloudProvider::fromApi(reader.requiredString(u"cloudProvider"_s));
    const auto iamRoleId = reader.string(u"iamRoleId"_s);
    const auto roleId = reader.string(u"roleId"_s);
    bucket.roleId = iamRoleId ? iamRoleId : roleId;
    bucket.region = reader.string(u"region"_s);
    bucket.requirePrivateNetworking = reader.boolean(u"requirePrivateNetworking"_s);
    bucket.serviceUrl = reader.string(u"serviceUrl"_s);
    bucket.tenantId = reader.string(u"tenantId"_s);
    bucket.unknownFields = withoutKnownFields(object);
    return bucket;
}

Project readProject(JsonReader &reader, const QJsonObject &)
{
    Project project;
    project.id = readId<ProjectId>(reader, u"id"_s);
    project.name = reader.requiredString(u"name"_s);
    project.organizationId = reader.string(u"orgId"_s);
    project.clusterCount = reader.integer(u"clusterCount"_s);
    if (const auto created = reader.string(u"created"_s)) {
        const QDateTime time = QDateTime::fromString(*created, Qt::ISODateWithMs);
        if (time.isValid())
            project.created = time.toUTC();
    }
    return project;
}

template<class T>
using ReadItem = T (*)(JsonReader &, const QJsonObject &);

template<class T>
Result<T> decodeOne(const QJsonObject &answer, ReadItem<T> readItem)
{
    JsonReader reader(answer);
    T item = readItem(reader, answer);
    if (reader.failed())
        return tl::unexpected(malformedAnswer(Ok, reader.problem()));
    return item;
}

template<class T>
void readLinks(const QJsonArray &links, Page<T> &page)
{
    using Link = typename Page<T>::Link;
    page.next = Link::Absent;
    page.previous = Link::Absent;
    for (const QJsonValue &link : links) {
        const QString relation = link["rel"_L1].toString();
        if (relation == "next"_L1)
            page.next = Link::Present;
        else if (relation == "previous"_L1)
            page.previous = Link::Present;
    }
}

template<class T>
Result<QList<T>> readItems(const QJsonArray &results, ReadItem<T> readItem)
{
    QList<T> items;
    items.reserve(results.size());
    for (const QJsonValue &value : results) {
        const QString path = u"results[%1]"_s.arg(items.size());
        if (!value.isObject()) {
            const auto problem = QCoreApplication::translate("atlas::JsonReader", "not an object");
            return tl::unexpected(malformedAnswer(Ok, path + u": " + problem));
        }
        const QJsonObject object = value.toObject();
        JsonReader reader(object, path);
        items.append(readItem(reader, object));
        if (reader.failed())
            return tl::unexpected(malformedAnswer(Ok, reader.problem()));
    }
    return items;
}

template<class T>
Result<Page<T>> decodePage(const QJsonObject &answer, ReadItem<T> readItem)
{
    JsonReader reader(answer);
    const auto results = reader.array(u"results"_s);
    if (!results)
        reader.fail(u"results"_s, QCoreApplication::translate("atlas::JsonReader", "missing"));
    else if (results->size() > MostResults)
        reader.fail(u"results"_s,
                    QCoreApplication::translate("atlas::JsonReader", "more than %1 entries")
                        .arg(MostResults));
    const auto totalCount = reader.integer(u"totalCount"_s);
    const auto links = reader.array(u"links"_s);
    if (reader.failed())
        return tl::unexpected(malformedAnswer(Ok, reader.problem()));

    auto items = readItems<T>(*results, readItem);
    if (!items)
        return tl::unexpected(items.error());
    Page<T> page;
    page.results = *std::move(items);
    if (totalCount && *totalCount >= 0)
        page.totalCount = totalCount;
    if (links)
        readLinks(*links, page);
    return page;
}

} // namespace

Result<QJsonObject> readAnswer(int httpStatus, const QByteArray &body)
{
    if (httpStatus >= FirstErrorStatus && httpStatus <= LastErrorStatus)
        return tl::unexpected(errorFromAnswer(httpStatus, body));

    if (httpStatus != Ok) {
        return tl::unexpected(malformedAnswer(
            httpStatus,
            QCoreApplication::translate(
                "atlas", "Atlas answers with status 200, but this answer has status %1.")
                .arg(httpStatus)));
    }

    QJsonParseError problem;
    const QJsonDocument document = QJsonDocument::fromJson(body, &problem);
    if (!document.isObject()) {
        const QString detail = body.isEmpty()
            ? QCoreApplication::translate("atlas", "The answer has no body.")
            : QCoreApplication::translate("atlas",
                                          "The answer is not a whole JSON object: %1 at byte %2.")
                  .arg(problem.errorString())
                  .arg(problem.offset);
        return tl::unexpected(malformedAnswer(httpStatus, detail));
    }

    QJsonObject object = document.object();
    const int inner = envelopeStatus(object);
    if (inner >= FirstErrorStatus)
        return tl::unexpected(errorFromAnswer(inner, errorInside(object)));
    const int bareError = object.value("error"_L1).toInt();
    if (bareError >= FirstErrorStatus && object.contains("errorCode"_L1))
        return tl::unexpected(errorFromAnswer(bareError, body));
    if (inner != 0 && object.value("content"_L1).isObject())
        return object.value("content"_L1).toObject();
    return object;
}

Result<Page<Project>> decodeProjects(const QJsonObject &answer)
{
    return decodePage<Project>(answer, readProject);
}

Result<Project> decodeProject(const QJsonObject &answer)
{
    return decodeOne<Project>(answer, readProject);
}

Result<Page<ExportBucket>> decodeExportBuckets(const QJsonObject &answer)
{
    return decodePage<ExportBucket>(answer, readBucket);
}

Result<ExportBucket> decodeExportBucket(const QJsonObject &answer)
{
    return decodeOne<ExportBucket>(answer, readBucket);
}

} // namespace atlas
