// SPDX-License-Identifier: Apache-2.0
#include "buckets/fields/azureaddress.h"

#include <QUrl>

using namespace Qt::Literals::StringLiterals;

namespace buckets {

namespace {

bool isPlainUrl(const QUrl &url)
{
    return url.isValid() && url.scheme() == "https"_L1 && !url.host().isEmpty()
        && !url.authority().contains(u'@') && !url.hasQuery() && !url.hasFragment();
}

AzureAddress::Form formOf(QString path, const QString &container)
{
    if (path.endsWith(u'/'))
        path.chop(1);
    if (path.isEmpty())
        return AzureAddress::Form::Account;
    return path == QString(u'/' + container) ? AzureAddress::Form::Container
                                             : AzureAddress::Form::Elsewhere;
}

} // namespace

AzureAddress azureAddress(const QString &serviceUrl, const QString &container)
{
    constexpr int HttpsPort = 443;
    QUrl url(serviceUrl, QUrl::StrictMode);
    if (!isPlainUrl(url))
        return {};
    if (url.port() == HttpsPort)
        url.setPort(-1);
    return {formOf(url.path(QUrl::FullyDecoded), container),
            url.toString(QUrl::FullyEncoded | QUrl::RemovePath)};
}

QString azurePlace(const QString &serviceUrl, const QString &container)
{
    if (serviceUrl.isEmpty())
        return {};
    const AzureAddress address = azureAddress(serviceUrl, container);
    const bool isTold = address.form == AzureAddress::Form::Account
        || address.form == AzureAddress::Form::Container;
    // No account's address begins so.
    return isTold ? address.account : QString(u'=' + serviceUrl);
}

} // namespace buckets
