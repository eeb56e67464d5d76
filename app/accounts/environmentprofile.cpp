// SPDX-License-Identifier: Apache-2.0
#include "accounts/environmentprofile.h"

#include <QCoreApplication>
#include <QProcessEnvironment>

using namespace Qt::Literals::StringLiterals;

namespace accounts {

namespace {

struct EnvironmentProfileText
{
    Q_DECLARE_TR_FUNCTIONS(EnvironmentProfile)
};

constexpr QLatin1String baseUrlVariable("MONGODB_ATLAS_BASE_URL");
constexpr QLatin1String projectVariable("MONGODB_ATLAS_PROJECT_ID");

struct CredentialVariables
{
    Authentication authentication;
    QString identity;
    QString secret;
};

CredentialVariables serviceAccountVariables()
{
    return {Authentication::ServiceAccount, u"MONGODB_ATLAS_CLIENT_ID"_s,
            u"MONGODB_ATLAS_CLIENT_SECRET"_s};
}

CredentialVariables apiKeyVariables()
{
    return {Authentication::ApiKey, u"MONGODB_ATLAS_PUBLIC_API_KEY"_s,
            u"MONGODB_ATLAS_PRIVATE_API_KEY"_s};
}

QString valueOf(const QProcessEnvironment &environment, const QString &variable)
{
    return environment.value(variable).trimmed();
}

using MaybeCredential = tl::expected<std::optional<Credential>, QString>;

MaybeCredential credentialFrom(const QProcessEnvironment &environment,
                               const CredentialVariables &variables)
{
    const QString identity = valueOf(environment, variables.identity);
    const QString secret = valueOf(environment, variables.secret);
    if (identity.isEmpty() && secret.isEmpty())
        return std::nullopt;
    if (secret.isEmpty())
        return tl::unexpected(
            EnvironmentProfileText::tr("%1 is set, but %2 is not. Set both or neither.")
                .arg(variables.identity, variables.secret));
    if (identity.isEmpty())
        return tl::unexpected(
            EnvironmentProfileText::tr("%1 is set, but %2 is not. Set both or neither.")
                .arg(variables.secret, variables.identity));
    return Credential{variables.authentication, identity, Secret::fromString(secret)};
}

MaybeCredential credentialFrom(const QProcessEnvironment &environment)
{
    auto serviceAccount = credentialFrom(environment, serviceAccountVariables());
    if (!serviceAccount || *serviceAccount)
        return serviceAccount;
    return credentialFrom(environment, apiKeyVariables());
}

tl::expected<BaseUrl, QString> baseUrlFrom(const QProcessEnvironment &environment)
{
    const QString text = valueOf(environment, baseUrlVariable);
    if (text.isEmpty())
        return BaseUrl::atlas();
    return BaseUrl::parse(text).map_error(
        [](const QString &problem) { return QString(baseUrlVariable % u": " % problem); });
}

tl::expected<std::optional<atlas::ProjectId>, QString> projectFrom(
    const QProcessEnvironment &environment)
{
    const QString text = valueOf(environment, projectVariable);
    if (text.isEmpty())
        return std::nullopt;
    const auto project = atlas::ProjectId::fromHex(text);
    if (!project)
        return tl::unexpected(
            EnvironmentProfileText::tr("%1: A project ID has 24 digits, 0–9 and a–f.")
                .arg(projectVariable));
    return project;
}

/// An arbitrary number that never changes: what is remembered by profile stays with this one.
ProfileId environmentProfileId()
{
    return ProfileId(
        QUuid(0x6b1f2c0d, 0x3f5a, 0x4c6e, 0x9a, 0x41, 0x5d, 0x0e, 0x7b, 0x2c, 0x88, 0x13));
}

Profile profileWith(const Credential &credential, const BaseUrl &baseUrl,
                    std::optional<atlas::ProjectId> project)
{
    return {
        .id = environmentProfileId(),
        .name = environmentProfileName(),
        .authentication = credential.authentication,
        .identity = credential.identity,
        .baseUrl = baseUrl,
        .defaultProject = project,
        .caFile = {},
        .chosenColor = {},
        .fromEnvironment = true,
    };
}

} // namespace

QString environmentProfileName()
{
    return u"Environment"_s;
}

tl::expected<std::optional<EnvironmentAccount>, QString> environmentAccount(
    const QProcessEnvironment &environment)
{
    const auto credential = credentialFrom(environment);
    if (!credential)
        return tl::unexpected(credential.error());
    if (!*credential)
        return std::nullopt;
    const auto baseUrl = baseUrlFrom(environment);
    if (!baseUrl)
        return tl::unexpected(baseUrl.error());
    const auto project = projectFrom(environment);
    if (!project)
        return tl::unexpected(project.error());
    return EnvironmentAccount{profileWith(**credential, *baseUrl, *project), **credential};
}

} // namespace accounts
