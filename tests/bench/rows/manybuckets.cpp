// SPDX-License-Identifier: Apache-2.0
#include "tests/bench/rows/manybuckets.h"

#include <QJsonArray>
#include <QJsonDocument>

#include <algorithm>
#include <array>

using namespace Qt::Literals::StringLiterals;

namespace bench {

namespace {

constexpr std::array Teams{"payments", "ledger",  "identity", "search",   "catalog", "billing",
                           "fraud",    "logging", "metrics",  "delivery", "support", "warehouse"};
constexpr std::array Stages{"prod", "staging", "dev", "dr", "audit"};
constexpr std::array Regions{"us-east-1", "eu-west-1", "ap-northeast-2", "ap-southeast-1",
                             "sa-east-1"};

/// Numbers that look like chance and are the same on every run.
quint32 scrambled(int serial)
{
    auto number = static_cast<quint32>(serial) * 2'654'435'761U;
    number ^= number >> 15;
    number *= 2'246'822'519U;
    return number ^ number >> 13;
}

template<std::size_t Size>
QString oneOf(const std::array<const char *, Size> &words, quint32 number)
{
    return QString::fromLatin1(words[number % Size]);
}

QString hexId(quint32 first, quint32 last)
{
    return u"%1%2%3"_s.arg(first, 8, 16, QChar(u'0'))
        .arg(scrambled(int(first ^ last)), 8, 16, QChar(u'0'))
        .arg(last, 8, 16, QChar(u'0'));
}

QJsonObject jsonOf(const atlas::ExportBucket &bucket)
{
    QJsonObject json{{u"_id"_s, bucket.id.toHex()},
                     {u"bucketName"_s, bucket.name()},
                     {u"cloudProvider"_s, bucket.provider().apiText()},
                     {u"links"_s, QJsonArray()}};
    const bool isAws = bucket.provider().kind() == atlas::CloudProvider::Kind::Aws;
    if (bucket.text(atlas::BucketField::RoleId))
        json.insert(isAws ? u"iamRoleId"_s : u"roleId"_s, *bucket.text(atlas::BucketField::RoleId));
    if (bucket.flag(atlas::BucketField::PrivateNetworking))
        json.insert(u"requirePrivateNetworking"_s,
                    *bucket.flag(atlas::BucketField::PrivateNetworking));
    if (bucket.text(atlas::BucketField::ServiceUrl))
        json.insert(u"serviceUrl"_s, *bucket.text(atlas::BucketField::ServiceUrl));
    if (bucket.text(atlas::BucketField::TenantId))
        json.insert(u"tenantId"_s, *bucket.text(atlas::BucketField::TenantId));
    return json;
}

} // namespace

int ManyBuckets::pagesOfProject() const
{
    return (bucketsOfProject() + PageSize - 1) / PageSize;
}

int ManyBuckets::pages() const
{
    return Projects * pagesOfProject();
}

atlas::ProjectId ManyBuckets::projectOf(int page) const
{
    const int project = page / pagesOfProject();
    return *atlas::ProjectId::fromHex(hexId(0x5f000000U, static_cast<quint32>(project)));
}

QList<atlas::ExportBucket> ManyBuckets::page(int page) const
{
    const int project = page / pagesOfProject();
    const int first = page % pagesOfProject() * PageSize;
    const int end = std::min(first + PageSize, bucketsOfProject());
    QList<atlas::ExportBucket> buckets;
    for (int i = first; i < end; ++i)
        buckets.append(bucket(project * bucketsOfProject() + i));
    return buckets;
}

atlas::ExportBucket ManyBuckets::bucket(int serial) const
{
    const quint32 chance = scrambled(serial);
    const int project = serial / bucketsOfProject();
    atlas::ExportBucket bucket;
    bucket.id = *atlas::BucketId::fromHex(
        hexId(0x5f000000U + chance % 0x6000000U, static_cast<quint32>(serial)));
    const QString name = u"atlas-%1-%2-%3-%4"_s.arg(
        oneOf(Teams, chance >> 3), oneOf(Stages, chance >> 7), oneOf(Regions, chance >> 11),
        QString::number(scrambled(serial + 77), 36));
    bucket.text(atlas::BucketField::Name) = QString(name + u'-' + QString::number(serial, 36));
    const QString role = hexId(0x60113b99U, static_cast<quint32>(project) * 4 + chance % 3);
    bucket.text(atlas::BucketField::RoleId) = role;
    if (chance % 10 < 7) {
        bucket.text(atlas::BucketField::Provider) = u"AWS"_s;
        bucket.flag(atlas::BucketField::PrivateNetworking) = chance % 4 == 0;
    } else if (chance % 10 < 9) {
        bucket.text(atlas::BucketField::Provider) = u"AZURE"_s;
        bucket.text(atlas::BucketField::ServiceUrl) =
            u"https://exports%1.blob.core.windows.net"_s.arg(project);
        bucket.text(atlas::BucketField::TenantId) =
            u"3f2504e0-4f89-41d3-9a0c-0305e82c%1"_s.arg(project, 4, 16, QChar(u'0'));
    } else {
        bucket.text(atlas::BucketField::Provider) = u"GCP"_s;
    }
    return bucket;
}

void ManyBuckets::addTo(buckets::BucketStore &store) const
{
    for (int i = 0; i < pages(); ++i) {
        store.nameProject(projectOf(i), u"Payments %1 – prod"_s.arg(i / pagesOfProject()));
        store.addBuckets(projectOf(i), page(i));
    }
}

qint64 ManyBuckets::jsonSize() const
{
    qint64 size = 0;
    for (int i = 0; i < pages(); ++i) {
        QJsonArray results;
        for (const atlas::ExportBucket &bucket : page(i))
            results.append(jsonOf(bucket));
        size += QJsonDocument(QJsonObject{{u"results"_s, results}})
                    .toJson(QJsonDocument::Compact)
                    .size();
    }
    return size;
}

} // namespace bench
