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

/// The Atlas CLI refuses each name that holds a dot, so this one has to be replaced first.
constexpr auto UnknownProfile = "NAME.OF.YOUR.PROFILE"_L1;

bool isKnown(const QString &profile)
{
    return !profile.isEmpty() && !profile.contains(u'.');
}

QStringList variables(const ListBucketsCall &call)
{
    if (call.caFile.isEmpty())
        return {};
    return {"SSL_CERT_FILE="_L1 + shellQuoted(call.caFile)};
}

/// The profile brings both key and host. A host from here would be sent the key of whichever
/// profile the CLI takes.
QString profileFlag(const ListBucketsCall &call)
{
    return "--profile "_L1
        + (isKnown(call.atlasCliProfile) ? shellQuoted(call.atlasCliProfile)
                                         : QString(UnknownProfile));
}

QString profileComment(const ListBucketsCall &call)
{
    const QString comment = isKnown(call.atlasCliProfile)
        ? QCoreApplication::translate(
              "share",
              "The profile must be for %1. Atlas variables set in the shell are "
              "ignored.")
              .arg(call.server())
        : QCoreApplication::translate(
              "share",
              "Replace %1 with the name of your Atlas CLI profile for %2. Atlas variables set "
              "in the shell are ignored.")
              .arg(UnknownProfile, call.server());
    return cliComment(comment);
}

/// Variables of the shell beat each profile, key and host alike: the command is run without them.
/// The prefix is the CLI's older one.
QString withoutVariables(const QString &command)
{
    return "(unset -v MCLI $(env | sed -nE 's/^((MONGODB_ATLAS|MCLI)_[A-Z0-9_]+)=.*/\\1/p')\n"_L1
        + command + ")\n"_L1;
}

QString cliFlag(QLatin1StringView name, bool on)
{
    return name + (on ? "=true"_L1 : "=false"_L1);
}

QStringList apiCommand(const ListBucketsCall &call)
{
    const atlas::PageRequest &page = call.page;
    return {u"atlas api cloudBackups listExportBuckets"_s,
            profileFlag(call),
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
    QStringList parts{u"atlas backups exports buckets list"_s, profileFlag(call),
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
    return profileComment(call)
        + cliComment(QCoreApplication::translate(
            "share",
            "If the Atlas CLI does not support this version, it warns and uses its latest."))
        + withoutVariables(shellCommand(variables(call) + apiCommand(call))) + u'\n'
        + cliComment(QCoreApplication::translate("share", "Short form:"))
        + withoutVariables(shellCommand(variables(call) + backupsCommand(call)));
}

} // namespace share
