// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "curl.h"
#include "tests/atlassim/program/simulator.h"
#include "tests/atlassim/world/sampleworld.h"

/// Builds curl's arguments and runs it against a simulator.
namespace testclient {

/// Path of one project, and of its buckets.
QString groupPath(QLatin1String project);
QString bucketsPath(QLatin1String project);

/// Paths of its clusters, of what is said about one of them, and of its roles.
QString clustersPath(QLatin1String project);
QString schedulePath(QLatin1String project, const QString &cluster);
QString exportsPath(QLatin1String project, const QString &cluster);
QString accessPath(QLatin1String project);

/// Name of the cluster of that number (from 1) of Payments – prod.
QString paymentsCluster(int number);

QStringList accept(const QString &mediaType);
QStringList acceptVersion(const QString &date);
QStringList header(const QString &name, const QByteArray &value);
QStringList form(const QString &body);
QStringList digest(QLatin1String publicKey = atlassim::sample::PublicKey,
                   QLatin1String privateKey = atlassim::sample::PrivateKey);
QStringList clientCredentials(QLatin1String secret = atlassim::sample::ClientSecret,
                              QLatin1String client = atlassim::sample::ClientId);

/// With Digest and today's version unless `arguments` say otherwise.
Curl get(const atlassim::Simulator &simulator, const QString &pathAndQuery,
         const QStringList &arguments = acceptVersion(QStringLiteral("2025-02-19")) + digest());
Curl post(const atlassim::Simulator &simulator, const QString &path, const QStringList &arguments);
Curl askForToken(const atlassim::Simulator &simulator,
                 const QStringList &credentials = clientCredentials());

QString errorCode(const QJsonObject &error);
QJsonArray results(const Curl &answer);
QString text(const QJsonObject &json, const char *name);

/// The first whose `field` is `value`; empty if there is none.
QJsonObject findRow(const QJsonArray &rows, const char *field, const QString &value);

/// The `rel` of each link.
QStringList links(const Curl &answer);

} // namespace testclient
