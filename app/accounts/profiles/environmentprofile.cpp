// SPDX-License-Identifier: Apache-2.0
#include "accounts/profiles/environmentprofile.h"

#include "accounts/profiles/environmentvariables.h"

#include <QCoreApplication>
#include <QProcessEnvironment>

#include <array>
#include <utility>

using namespace Qt::Literals::StringLiterals;

namespace accounts {

namespace {

struct EnvironmentProfileText
{
    Q_DECLARE_TR_FUNCTIONS(EnvironmentProfile)
};

using Nothing = tl::expected<void, QString>;

constexpr std::array authentications{Authentication::ServiceAccount, Authentication::ApiKey};

/// The name of the variable, whether or not it is set.
QString variableFor(const EnvironmentVariables &variables, CliProperty property)
{
    QString place = variables.settings.place(property);
    if (!place.isEmpty())
        return place;
    const auto prefix = variables.olderPrefixBy.isEmpty() ? "MONGODB_ATLAS_"_L1 : "MCLI_"_L1;
    return prefix + QString(nameOf(property)).toUpper();
}

/// A variable has two names, and each may be set.
Nothing checkNames(const CliSettings &settings, CliProperty property)
{
    const QList<CliValue> values = settings.values(property);
    for (const CliValue &value : values) {
        if (value.value != values.constFirst().value)
            return tl::unexpected(
                EnvironmentProfileText::tr("%1 and %2 are set to different values. Set only one.")
                    .arg(values.constFirst().place, value.place));
    }
    return {};
}

Nothing checkPair(const EnvironmentVariables &variables, Authentication authentication)
{
    const CliProperty identity = identityProperty(authentication);
    const CliProperty secret = secretProperty(authentication);
    if (hasAnyOf(variables.settings, authentication)
        && !hasWhole(variables.settings, authentication)) {
        const bool hasIdentity = variables.settings.has(identity);
        return tl::unexpected(
            EnvironmentProfileText::tr("%1 is set, but %2 is not. Set both or neither.")
                .arg(variableFor(variables, hasIdentity ? identity : secret),
                     variableFor(variables, hasIdentity ? secret : identity)));
    }
    const auto checked = checkNames(variables.settings, identity);
    return checked ? checkNames(variables.settings, secret) : checked;
}

QString hostErrorLine(const CliHostProblem &problem)
{
    using Kind = CliHostProblem::Kind;
    switch (problem.kind) {
    case Kind::UnknownService:
    case Kind::OpsManager:
    case Kind::CloudManager:
        return EnvironmentProfileText::tr("%1: use cloud or cloudgov.").arg(problem.first.place);
    case Kind::BadUrl:
        return problem.first.place % u": " % problem.detail;
    case Kind::Contradiction:
        return EnvironmentProfileText::tr(
                   "%1 and %2 specify different addresses. Set only one, or set both to the "
                   "same address.")
            .arg(problem.first.place, problem.second.place);
    case Kind::UnusedBaseUrl:
    case Kind::NotText:
        break;
    }
    Q_UNREACHABLE();
}

tl::expected<BaseUrl, QString> baseUrlFrom(const CliSettings &settings)
{
    return hostOf(settings, CliBaseUrl::Counts).map_error(hostErrorLine);
}

tl::expected<std::optional<atlas::ProjectId>, QString> projectFrom(const CliSettings &settings)
{
    if (!settings.has(CliProperty::ProjectId))
        return std::nullopt;
    const auto project = atlas::ProjectId::fromHex(settings.text(CliProperty::ProjectId));
    if (!project)
        return tl::unexpected(
            EnvironmentProfileText::tr("%1: a project ID is 24 hexadecimal digits (0–9, a–f).")
                .arg(settings.place(CliProperty::ProjectId)));
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

tl::expected<EnvironmentAccount, QString> accountFrom(const EnvironmentVariables &variables)
{
    const CliSettings &settings = variables.settings;
    for (const Authentication authentication : authentications) {
        if (const auto checked = checkPair(variables, authentication); !checked)
            return tl::unexpected(checked.error());
    }
    const auto baseUrl = baseUrlFrom(settings);
    if (!baseUrl)
        return tl::unexpected(baseUrl.error());
    const auto project = projectFrom(settings);
    if (!project)
        return tl::unexpected(project.error());
    const auto authentication = signInOf(settings) == CliSignIn::ServiceAccount
        ? Authentication::ServiceAccount
        : Authentication::ApiKey;
    const Credential credential{authentication, settings.text(identityProperty(authentication)),
                                settings.secret(secretProperty(authentication))};
    return EnvironmentAccount{profileWith(credential, *baseUrl, *project), credential};
}

/// Which credential is used, where that is not plain.
QString noteOnChoice(const CliSettings &settings, Authentication used)
{
    const bool isServiceAccount = used == Authentication::ServiceAccount;
    if (hasWhole(settings, Authentication::ServiceAccount)
        && hasWhole(settings, Authentication::ApiKey))
        return isServiceAccount
            ? EnvironmentProfileText::tr("Both a service account and an API key are set. "
                                         "Bucketscope uses the service account, as the Atlas "
                                         "CLI does.")
            : EnvironmentProfileText::tr("Both a service account and an API key are set. "
                                         "Bucketscope uses the API key, as the Atlas CLI does.");
    const QString type = settings.text(CliProperty::AuthType);
    if (type.isEmpty() || type == (isServiceAccount ? "service_account"_L1 : "api_keys"_L1))
        return {};
    return isServiceAccount
        ? EnvironmentProfileText::tr("%1 specifies another type of sign-in, but only a service "
                                     "account is set. Bucketscope uses the service account.")
              .arg(settings.place(CliProperty::AuthType))
        : EnvironmentProfileText::tr("%1 specifies another type of sign-in, but only an API "
                                     "key is set. Bucketscope uses the API key.")
              .arg(settings.place(CliProperty::AuthType));
}

/// Those of the variables that are set, in a list; empty if none is.
QString setOnes(const CliSettings &settings, const QList<CliProperty> &properties)
{
    QStringList places;
    for (const CliProperty property : properties)
        places.append(settings.place(property));
    places.removeAll(QString());
    return places.join(u", "_s);
}

/// What would go with a credential, were there one.
QString noteOnPlace(const CliSettings &settings)
{
    QList<CliProperty> properties{CliProperty::ProjectId};
    // Else what is wrong with them is said.
    if (baseUrlFrom(settings))
        properties = QList{CliProperty::OpsManagerUrl, CliProperty::BaseUrl, CliProperty::Service}
            + properties;
    const QString unused = setOnes(settings, properties);
    return unused.isEmpty() ? QString()
                            : EnvironmentProfileText::tr(
                                  "Not used: %1. Without a credential in the environment, profiles "
                                  "keep their own base URL and project.")
                                  .arg(unused);
}

/// Which variables are set in vain.
QStringList notesOnUnused(const EnvironmentVariables &variables, bool hasAccount)
{
    QStringList notes;
    QList<CliProperty> useless{CliProperty::AccessToken, CliProperty::RefreshToken};
    if (!hasAccount)
        useless.prepend(CliProperty::AuthType);
    if (const QString unused = setOnes(variables.settings, useless); !unused.isEmpty())
        notes.append(EnvironmentProfileText::tr("Not used: %1. Bucketscope signs in with a service "
                                                "account or an API key.")
                         .arg(unused));
    if (const QString note = hasAccount ? QString() : noteOnPlace(variables.settings);
        !note.isEmpty())
        notes.append(note);
    if (!variables.profile.isEmpty())
        notes.append(EnvironmentProfileText::tr("Not used: %1. To open a profile, start "
                                                "Bucketscope with --profile.")
                         .arg(variables.profile));
    if (const QString unused = setOnes(variables.settings, {CliProperty::OrgId}); !unused.isEmpty())
        notes.append(
            EnvironmentProfileText::tr("Not used: %1. Bucketscope does not use an organization ID.")
                .arg(unused));
    if (!variables.ignored.isEmpty())
        notes.append(EnvironmentProfileText::tr(
                         "Not used: %1. Because %2 is set, Bucketscope reads variables that begin "
                         "with MCLI_ instead, as the Atlas CLI does.")
                         .arg(variables.ignored.join(u", "_s), variables.olderPrefixBy));
    return notes;
}

} // namespace

QString environmentProfileName()
{
    return u"Environment"_s;
}

QString shownEnvironmentProfileName()
{
    return EnvironmentProfileText::tr("Environment (this session)");
}

tl::expected<EnvironmentReading, QString> readEnvironment(const QProcessEnvironment &environment)
{
    const EnvironmentVariables variables = readEnvironmentVariables(environment);
    EnvironmentReading reading;
    if (hasAnyOf(variables.settings, Authentication::ServiceAccount)
        || hasAnyOf(variables.settings, Authentication::ApiKey)) {
        auto account = accountFrom(variables);
        if (!account)
            return tl::unexpected(account.error());
        const QString note = noteOnChoice(variables.settings, account->credential.authentication);
        if (!note.isEmpty())
            reading.notes.append(note);
        reading.account = std::move(*account);
    } else if (const auto baseUrl = baseUrlFrom(variables.settings); !baseUrl) {
        // Nothing would be sent there, so it keeps nobody from starting.
        reading.addressProblem = baseUrl.error();
        reading.notes.append(baseUrl.error());
    }
    reading.notes += notesOnUnused(variables, reading.account.has_value());
    return reading;
}

} // namespace accounts
