// SPDX-License-Identifier: Apache-2.0
#include "accounts/profiles/clisettings.h"

#include <array>

using namespace Qt::Literals::StringLiterals;

namespace accounts {

namespace {

using HostKind = CliHostProblem::Kind;
using Host = tl::expected<BaseUrl, CliHostProblem>;
/// Nothing if no place names one.
using MaybeHost = tl::expected<std::optional<BaseUrl>, CliHostProblem>;

struct CliName
{
    CliProperty property = {};
    QLatin1String name;
};

constexpr std::array cliNames{
    CliName{CliProperty::AuthType, QLatin1String("auth_type")},
    CliName{CliProperty::Service, QLatin1String("service")},
    CliName{CliProperty::OpsManagerUrl, QLatin1String("ops_manager_url")},
    CliName{CliProperty::BaseUrl, QLatin1String("base_url")},
    CliName{CliProperty::ProjectId, QLatin1String("project_id")},
    CliName{CliProperty::OrgId, QLatin1String("org_id")},
    CliName{CliProperty::PublicApiKey, QLatin1String("public_api_key")},
    CliName{CliProperty::PrivateApiKey, QLatin1String("private_api_key")},
    CliName{CliProperty::ClientId, QLatin1String("client_id")},
    CliName{CliProperty::ClientSecret, QLatin1String("client_secret")},
    CliName{CliProperty::AccessToken, QLatin1String("access_token")},
    CliName{CliProperty::RefreshToken, QLatin1String("refresh_token")},
};

QString textOf(const CliValue &value)
{
    return QString::fromUtf8(value.value.bytes());
}

Host hostOfService(const CliValue &service)
{
    const QString name = textOf(service);
    if (name == "cloud"_L1)
        return BaseUrl::atlas();
    if (name == "cloudgov"_L1)
        return BaseUrl::government();
    HostKind kind = HostKind::UnknownService;
    if (name == "ops-manager"_L1)
        kind = HostKind::OpsManager;
    else if (name == "cloud-manager"_L1)
        kind = HostKind::CloudManager;
    return tl::unexpected(CliHostProblem{kind, service, {}, {}});
}

Host hostOfUrl(const CliValue &url)
{
    return BaseUrl::parse(textOf(url)).map_error([&url](const QString &problem) {
        return CliHostProblem{HostKind::BadUrl, url, {}, problem};
    });
}

/// The address that all of the values name.
template<class HostOf>
MaybeHost agreedHost(const QList<CliValue> &values, const HostOf &hostOfOne)
{
    std::optional<BaseUrl> agreed;
    for (const CliValue &value : values) {
        const Host host = hostOfOne(value);
        if (!host)
            return tl::unexpected(host.error());
        if (agreed && *agreed != *host)
            return tl::unexpected(
                CliHostProblem{HostKind::Contradiction, values.constFirst(), value, {}});
        agreed = *host;
    }
    return agreed;
}

bool isAtlasItself(const BaseUrl &url)
{
    return url.isAtlas() || url.isGovernment();
}

} // namespace

QList<CliProperty> cliProperties()
{
    QList<CliProperty> properties;
    for (const CliName &name : cliNames)
        properties.append(name.property);
    return properties;
}

QLatin1String nameOf(CliProperty property)
{
    for (const CliName &name : cliNames) {
        if (name.property == property)
            return name.name;
    }
    Q_UNREACHABLE();
}

void CliSettings::add(CliProperty property, const QString &place, QByteArrayView utf8)
{
    const Secret value = Secret::fromUtf8(utf8.trimmed());
    if (!value.isEmpty())
        m_values[property].append({place, value});
}

QString CliSettings::place(CliProperty property) const
{
    return has(property) ? m_values[property].constFirst().place : QString();
}

QString CliSettings::text(CliProperty property) const
{
    return has(property) ? textOf(m_values[property].constFirst()) : QString();
}

Secret CliSettings::secret(CliProperty property) const
{
    return has(property) ? m_values[property].constFirst().value : Secret();
}

CliProperty identityProperty(Authentication authentication)
{
    return authentication == Authentication::ServiceAccount ? CliProperty::ClientId
                                                            : CliProperty::PublicApiKey;
}

CliProperty secretProperty(Authentication authentication)
{
    return authentication == Authentication::ServiceAccount ? CliProperty::ClientSecret
                                                            : CliProperty::PrivateApiKey;
}

bool hasWhole(const CliSettings &settings, Authentication authentication)
{
    return settings.has(identityProperty(authentication))
        && settings.has(secretProperty(authentication));
}

bool hasAnyOf(const CliSettings &settings, Authentication authentication)
{
    return settings.has(identityProperty(authentication))
        || settings.has(secretProperty(authentication));
}

CliSignIn signInOf(const CliSettings &settings)
{
    const QString type = settings.text(CliProperty::AuthType);
    const bool saysServiceAccount = type == "service_account"_L1;
    const bool saysApiKey = type == "api_keys"_L1;
    if (!saysServiceAccount && hasWhole(settings, Authentication::ServiceAccount))
        return CliSignIn::ServiceAccount;
    if (!saysApiKey && hasWhole(settings, Authentication::ApiKey))
        return CliSignIn::ApiKey;
    if (saysServiceAccount)
        return CliSignIn::ServiceAccount;
    if (saysApiKey)
        return CliSignIn::ApiKey;
    if (type == "user_account"_L1)
        return CliSignIn::Person;
    if (!type.isEmpty())
        return type == "no_auth"_L1 ? CliSignIn::Nothing : CliSignIn::UnknownType;
    if (settings.has(CliProperty::AccessToken) || settings.has(CliProperty::RefreshToken))
        return CliSignIn::Person;
    if (hasAnyOf(settings, Authentication::ServiceAccount))
        return CliSignIn::ServiceAccount;
    return hasAnyOf(settings, Authentication::ApiKey) ? CliSignIn::ApiKey : CliSignIn::Nothing;
}

Host hostOf(const CliSettings &settings, CliBaseUrl baseUrl)
{
    for (const CliProperty property :
         {CliProperty::Service, CliProperty::OpsManagerUrl, CliProperty::BaseUrl}) {
        if (settings.hasOddValue(property))
            return tl::unexpected(CliHostProblem{HostKind::NotText, {}, {}, nameOf(property)});
    }
    const auto byService = agreedHost(settings.values(CliProperty::Service), hostOfService);
    if (!byService)
        return tl::unexpected(byService.error());
    const QList<CliValue> baseUrls = settings.values(CliProperty::BaseUrl);
    QList<CliValue> urls = settings.values(CliProperty::OpsManagerUrl);
    const bool isBaseUrlUnused = baseUrl == CliBaseUrl::IsUnused && urls.isEmpty();
    if (!isBaseUrlUnused)
        urls += baseUrls;
    const auto byUrl = agreedHost(urls, hostOfUrl);
    if (!byUrl)
        return tl::unexpected(byUrl.error());
    if (*byUrl && *byService && isAtlasItself(**byUrl) && *byUrl != *byService)
        return tl::unexpected(CliHostProblem{HostKind::Contradiction,
                                             urls.constFirst(),
                                             settings.values(CliProperty::Service).constFirst(),
                                             {}});
    const BaseUrl host = byUrl->value_or(byService->value_or(BaseUrl::atlas()));
    if (isBaseUrlUnused) {
        for (const CliValue &value : baseUrls) {
            const Host named = hostOfUrl(value);
            if (!named || *named != host)
                return tl::unexpected(CliHostProblem{HostKind::UnusedBaseUrl, value, {}, {}});
        }
    }
    return host;
}

} // namespace accounts
