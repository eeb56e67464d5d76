// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "accounts/profiles/authentication.h"
#include "accounts/profiles/baseurl.h"
#include "accounts/secrets/secret.h"

#include <QList>
#include <QMap>
#include <QString>

#include <tl/expected.hpp>

#include <optional>
#include <set>

namespace accounts {

/// What the Atlas CLI knows of a profile, as far as it matters here.
enum class CliProperty {
    AuthType,
    Service,
    OpsManagerUrl,
    BaseUrl,
    ProjectId,
    OrgId,
    PublicApiKey,
    PrivateApiKey,
    ClientId,
    ClientSecret,
    AccessToken,
    RefreshToken,
};

/// All of them, in order.
QList<CliProperty> cliProperties();

/// What the property is called in the Atlas CLI's file: lower case, with underscores.
QLatin1String nameOf(CliProperty property);

/// A value of a property, and where it was found.
struct CliValue
{
    /// A variable's name, or where in a file.
    QString place;
    /// May be a secret: text() and secret() of CliSettings read it.
    Secret value;
};

/// The properties of one profile, wherever they stand: environment or file. A property may be found
/// in several places; what is found first counts, as for the Atlas CLI. Any thread.
class CliSettings
{
public:
    /// Adds a value behind those that are there; white space around it, or a value of nothing else,
    /// does not count.
    void add(CliProperty property, const QString &place, QByteArrayView utf8);

    /// Notes a value that is no text, such as a number. It is never used.
    void addOddValue(CliProperty property) { m_oddValues.insert(property); }

    /// Whether any place has a value that is no text.
    bool hasOddValue(CliProperty property) const { return m_oddValues.contains(property); }
    bool has(CliProperty property) const { return m_values.contains(property); }
    /// All that was found, that which counts first.
    QList<CliValue> values(CliProperty property) const { return m_values.value(property); }
    /// Where the value that counts stands; empty if there is none.
    QString place(CliProperty property) const;
    /// The value that counts; empty if there is none. Not for secrets.
    QString text(CliProperty property) const;
    /// As text(), for secrets.
    Secret secret(CliProperty property) const;

private:
    QMap<CliProperty, QList<CliValue>> m_values;
    std::set<CliProperty> m_oddValues;
};

/// How the Atlas CLI would sign in.
enum class CliSignIn {
    ServiceAccount, ///< The ID or the secret may be missing from the settings.
    ApiKey, ///< As for ServiceAccount.
    Person, ///< In a browser.
    UnknownType, ///< `auth_type` is a word that we do not know.
    Nothing,
};

/// A whole credential counts more than `auth_type` does, and a service account more than an API
/// key; of two whole ones, the CLI passes over the one that `auth_type` names: it takes it for
/// settled.
CliSignIn signInOf(const CliSettings &settings);

/// Whether both the identity and the secret are there.
bool hasWhole(const CliSettings &settings, Authentication authentication);
/// Whether the identity or the secret is there.
bool hasAnyOf(const CliSettings &settings, Authentication authentication);
/// The property that holds the client ID or the public key.
CliProperty identityProperty(Authentication authentication);
/// The property that holds the client secret or the private key.
CliProperty secretProperty(Authentication authentication);

/// Why it cannot be told where the calls go.
struct CliHostProblem
{
    enum class Kind {
        UnknownService,
        OpsManager, ///< A service that is not Atlas.
        CloudManager, ///< As OpsManager.
        BadUrl,
        Contradiction, ///< Two places name different addresses.
        UnusedBaseUrl, ///< The CLI goes elsewhere than `first` says.
        NotText, ///< The file has another type of value for it.
    };

    Kind kind = Kind::UnknownService;
    CliValue first;
    /// With Contradiction only.
    CliValue second;
    /// With BadUrl: a translated sentence; with NotText: the property's name.
    QString detail;
};

/// Whether `base_url` counts for the CLI, where there is no `ops_manager_url`.
enum class CliBaseUrl {
    Counts, ///< In the environment.
    IsUnused, ///< In the file.
};

/// Where the calls go: `ops_manager_url`, else `base_url` where it counts, else by `service`, else
/// Atlas. A problem if any two places contradict each other: a secret is never sent on a guess.
tl::expected<BaseUrl, CliHostProblem> hostOf(const CliSettings &settings, CliBaseUrl baseUrl);

} // namespace accounts
