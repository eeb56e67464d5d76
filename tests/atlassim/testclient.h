// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "atlassim/sampleworld.h"
#include "atlassim/simulator.h"
#include "curl.h"

/// Builds curl's arguments and runs it against a simulator.
namespace testclient {

/// Path of one project, and of its buckets.
QString groupPath(QLatin1String project);
QString bucketsPath(QLatin1String project);

QStringList accept(const QString &mediaType);
QStringList acceptVersion(const QString &date);
QStringList header(const QString &name, const QByteArray &value);
QStringList form(const QString &body);
QStringList digest(QLatin1String publicKey = atlassim::sample::PublicKey,
                   QLatin1String privateKey = atlassim::sample::PrivateKey);
QStringList clientCredentials(QLatin1String secret = atlassim::sample::ClientSecret);

/// With Digest and today's version unless `arguments` say otherwise.
Curl get(const atlassim::Simulator &simulator, const QString &pathAndQuery,
         const QStringList &arguments = acceptVersion(QStringLiteral("2025-02-19")) + digest());
Curl post(const atlassim::Simulator &simulator, const QString &path, const QStringList &arguments);
Curl askForToken(const atlassim::Simulator &simulator);

QString errorCode(const QJsonObject &error);
QJsonArray results(const Curl &answer);

/// The `rel` of each link.
QStringList links(const Curl &answer);

} // namespace testclient
