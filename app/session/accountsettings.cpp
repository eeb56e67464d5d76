// SPDX-License-Identifier: Apache-2.0
#include "session/accountsettings.h"

#include "insight/history/historystore.h"

#include <QDir>
#include <QFileInfo>

net::Client::Settings clientSettingsOf(const accounts::Profile &profile,
                                       const accounts::Credential &credential,
                                       const QList<QSslCertificate> &extraAuthorities,
                                       const accounts::PreferenceValues &values,
                                       const net::RetryPolicy &retries)
{
    return {profile.baseUrl,  credential, deadlineOf(values),
            extraAuthorities, retries,    callOptionsOf(values)};
}

std::chrono::milliseconds deadlineOf(const accounts::PreferenceValues &values)
{
    return std::chrono::seconds(values.timeout.value());
}

atlas::CallOptions callOptionsOf(const accounts::PreferenceValues &values)
{
    return {values.apiVersion, values.envelope, values.prettyPrint};
}

QString historyPathOf(const QString &folder, const accounts::Profile &profile,
                      const accounts::Credential &credential)
{
    if (folder.isEmpty())
        return {};
    return insight::HistoryStore::pathOf(folder, profile.baseUrl.host(), credential.identity);
}

QString acceptedPathOf(const QString &settingsPath)
{
    return QFileInfo(settingsPath).dir().filePath(QStringLiteral("accepted.toml"));
}
