// SPDX-License-Identifier: Apache-2.0
// What Atlas answers: pages, single things, errors, envelopes, tokens. The first byte is the
// status.
#include "atlas/calls/bucketscan.h"
#include "atlas/calls/decoding.h"
#include "fuzzing.h"
#include "net/signing/tokenanswer.h"

#include <QJsonArray>

#include <algorithm>
#include <array>
#include <chrono>

using namespace Qt::Literals::StringLiterals;
using namespace atlas;
using fuzzing::require;

namespace {

void checkError(const ApiError &error, int status)
{
    require(error.status >= 400 || error.kind == ApiError::Kind::Malformed, "a bad status");
    require(status < 400 || error.status == status, "the status of the answer");
    require(error.kind != ApiError::Kind::Malformed || !error.detail.isEmpty(), "a detail");
    require(!error.retryAfter && error.request.isEmpty(), "nothing that no body says");
}

void checkId(ObjectId id)
{
    const QString hex = id.toHex();
    require(ObjectId::fromHex(hex) == id, "an ID is read as it is written");
    require(!ObjectId::fromHex(hex.chopped(1)) && !ObjectId::fromHex(QString(hex + u'0')),
            "24 digits");
    require(id.createdAt().isValid(), "an ID's time is a time");
}

void insert(QJsonObject &object, QLatin1StringView key, const auto &value)
{
    if (value)
        object.insert(key, *value);
}

QJsonObject written(const ExportBucket &bucket)
{
    QJsonObject object = bucket.unknownFields;
    object.insert("_id"_L1, bucket.id.toHex());
    object.insert("bucketName"_L1, bucket.name());
    object.insert("cloudProvider"_L1, bucket.provider().apiText());
    insert(object, "iamRoleId"_L1, bucket.text(atlas::BucketField::RoleId));
    insert(object, "region"_L1, bucket.text(atlas::BucketField::Region));
    insert(object, "requirePrivateNetworking"_L1,
           bucket.flag(atlas::BucketField::PrivateNetworking));
    insert(object, "serviceUrl"_L1, bucket.text(atlas::BucketField::ServiceUrl));
    insert(object, "tenantId"_L1, bucket.text(atlas::BucketField::TenantId));
    return object;
}

void checkItem(const ExportBucket &bucket)
{
    checkId(bucket.id.objectId());
    const auto again = decodeExportBucket(written(bucket));
    require(again && *again == bucket, "a bucket is read as it is written");
}

void checkTime(const std::optional<QDateTime> &time)
{
    require(!time || (time->isValid() && time->timeSpec() == Qt::UTC), "a time is one in UTC");
}

void checkItem(const Project &project)
{
    checkId(project.id.objectId());
    checkTime(project.created);
}

void checkItem(const Cluster &cluster)
{
    require(ClusterName::fromString(cluster.name.toString()) == cluster.name,
            "a cluster's name is read as it is written");
}

void checkItem(const BackupSchedule &schedule)
{
    if (schedule.exportTo)
        checkId(schedule.exportTo->bucket.objectId());
    checkTime(schedule.nextSnapshot);
}

void checkItem(const ExportJob &job)
{
    checkId(job.id.objectId());
    if (job.bucket)
        checkId(job.bucket->objectId());
    checkTime(job.created);
    checkTime(job.finished);
    require(ExportJobState::fromApi(job.state.apiText()) == job.state,
            "a state is read as it is written");
    require(!job.progress || (job.progress->exported >= 0 && job.progress->total >= 0),
            "progress is a count");
}

void checkItem(const AlertConfiguration &alert)
{
    require(alert.recipients >= 0, "recipients are a count");
}

void checkItem(const PrivateEndpoint &endpoint)
{
    require(endpoint.isActive() == (endpoint.status == "ACTIVE"_L1), "one state is active");
}

void checkItem(const CloudProviderRoles &roles)
{
    for (const AwsRole &role : roles.aws)
        checkTime(role.authorized);
}

template<class T>
void checkOne(const Result<T> &item)
{
    if (item)
        checkItem(*item);
    else
        checkError(item.error(), 0);
}

void checkItem(const ProjectEvent &event)
{
    checkTime(event.created);
}

template<class T>
void checkPage(const Result<Page<T>> &page, const QJsonObject &answer)
{
    if (!page) {
        checkError(page.error(), 0);
        return;
    }
    require(page->results.size() + page->leftOut == answer["results"_L1].toArray().size(),
            "no result is lost without a word");
    require(page->totalCount.value_or(0) >= 0, "a total is a count");
    require(answer["links"_L1].isArray() == (page->next != Page<T>::Link::Unsaid),
            "links say whether there is another page");
    for (const T &item : page->results)
        checkItem(item);
}

/// What is read quickly is what the decoder reads, which reads more.
void checkScan(const QByteArray &body)
{
    const auto scan = BucketScan::of(body);
    if (!scan)
        return;
    const auto decoded = readAnswer(200, body).and_then(decodeExportBuckets);
    require(decoded.has_value(), "what is scanned can be decoded");
    const auto page = scan->toPage();
    require(page.results == decoded->results, "buckets are scanned as they are decoded");
    require(page.totalCount == decoded->totalCount && page.next == decoded->next
                && page.previous == decoded->previous,
            "what is beside the buckets is scanned as it is decoded");
}

void checkToken(const Result<net::TokenAnswer> &token)
{
    if (!token) {
        checkError(token.error(), 0);
        return;
    }
    require(!token->token.isEmpty()
                && std::all_of(token->token.begin(), token->token.end(),
                               [](char c) { return c > ' ' && c <= '~'; }),
            "a token is fit for a header");
    require(token->lifetime > std::chrono::seconds(0) && token->lifetime <= std::chrono::hours(24),
            "a token lives for a while, and not for ever");
}

} // namespace

int LLVMFuzzerTestOneInput(const uchar *data, std::size_t size)
{
    static constexpr std::array statuses{200, 201, 206, 400, 401, 403, 404, 429, 500, 503};
    const fuzzing::Input input(data, size);
    const int status = statuses[std::size_t(input.choice(int(statuses.size())))];
    checkScan(input.bytes());
    const auto answer = readAnswer(status, input.bytes());
    require(!answer || status < 400, "a bad status is an error");
    if (!answer) {
        checkError(answer.error(), status);
        return 0;
    }
    checkPage(decodeExportBuckets(*answer), *answer);
    checkOne(decodeExportBucket(*answer));
    checkPage(decodeProjects(*answer), *answer);
    checkOne(decodeProject(*answer));
    checkPage(decodeClusters(*answer), *answer);
    checkOne(decodeBackupSchedule(*answer));
    checkPage(decodeExportJobs(*answer), *answer);
    checkOne(decodeCloudProviderAccess(*answer));
    checkPage(decodeAlertConfigurations(*answer), *answer);
    checkPage(decodePrivateEndpoints(*answer), *answer);
    checkPage(decodeProjectEvents(*answer), *answer);
    checkToken(net::decodeTokenAnswer(*answer));
    return 0;
}
