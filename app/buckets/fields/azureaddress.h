// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QString>

namespace buckets {

/// Where a container of Azure is, as the `serviceUrl` of its bucket tells it. Atlas documents two
/// forms: the storage account's address, and the container's below it. Both mean the same.
struct AzureAddress
{
    enum class Form {
        /// No `https` URL of a host and at most a path: nothing can be told from it.
        Unusable,
        Account,
        /// The path is the container's name.
        Container,
        /// The path is another name.
        Elsewhere,
    };

    Form form = Form::Unusable;
    /// `https://account.blob.core.windows.net`, encoded, in lower case, without a path; empty if
    /// unusable.
    QString account;
};

/// What the service URL of the container of that name tells.
AzureAddress azureAddress(const QString &serviceUrl, const QString &container);

/// The same text for the same place, whichever form the service URL has; a URL that tells nothing
/// is a place of its own. Empty without a service URL.
QString azurePlace(const QString &serviceUrl, const QString &container);

} // namespace buckets
