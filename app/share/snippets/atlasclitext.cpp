// SPDX-License-Identifier: Apache-2.0
#include "share/snippets/atlasclitext.h"

#include "share/snippets/shellquote.h"

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

QStringList variables(const BucketsCall &call)
{
    if (call.caFile.isEmpty())
        return {};
    return {"SSL_CERT_FILE="_L1 + shellQuoted(call.caFile)};
}

/// The profile brings both key and host. A host from here would be sent the key of whichever
/// profile the CLI takes.
QString profileFlag(const BucketsCall &call)
{
    return "--profile "_L1
        + (isKnown(call.atlasCliProfile) ? shellQuoted(call.atlasCliProfile)
                                         : QString(UnknownProfile));
}

QString profileComment(const BucketsCall &call)
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

QStringList apiFlags(const atlas::PageRequest &page)
{
    return {cliFlag("--includeCount"_L1, page.includeCount),
            "--itemsPerPage "_L1 + QString::number(page.itemsPerPage.value()),
            "--pageNum "_L1 + QString::number(page.page.value())};
}

QStringList apiCommand(const BucketsCall &call)
{
    const atlas::BucketId *single = call.single();
    QStringList parts{single ? u"atlas api cloudBackups getExportBucket"_s
                             : u"atlas api cloudBackups listExportBuckets"_s,
                      profileFlag(call), "--groupId "_L1 + call.project.toHex()};
    if (single)
        parts += "--exportBucketId "_L1 + single->toHex();
    parts += "--version "_L1 + call.options.version.toString();
    parts += cliFlag("--envelope"_L1, call.options.envelope);
    if (!single)
        parts += apiFlags(*call.page());
    parts += cliFlag("--pretty"_L1, call.options.prettyPrint);
    return parts;
}

QStringList backupsFlags(const atlas::PageRequest &page)
{
    QStringList flags{"--page "_L1 + QString::number(page.page.value()),
                      "--limit "_L1 + QString::number(page.itemsPerPage.value())};
    if (!page.includeCount)
        flags += u"--omitCount"_s;
    return flags;
}

QStringList backupsCommand(const BucketsCall &call)
{
    const atlas::BucketId *single = call.single();
    QStringList parts{single ? u"atlas backups exports buckets describe"_s
                             : u"atlas backups exports buckets list"_s,
                      profileFlag(call), "--projectId "_L1 + call.project.toHex()};
    if (single)
        // The CLI's help shows the ID without the flag, which the CLI then refuses.
        parts += "--bucketId "_L1 + single->toHex();
    else
        parts += backupsFlags(*call.page());
    parts += u"--output json"_s;
    return parts;
}

} // namespace

QString atlasCliText(const BucketsCall &call)
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
