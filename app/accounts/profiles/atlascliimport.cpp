// SPDX-License-Identifier: Apache-2.0
#include "accounts/profiles/atlascliimport.h"

#include "accounts/profiles/clifile.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QStandardPaths>

using namespace Qt::Literals::StringLiterals;

namespace accounts {

namespace {

struct AtlasCliImportText
{
    Q_DECLARE_TR_FUNCTIONS(AtlasCliImport)
};

constexpr qint64 largestConfigFile = qint64(1024) * 1024;
constexpr qsizetype longestShown = 100;

/// A value as a sentence shows it: on one line, and cut. Before an @ there may be a password.
QString shown(const QString &value)
{
    const QString text = value.contains(u'@') ? QString(u"…@"_s + value.section(u'@', -1)) : value;
    const QString line = text.simplified();
    return line.size() > longestShown ? QString(line.first(longestShown) + u'…') : line;
}

QString shown(const CliValue &value)
{
    return shown(QString::fromUtf8(value.value.bytes()));
}

/// Why a file does not tell where a profile's calls go.
QString explain(const CliHostProblem &problem)
{
    using Kind = CliHostProblem::Kind;
    const QString value = shown(problem.first);
    switch (problem.kind) {
    case Kind::UnknownService:
        return AtlasCliImportText::tr("Unknown service: “%1”.").arg(value);
    case Kind::OpsManager:
        return AtlasCliImportText::tr(
            "This profile is for Ops Manager. Bucketscope supports Atlas only.");
    case Kind::CloudManager:
        return AtlasCliImportText::tr(
            "This profile is for Cloud Manager. Bucketscope supports Atlas only.");
    case Kind::BadUrl:
        return AtlasCliImportText::tr("The base URL %1 cannot be used. %2")
            .arg(value, problem.detail);
    case Kind::Contradiction:
        return AtlasCliImportText::tr("The file contains two addresses for this profile: “%1” "
                                      "and “%2”. Correct the file, or add the profile manually.")
            .arg(value, shown(problem.second));
    case Kind::UnusedBaseUrl:
        return AtlasCliImportText::tr(
                   "The file sets base_url to “%1”, which the Atlas CLI ignores. Use "
                   "ops_manager_url instead, or add the profile manually.")
            .arg(value);
    case Kind::NotText:
        return AtlasCliImportText::tr("The value of %1 in the file is not text. Correct the file, "
                                      "or add the profile manually.")
            .arg(problem.detail);
    }
    Q_UNREACHABLE();
}

tl::expected<Authentication, QString> authenticationOf(const CliSettings &settings)
{
    switch (signInOf(settings)) {
    case CliSignIn::ServiceAccount:
        return Authentication::ServiceAccount;
    case CliSignIn::ApiKey:
        return Authentication::ApiKey;
    case CliSignIn::Person:
        return tl::unexpected(AtlasCliImportText::tr(
            "This profile signs in with a user account in the browser. Bucketscope needs a service "
            "account or an API key."));
    case CliSignIn::UnknownType:
        return tl::unexpected(AtlasCliImportText::tr("Unknown authentication type: “%1”.")
                                  .arg(shown(settings.text(CliProperty::AuthType))));
    case CliSignIn::Nothing:
        return tl::unexpected(AtlasCliImportText::tr("This profile has no credentials."));
    }
    Q_UNREACHABLE();
}

void takeProject(const CliSettings &settings, ImportCandidate &candidate)
{
    const QString project = settings.text(CliProperty::ProjectId);
    if (project.isEmpty())
        return;
    if (atlas::ProjectId::fromHex(project)) {
        candidate.draft.defaultProject = project;
        if (settings.place(CliProperty::ProjectId) != candidate.sourceName)
            candidate.notes.append(
                AtlasCliImportText::tr("The default project is at the top level of the file. The "
                                       "Atlas CLI uses it for every profile."));
    } else {
        candidate.notes.append(AtlasCliImportText::tr("“%1” is not a project ID, so no default "
                                                      "project is imported.")
                                   .arg(shown(project)));
    }
}

void noteOddValues(const CliSettings &settings, ImportCandidate &candidate)
{
    QStringList names;
    for (const CliProperty property :
         {CliProperty::AuthType, CliProperty::PublicApiKey, CliProperty::PrivateApiKey,
          CliProperty::ClientId, CliProperty::ClientSecret, CliProperty::AccessToken,
          CliProperty::RefreshToken, CliProperty::ProjectId}) {
        if (settings.hasOddValue(property))
            names.append(nameOf(property));
    }
    if (!names.isEmpty())
        candidate.notes.append(
            AtlasCliImportText::tr("Not imported, because their values are not text: %1.")
                .arg(names.join(u", "_s)));
}

void noteOrganization(const CliSettings &settings, ImportCandidate &candidate)
{
    const QString organization = settings.text(CliProperty::OrgId);
    if (!organization.isEmpty())
        candidate.notes.append(AtlasCliImportText::tr("The organization ID %1 is not imported: "
                                                      "Bucketscope does not use it.")
                                   .arg(shown(organization)));
}

QString noteOn(ImportCandidate::SecretPlace place, Authentication authentication)
{
    const bool isServiceAccount = authentication == Authentication::ServiceAccount;
    switch (place) {
    case ImportCandidate::SecretPlace::InFile:
        return {};
    case ImportCandidate::SecretPlace::InKeyring:
        return isServiceAccount
            ? AtlasCliImportText::tr("The Atlas CLI keeps this secret in its own keychain entry. "
                                     "Enter the client ID and client secret here.")
            : AtlasCliImportText::tr("The Atlas CLI keeps this secret in its own keychain entry. "
                                     "Enter the public key and private key here.");
    case ImportCandidate::SecretPlace::Missing:
        return isServiceAccount
            ? AtlasCliImportText::tr("This profile has no client secret. Enter it here.")
            : AtlasCliImportText::tr("This profile has no private key. Enter it here.");
    }
    Q_UNREACHABLE();
}

bool isFromTopLevel(const CliSettings &settings, Authentication authentication,
                    const QString &profile)
{
    for (const CliProperty property :
         {identityProperty(authentication), secretProperty(authentication)}) {
        if (settings.has(property) && settings.place(property) != profile)
            return true;
    }
    return false;
}

void takeCredential(const CliSettings &settings, Authentication authentication,
                    bool fileMayUseKeychain, ImportCandidate &candidate)
{
    using Place = ImportCandidate::SecretPlace;
    candidate.draft.authentication = authentication;
    candidate.draft.identity = settings.text(identityProperty(authentication));
    candidate.secret = settings.secret(secretProperty(authentication));
    if (!candidate.secret.isEmpty())
        candidate.secretPlace = Place::InFile;
    else
        candidate.secretPlace = fileMayUseKeychain ? Place::InKeyring : Place::Missing;
    const QString note = noteOn(candidate.secretPlace, authentication);
    if (!note.isEmpty())
        candidate.notes.append(note);
    if (isFromTopLevel(settings, authentication, candidate.sourceName))
        candidate.notes.append(
            AtlasCliImportText::tr("The credentials are at the top level of the file. The Atlas "
                                   "CLI uses them for every profile."));
}

ImportCandidate candidateFrom(const CliProfile &profile, bool fileMayUseKeychain)
{
    ImportCandidate candidate;
    candidate.sourceName = profile.name;
    candidate.draft.name = profile.name;
    candidate.draft.atlasCliProfile = profile.name;
    if (profile.isAmbiguous) {
        candidate.problem = AtlasCliImportText::tr("The file has more than one profile with this "
                                                   "name (ignoring case).");
        return candidate;
    }
    const CliSettings &settings = profile.settings;
    const auto baseUrl = hostOf(settings, CliBaseUrl::IsUnused);
    if (!baseUrl) {
        candidate.problem = explain(baseUrl.error());
        return candidate;
    }
    const auto authentication = authenticationOf(settings);
    if (!authentication) {
        candidate.problem = authentication.error();
        return candidate;
    }
    candidate.draft.baseUrl = baseUrl->toString();
    takeCredential(settings, *authentication, fileMayUseKeychain, candidate);
    if (profile.name.contains(u'.'))
        candidate.notes.append(AtlasCliImportText::tr(
            "The Atlas CLI no longer accepts dots in profile names. Bucketscope imports the values "
            "under this name."));
    takeProject(settings, candidate);
    noteOrganization(settings, candidate);
    noteOddValues(settings, candidate);
    return candidate;
}

} // namespace

QString atlasCliConfigPath()
{
#if defined(Q_OS_WIN)
    const QString folder = qEnvironmentVariable("AppData");
#elif defined(Q_OS_MACOS)
    const QString folder = QStandardPaths::writableLocation(QStandardPaths::GenericDataLocation);
#else
    const QString folder = QStandardPaths::writableLocation(QStandardPaths::GenericConfigLocation);
#endif
    return folder + "/atlascli/config.toml"_L1;
}

tl::expected<QList<ImportCandidate>, QString> parseAtlasCliConfig(QByteArrayView toml)
{
    const auto file = readCliFile(toml);
    if (!file)
        return tl::unexpected(AtlasCliImportText::tr("Line %1, column %2: %3.")
                                  .arg(file.error().line)
                                  .arg(file.error().column)
                                  .arg(file.error().description));
    QList<ImportCandidate> candidates;
    for (const CliProfile &profile : file->profiles)
        candidates.append(candidateFrom(profile, file->mayUseKeychain));
    return candidates;
}

tl::expected<QList<ImportCandidate>, QString> readAtlasCliConfig(const QString &path)
{
    const QString name = QDir::toNativeSeparators(path);
    QFile file(path);
    if (!file.exists())
        return tl::unexpected(
            AtlasCliImportText::tr("No Atlas CLI profiles found: %1 does not exist.").arg(name));
    if (!QFileInfo(path).isFile())
        return tl::unexpected(
            AtlasCliImportText::tr("The Atlas CLI profiles in %1 cannot be read: it is not a file.")
                .arg(name));
    if (!file.open(QIODevice::ReadOnly))
        return tl::unexpected(
            AtlasCliImportText::tr("The Atlas CLI profiles in %1 cannot be read: %2.")
                .arg(name, file.errorString()));
    if (file.size() > largestConfigFile)
        return tl::unexpected(
            AtlasCliImportText::tr("%1 is too large to be an Atlas CLI configuration.").arg(name));
    QByteArray content = file.readAll();
    auto candidates = parseAtlasCliConfig(content);
    wipe(content);
    return candidates.map_error([&name](const QString &problem) {
        return AtlasCliImportText::tr("The Atlas CLI profiles in %1 cannot be read. %2")
            .arg(name, problem);
    });
}

} // namespace accounts
