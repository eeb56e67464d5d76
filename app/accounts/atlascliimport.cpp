// SPDX-License-Identifier: Apache-2.0
#include "accounts/atlascliimport.h"

#include "accounts/clisettings.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QMap>
#include <QStandardPaths>

#include <toml++/toml.h>

#include <algorithm>
#include <array>
#include <string_view>
#include <utility>

using namespace Qt::Literals::StringLiterals;

namespace accounts {

namespace {

struct AtlasCliImportText
{
    Q_DECLARE_TR_FUNCTIONS(AtlasCliImport)
};

constexpr qint64 largestConfigFile = qint64(1024) * 1024;
/// Since this version of its file the Atlas CLI puts IDs and secrets into the keychain where it
/// can (atlas-cli-core, config/proxy_store.go).
constexpr int firstVersionWithKeychain = 2;
/// More tables in tables than this are no profile's name.
constexpr int mostDots = 8;

QString toText(std::string_view text)
{
    return QString::fromUtf8(text.data(), static_cast<qsizetype>(text.size())).trimmed();
}

/// The table's keys as the Atlas CLI knows them: in lower case.
QString keyOf(const toml::key &key)
{
    return toText(key.str()).toLower();
}

/// Further properties of a profile, and of no use here.
bool isOtherProperty(const QString &key)
{
    constexpr std::array names{"api_version"_L1,           "output"_L1,
                               "mongosh_path"_L1,          "skip_update_check"_L1,
                               "telemetry_enabled"_L1,     "silence_storage_warning"_L1,
                               "local_deployment_image"_L1};
    return std::find(names.begin(), names.end(), key) != names.end();
}

std::optional<CliProperty> propertyOf(const QString &key)
{
    const QList<CliProperty> properties = cliProperties();
    const auto found =
        std::find_if(properties.begin(), properties.end(),
                     [&key](CliProperty property) { return nameOf(property) == key; });
    return found == properties.end() ? std::nullopt : std::optional(*found);
}

void addTexts(CliSettings &settings, const toml::table &table, const QString &place)
{
    for (const auto &[key, node] : table) {
        const auto property = propertyOf(keyOf(key));
        const auto text = node.value<std::string_view>();
        if (property && text)
            settings.add(*property, place,
                         QByteArrayView(text->data(), static_cast<qsizetype>(text->size())));
    }
}

/// What the whole file says, beside its profiles.
struct SourceFile
{
    const toml::table &table;
    bool mayUseKeychain = false;
};

bool mayUseKeychain(const toml::table &file)
{
    return std::any_of(file.begin(), file.end(), [](const auto &entry) {
        // value() would take a float, too, and cannot hold every one of them.
        const auto version = entry.second.template value_exact<int64_t>();
        return keyOf(entry.first) == "version"_L1 && version
            && *version >= firstVersionWithKeychain;
    });
}

/// A table that may be a profile.
struct SourceProfile
{
    /// As the file spells it: dots part a table from the one that it is in.
    QString name;
    const toml::table *table = nullptr;
    bool isNested = false;
};

/// The Atlas CLI looks each property up at the top level first: there it beats all profiles.
CliSettings settingsOf(const SourceFile &file, const SourceProfile &profile)
{
    CliSettings settings;
    const bool isOwnTable = profile.table != &file.table;
    addTexts(settings, file.table, isOwnTable ? QString() : profile.name);
    if (isOwnTable)
        addTexts(settings, *profile.table, profile.name);
    return settings;
}

/// What other programs or versions may have put there is no profile.
bool isProfile(const SourceProfile &profile)
{
    const toml::table &table = *profile.table;
    if (table.empty())
        return !profile.isNested;
    return std::any_of(table.begin(), table.end(), [](const auto &entry) {
        const QString key = keyOf(entry.first);
        return !entry.second.is_table() && (propertyOf(key) || isOtherProperty(key));
    });
}

/// Older versions of the Atlas CLI took names with dots, and wrote them as tables in tables.
void findProfiles(const toml::table &table, const QString &prefix, QList<SourceProfile> &found)
{
    if (prefix.count(u'.') > mostDots)
        return;
    for (const auto &[key, node] : table) {
        const toml::table *inner = node.as_table();
        if (!inner)
            continue;
        const QString name = prefix + toText(key.str());
        const SourceProfile profile{name, inner, !prefix.isEmpty()};
        if (isProfile(profile))
            found.append(profile);
        findProfiles(*inner, name + u'.', found);
    }
}

/// What a profile would sign in with stands at the top level.
bool hasCredentialAtTop(const SourceFile &file)
{
    CliSettings settings;
    addTexts(settings, file.table, {});
    return settings.has(CliProperty::AuthType) || signInOf(settings) != CliSignIn::Nothing;
}

/// Before an @ there may be a password.
QString shown(const CliValue &value)
{
    const QString text = QString::fromUtf8(value.value.bytes());
    return text.contains(u'@') ? QString(u"…@"_s + text.section(u'@', -1)) : text;
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
        return AtlasCliImportText::tr("The file names two addresses for this profile, “%1” and "
                                      "“%2”. Correct the file, or add the profile manually.")
            .arg(value, shown(problem.second));
    case Kind::UnusedBaseUrl:
        return AtlasCliImportText::tr(
                   "The file sets base_url to “%1”, which the Atlas CLI ignores. Use "
                   "ops_manager_url instead, or add the profile manually.")
            .arg(value);
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
                                  .arg(settings.text(CliProperty::AuthType)));
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
    if (atlas::ProjectId::fromHex(project))
        candidate.draft.defaultProject = project;
    else
        candidate.notes.append(AtlasCliImportText::tr("“%1” is not a project ID, so no default "
                                                      "project is imported.")
                                   .arg(project));
}

void noteOrganization(const CliSettings &settings, ImportCandidate &candidate)
{
    const QString organization = settings.text(CliProperty::OrgId);
    if (!organization.isEmpty())
        candidate.notes.append(AtlasCliImportText::tr("The organization ID %1 is not imported: "
                                                      "Bucketscope does not use it.")
                                   .arg(organization));
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

ImportCandidate candidateFrom(const SourceFile &file, const SourceProfile &profile)
{
    ImportCandidate candidate;
    candidate.sourceName = profile.name;
    candidate.draft.name = profile.name;
    const CliSettings settings = settingsOf(file, profile);
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
    takeCredential(settings, *authentication, file.mayUseKeychain, candidate);
    if (profile.name.contains(u'.'))
        candidate.notes.append(
            AtlasCliImportText::tr("The Atlas CLI no longer accepts dots in profile names. "
                                   "Bucketscope imports the values under this name."));
    takeProject(settings, candidate);
    noteOrganization(settings, candidate);
    return candidate;
}

/// The Atlas CLI reads names without regard to case: which of them it would take, nobody knows.
ImportCandidate ambiguous(const QString &name)
{
    ImportCandidate candidate;
    candidate.sourceName = name;
    candidate.draft.name = name;
    candidate.problem = AtlasCliImportText::tr(
        "The file has more than one profile with this name (ignoring case).");
    return candidate;
}

QList<ImportCandidate> candidatesIn(const toml::table &table)
{
    const SourceFile file{table, mayUseKeychain(table)};
    QList<SourceProfile> profiles;
    findProfiles(table, {}, profiles);
    if (profiles.isEmpty() && hasCredentialAtTop(file))
        profiles.append({u"default"_s, &table, false});
    QMap<QString, QList<SourceProfile>> byName;
    for (const SourceProfile &profile : std::as_const(profiles))
        byName[profile.name.toLower()].append(profile);
    QList<ImportCandidate> candidates;
    for (auto it = byName.cbegin(); it != byName.cend(); ++it)
        candidates.append(it->size() == 1 ? candidateFrom(file, it->constFirst())
                                          : ambiguous(it.key()));
    return candidates;
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
    try {
        return candidatesIn(
            toml::parse(std::string_view(toml.data(), static_cast<std::size_t>(toml.size()))));
    } catch (const toml::parse_error &error) {
        return tl::unexpected(AtlasCliImportText::tr("Line %1, column %2: %3.")
                                  .arg(error.source().begin.line)
                                  .arg(error.source().begin.column)
                                  .arg(toText(error.description())));
    }
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
