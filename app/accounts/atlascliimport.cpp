// SPDX-License-Identifier: Apache-2.0
#include "accounts/atlascliimport.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QStandardPaths>

#include <toml++/toml.h>

#include <string_view>

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

std::string_view stringIn(const toml::table &table, std::string_view key)
{
    return table[key].value_or(std::string_view());
}

QString toText(std::string_view text)
{
    return QString::fromUtf8(text.data(), static_cast<qsizetype>(text.size())).trimmed();
}

Secret toSecret(std::string_view text)
{
    return Secret::fromUtf8(
        QByteArrayView(text.data(), static_cast<qsizetype>(text.size())).trimmed());
}

/// What the file says about one profile.
class SourceProfile
{
public:
    SourceProfile(const toml::table &profile, const toml::table &file)
        : m_profile(profile), m_file(file)
    { }

    QString own(std::string_view key) const { return toText(stringIn(m_profile, key)); }
    Secret secret(std::string_view key) const { return toSecret(stringIn(m_profile, key)); }

    /// The file's top level holds for profiles that say nothing else.
    QString ownOrGeneral(std::string_view key) const
    {
        const QString text = own(key);
        return text.isEmpty() ? toText(stringIn(m_file, key)) : text;
    }

    bool mayUseKeychain() const
    {
        // value_or() would take a float, too, and cannot hold every one of them.
        const auto version = m_file["version"].value_exact<int64_t>();
        return version && *version >= firstVersionWithKeychain;
    }

private:
    const toml::table &m_profile;
    const toml::table &m_file;
};

struct CredentialKeys
{
    Authentication authentication;
    std::string_view identity;
    std::string_view secret;
};

constexpr CredentialKeys serviceAccountKeys{Authentication::ServiceAccount, "client_id",
                                            "client_secret"};
constexpr CredentialKeys apiKeyKeys{Authentication::ApiKey, "public_api_key", "private_api_key"};

bool hasBoth(const SourceProfile &source, const CredentialKeys &keys)
{
    return !source.own(keys.identity).isEmpty() && !source.own(keys.secret).isEmpty();
}

bool hasEither(const SourceProfile &source, const CredentialKeys &keys)
{
    return !source.own(keys.identity).isEmpty() || !source.own(keys.secret).isEmpty();
}

/// A whole credential in the file counts more than auth_type does: so it is for the Atlas CLI.
tl::expected<CredentialKeys, QString> credentialKeysOf(const SourceProfile &source)
{
    const QString type = source.own("auth_type");
    if (type == "service_account"_L1 || hasBoth(source, serviceAccountKeys))
        return serviceAccountKeys;
    if (type == "api_keys"_L1 || hasBoth(source, apiKeyKeys))
        return apiKeyKeys;
    const bool hasTokens =
        !source.own("access_token").isEmpty() || !source.own("refresh_token").isEmpty();
    if (type == "user_account"_L1 || (type.isEmpty() && hasTokens))
        return tl::unexpected(AtlasCliImportText::tr(
            "It signs in as a person, in the browser. Bucketscope signs in with a service "
            "account or an API key."));
    if (!type.isEmpty() && type != "no_auth"_L1)
        return tl::unexpected(
            AtlasCliImportText::tr("Its kind of authentication, “%1”, is not known.").arg(type));
    if (type.isEmpty() && hasEither(source, serviceAccountKeys))
        return serviceAccountKeys;
    if (type.isEmpty() && hasEither(source, apiKeyKeys))
        return apiKeyKeys;
    return tl::unexpected(AtlasCliImportText::tr("It holds no credential."));
}

tl::expected<BaseUrl, QString> baseUrlOfService(const QString &service)
{
    if (service.isEmpty() || service == "cloud"_L1)
        return BaseUrl::atlas();
    if (service == "cloudgov"_L1)
        return BaseUrl::government();
    if (service == "ops-manager"_L1)
        return tl::unexpected(
            AtlasCliImportText::tr("It belongs to Ops Manager. Bucketscope reads Atlas only."));
    if (service == "cloud-manager"_L1)
        return tl::unexpected(
            AtlasCliImportText::tr("It belongs to Cloud Manager. Bucketscope reads Atlas only."));
    return tl::unexpected(AtlasCliImportText::tr("Its service, “%1”, is not known.").arg(service));
}

tl::expected<BaseUrl, QString> baseUrlOf(const SourceProfile &source)
{
    auto byService = baseUrlOfService(source.ownOrGeneral("service"));
    const QString custom = source.ownOrGeneral("ops_manager_url");
    if (!byService || custom.isEmpty())
        return byService;
    return BaseUrl::parse(custom).map_error([&custom](const QString &problem) {
        return AtlasCliImportText::tr("Its base URL, %1, cannot be used. %2").arg(custom, problem);
    });
}

void takeProject(const SourceProfile &source, ImportCandidate &candidate)
{
    const QString project = source.ownOrGeneral("project_id");
    if (project.isEmpty())
        return;
    if (atlas::ProjectId::fromHex(project))
        candidate.draft.defaultProject = project;
    else
        candidate.notes.append(
            AtlasCliImportText::tr("Its project, “%1”, is no project ID and is left out.")
                .arg(project));
}

void noteOrganization(const SourceProfile &source, ImportCandidate &candidate)
{
    const QString organization = source.ownOrGeneral("org_id");
    if (!organization.isEmpty())
        candidate.notes.append(
            AtlasCliImportText::tr("Its organization, %1, is not needed and is left out.")
                .arg(organization));
}

QString noteOn(ImportCandidate::SecretPlace place, const ImportCandidate &candidate)
{
    const bool isServiceAccount = candidate.draft.authentication == Authentication::ServiceAccount;
    switch (place) {
    case ImportCandidate::SecretPlace::InFile:
        return {};
    case ImportCandidate::SecretPlace::InKeyring:
        return isServiceAccount
            ? AtlasCliImportText::tr(
                "The Atlas CLI keeps its secret in the keychain, for itself only. Enter the "
                "client ID and the client secret here.")
            : AtlasCliImportText::tr(
                "The Atlas CLI keeps its secret in the keychain, for itself only. Enter the "
                "public and the private key here.");
    case ImportCandidate::SecretPlace::Missing:
        return isServiceAccount ? AtlasCliImportText::tr("It has no client secret. Enter it here.")
                                : AtlasCliImportText::tr("It has no private key. Enter it here.");
    }
    Q_UNREACHABLE();
}

void takeCredential(const SourceProfile &source, const CredentialKeys &keys,
                    ImportCandidate &candidate)
{
    using Place = ImportCandidate::SecretPlace;
    candidate.draft.authentication = keys.authentication;
    candidate.draft.identity = source.own(keys.identity);
    candidate.secret = source.secret(keys.secret);
    if (!candidate.secret.isEmpty())
        candidate.secretPlace = Place::InFile;
    else
        candidate.secretPlace = source.mayUseKeychain() ? Place::InKeyring : Place::Missing;
    const QString note = noteOn(candidate.secretPlace, candidate);
    if (!note.isEmpty())
        candidate.notes.append(note);
}

ImportCandidate candidateFrom(const QString &name, const SourceProfile &source)
{
    ImportCandidate candidate;
    candidate.sourceName = name;
    candidate.draft.name = name;
    candidate.draft.atlasCliProfile = name;
    const auto baseUrl = baseUrlOf(source);
    if (!baseUrl) {
        candidate.problem = baseUrl.error();
        return candidate;
    }
    const auto keys = credentialKeysOf(source);
    if (!keys) {
        candidate.problem = keys.error();
        return candidate;
    }
    candidate.draft.baseUrl = baseUrl->toString();
    takeCredential(source, *keys, candidate);
    takeProject(source, candidate);
    noteOrganization(source, candidate);
    return candidate;
}

QList<ImportCandidate> candidatesIn(const toml::table &file)
{
    QList<ImportCandidate> candidates;
    for (const auto &[key, node] : file) {
        if (const toml::table *profile = node.as_table())
            candidates.append(candidateFrom(toText(key.str()), SourceProfile(*profile, file)));
    }
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
            AtlasCliImportText::tr("There are no Atlas CLI profiles: %1 does not exist.")
                .arg(name));
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
