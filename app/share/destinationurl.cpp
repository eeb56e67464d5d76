// SPDX-License-Identifier: Apache-2.0
#include "share/destinationurl.h"

#include "share/bucketname.h"

#include <QUrl>

using namespace Qt::Literals::StringLiterals;

namespace share {

namespace {

/// `https://account.blob.core.windows.net`, or nothing if the bucket does not say so.
QString azureAccountUrl(const atlas::ExportBucket &bucket)
{
    const QUrl url(bucket.serviceUrl.value_or(QString()), QUrl::StrictMode);
    const bool isBare = url.isValid() && url.scheme() == "https"_L1 && !url.host().isEmpty()
        && !url.authority().contains(u'@') && !url.hasQuery() && !url.hasFragment()
        && (url.path().isEmpty() || url.path() == "/"_L1);
    return isBare ? url.toString(QUrl::FullyEncoded | QUrl::RemovePath) : QString();
}

QString azureUrl(const atlas::ExportBucket &bucket)
{
    const QString account = azureAccountUrl(bucket);
    return account.isEmpty() ? account : QString(account + u'/' + bucket.name);
}

QString below(const QString &bucketUrl, const QString &prefix)
{
    return bucketUrl.isEmpty() || prefix.isEmpty() ? bucketUrl : QString(bucketUrl + u'/' + prefix);
}

} // namespace

QString destinationUrl(const atlas::ExportBucket &bucket, const QString &prefix)
{
    using Kind = atlas::CloudProvider::Kind;
    if (!isPlainBucketName(bucket.name))
        return {};
    switch (bucket.provider.kind()) {
    case Kind::Aws:
        return below("s3://"_L1 + bucket.name, prefix);
    case Kind::Gcp:
        return below("gs://"_L1 + bucket.name, prefix);
    case Kind::Azure:
        return below(azureUrl(bucket), QString::fromLatin1(QUrl::toPercentEncoding(prefix, "/")));
    case Kind::Unknown:
        return {};
    }
    Q_UNREACHABLE();
}

} // namespace share
