// SPDX-License-Identifier: Apache-2.0
#include "share/atlasclitext.h"

#include "share/shellquote.h"

#include <QCoreApplication>

using namespace Qt::Literals::StringLiterals;

namespace share {

namespace {

QString cliComment(const QString &text)
{
    return "# "_L1 + text + u'\n';
}

/// Where the CLI has to be told of the server by variables: it takes Atlas unless its profile or
/// these say otherwise.
QStringList serverVariables(const ListBucketsCall &call)
{
    QStringList variables;
    const QString server = call.server();
    if (server == "https://cloud.mongodbgov.com"_L1)
        variables.append(u"MONGODB_ATLAS_SERVICE=cloudgov"_s);
    else if (server != "https://cloud.mongodb.com"_L1)
        variables.append("MONGODB_ATLAS_OPS_MANAGER_URL="_L1 + shellQuoted(server + u'/'));
    if (!call.caFile.isEmpty())
        variables.append("SSL_CERT_FILE="_L1 + shellQuoted(call.caFile));
    return variables;
}

QString cliFlag(QLatin1StringView name, bool on)
{
    return name + (on ? "=true"_L1 : "=false"_L1);
}

QStringList apiCommand(const ListBucketsCall &call)
{
    const atlas::PageRequest &page = call.page;
    return {u"atlas api cloudBackups listExportBuckets"_s,
            "--groupId "_L1 + call.project.toHex(),
            "--version "_L1 + page.call.version.toString(),
            cliFlag("--envelope"_L1, page.call.envelope),
            cliFlag("--includeCount"_L1, page.includeCount),
            "--itemsPerPage "_L1 + QString::number(page.itemsPerPage.value()),
            "--pageNum "_L1 + QString::number(page.page.value()),
            cliFlag("--pretty"_L1, page.call.prettyPrint)};
}

QStringList backupsCommand(const ListBucketsCall &call)
{
    QStringList parts{u"atlas backups exports buckets list"_s,
                      "--projectId "_L1 + call.project.toHex(),
                      "--page "_L1 + QString::number(call.page.page.value()),
                      "--limit "_L1 + QString::number(call.page.itemsPerPage.value())};
    if (!call.page.includeCount)
        parts.append(u"--omitCount"_s);
    parts.append(u"--output json"_s);
    return parts;
}

} // namespace

QString atlasCliText(const ListBucketsCall &call)
{
    const QStringList variables = serverVariables(call);
    return cliComment(QCoreApplication::translate(
               "share",
               "For a version that the Atlas CLI does not know, it says so and takes its newest."))
        + shellCommand(variables + apiCommand(call)) + u'\n'
        + cliComment(QCoreApplication::translate("share", "Or, shorter:"))
        + shellCommand(variables + backupsCommand(call));
}

} // namespace share
