// SPDX-License-Identifier: Apache-2.0
#include "buckets/fields/destinationurl.h"

#include "buckets/fields/azureaddress.h"
#include "buckets/fields/bucketname.h"

#include <QUrl>

using namespace Qt::Literals::StringLiterals;

namespace buckets {

namespace {

using Doubt = Destination::Doubt;

QString below(const QString &bucketUrl, const QString &prefix)
{
    return prefix.isEmpty() ? bucketUrl : QString(bucketUrl + u'/' + prefix);
}

Destination azureDestination(const atlas::ExportBucket &bucket, const QString &prefix)
{
    const QString serviceUrl = bucket.text(atlas::BucketField::ServiceUrl).value_or(QString());
    if (serviceUrl.isEmpty())
        return {{}, Doubt::NoServiceUrl};
    const AzureAddress address = azureAddress(serviceUrl, bucket.name());
    switch (address.form) {
    case AzureAddress::Form::Unusable:
        return {{}, Doubt::OddServiceUrl};
    case AzureAddress::Form::Elsewhere:
        return {serviceUrl, Doubt::OtherContainer};
    case AzureAddress::Form::Account:
    case AzureAddress::Form::Container:
        break;
    }
    const QString container = address.account + u'/' + bucket.name();
    return {below(container, QString::fromLatin1(QUrl::toPercentEncoding(prefix, "/"))), {}};
}

} // namespace

Destination destinationOf(const atlas::ExportBucket &bucket, const QString &prefix)
{
    using Cloud = atlas::CloudProvider::Kind;
    if (!isPlainBucketName(bucket.name()))
        return {{}, Doubt::OddName};
    switch (bucket.provider().kind()) {
    case Cloud::Aws:
        return {below("s3://"_L1 + bucket.name(), prefix), {}};
    case Cloud::Gcp:
        return {below("gs://"_L1 + bucket.name(), prefix), {}};
    case Cloud::Azure:
        return azureDestination(bucket, prefix);
    case Cloud::Unknown:
        return {{}, Doubt::UnknownProvider};
    }
    Q_UNREACHABLE();
}

QString destinationUrl(const atlas::ExportBucket &bucket, const QString &prefix)
{
    return destinationOf(bucket, prefix).url;
}

} // namespace buckets
