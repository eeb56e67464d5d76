// SPDX-License-Identifier: Apache-2.0
#include "buckets/fields/providerlink.h"

#include "buckets/fields/bucketname.h"

#include <algorithm>
#include <array>

using namespace Qt::Literals::StringLiterals;

namespace buckets {

namespace {

QString percentEncoded(const QString &text)
{
    return QString::fromLatin1(QUrl::toPercentEncoding(text));
}

/// AWS has consoles of their own for China and the US government.
QString awsConsoleHost(const QString &region)
{
    if (region.startsWith("cn-"_L1))
        return u"console.amazonaws.cn"_s;
    if (region.startsWith("us-gov-"_L1))
        return u"console.amazonaws-us-gov.com"_s;
    return u"s3.console.aws.amazon.com"_s;
}

QString awsLink(const atlas::ExportBucket &bucket)
{
    const QString region = bucket.text(atlas::BucketField::Region).value_or(QString());
    const QString query =
        region.isEmpty() ? QString() : QString("?region="_L1 + percentEncoded(region));
    return "https://"_L1 + awsConsoleHost(region) + "/s3/buckets/"_L1
        + percentEncoded(bucket.name()) + query;
}

QString googleLink(const atlas::ExportBucket &bucket)
{
    return "https://console.cloud.google.com/storage/browser/"_L1 + percentEncoded(bucket.name());
}

QString azurePortalHost(const QString &serviceHost)
{
    if (serviceHost.endsWith(".usgovcloudapi.net"_L1))
        return u"portal.azure.us"_s;
    if (serviceHost.endsWith(".chinacloudapi.cn"_L1))
        return u"portal.azure.cn"_s;
    return u"portal.azure.com"_s;
}

/// The portal addresses an account by its subscription and resource group, which Atlas does not
/// tell.
QString azureLink(const atlas::ExportBucket &bucket)
{
    const QUrl service(bucket.text(atlas::BucketField::ServiceUrl).value_or(QString()),
                       QUrl::StrictMode);
    const QString tenant = bucket.text(atlas::BucketField::TenantId)
        ? QString(u'@' + percentEncoded(*bucket.text(atlas::BucketField::TenantId)) + u'/')
        : QString();
    return "https://"_L1 + azurePortalHost(service.host()) + "/#"_L1 + tenant
        + "blade/HubsExtension/BrowseResource/resourceType/Microsoft.Storage%2FStorageAccounts"_L1;
}

QString linkText(const atlas::ExportBucket &bucket)
{
    using Kind = atlas::CloudProvider::Kind;
    switch (bucket.provider().kind()) {
    case Kind::Aws:
        return awsLink(bucket);
    case Kind::Gcp:
        return googleLink(bucket);
    case Kind::Azure:
        return azureLink(bucket);
    case Kind::Unknown:
        return {};
    }
    Q_UNREACHABLE();
}

bool isProviderHost(const QString &host)
{
    static constexpr std::array known = {
        "console.aws.amazon.com"_L1,
        "console.amazonaws.cn"_L1,
        "console.amazonaws-us-gov.com"_L1,
        "console.cloud.google.com"_L1,
        "portal.azure.com"_L1,
        "portal.azure.us"_L1,
        "portal.azure.cn"_L1,
        "blob.core.windows.net"_L1,
        "blob.core.usgovcloudapi.net"_L1,
        "blob.core.chinacloudapi.cn"_L1,
    };
    return std::any_of(known.begin(), known.end(), [&host](QLatin1StringView name) {
        return host == name || host.endsWith(QString(u'.' + name));
    });
}

} // namespace

std::optional<QUrl> consoleLink(const atlas::ExportBucket &bucket)
{
    if (!isPlainBucketName(bucket.name()))
        return std::nullopt;
    const QUrl link(linkText(bucket), QUrl::StrictMode);
    return mayOpen(link) ? std::optional(link) : std::nullopt;
}

bool mayOpen(const QUrl &link)
{
    constexpr int HttpsPort = 443;
    return link.isValid() && link.scheme() == "https"_L1 && link.port(HttpsPort) == HttpsPort
        && !link.authority().contains(u'@') && isProviderHost(link.host(QUrl::FullyEncoded));
}

} // namespace buckets
