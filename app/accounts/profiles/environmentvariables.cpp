// SPDX-License-Identifier: Apache-2.0
#include "accounts/profiles/environmentvariables.h"

#include <QProcessEnvironment>

#include <algorithm>
#include <array>

using namespace Qt::Literals::StringLiterals;

namespace accounts {

namespace {

constexpr QLatin1String newerPrefix("MONGODB_ATLAS_");
constexpr QLatin1String olderPrefix("MCLI_");
/// What the Atlas CLI looks for: shorter than the prefix of the variables that it then reads.
constexpr QLatin1String olderMark("MCLI");

constexpr std::array credentialProperties{
    CliProperty::PublicApiKey, CliProperty::PrivateApiKey, CliProperty::ClientId,
    CliProperty::ClientSecret, CliProperty::AccessToken,   CliProperty::RefreshToken,
};

struct OtherName
{
    CliProperty property = {};
    QLatin1String variable;
};

constexpr std::array terraformNames{
    OtherName{CliProperty::PublicApiKey, QLatin1String("MONGODB_ATLAS_PUBLIC_KEY")},
    OtherName{CliProperty::PrivateApiKey, QLatin1String("MONGODB_ATLAS_PRIVATE_KEY")},
};

QString variableOf(QLatin1String prefix, CliProperty property)
{
    return prefix + QString(nameOf(property)).toUpper();
}

void addTo(CliSettings &settings, CliProperty property, const QString &variable,
           const QProcessEnvironment &environment)
{
    QByteArray value = environment.value(variable).toUtf8();
    settings.add(property, variable, value);
    wipe(value);
}

CliSettings settingsWithPrefix(const QProcessEnvironment &environment, QLatin1String prefix)
{
    CliSettings settings;
    for (const CliProperty property : cliProperties())
        addTo(settings, property, variableOf(prefix, property), environment);
    if (prefix == newerPrefix) {
        for (const OtherName &name : terraformNames)
            addTo(settings, name.property, name.variable, environment);
    }
    return settings;
}

QString profileVariable(const QProcessEnvironment &environment, QLatin1String prefix)
{
    const QString name = prefix + "PROFILE"_L1;
    return environment.value(name).trimmed().isEmpty() ? QString() : name;
}

QString variableOfOlderKind(const QProcessEnvironment &environment)
{
    QStringList names = environment.keys();
    names.sort();
    const auto found = std::find_if(names.cbegin(), names.cend(),
                                    [](const QString &name) { return name.startsWith(olderMark); });
    return found == names.cend() ? QString() : *found;
}

QStringList placesIn(const CliSettings &settings)
{
    QStringList places;
    for (const CliProperty property : cliProperties()) {
        const QList<CliValue> values = settings.values(property);
        for (const CliValue &value : values)
            places.append(value.place);
    }
    return places;
}

} // namespace

EnvironmentVariables readEnvironmentVariables(const QProcessEnvironment &environment)
{
    const QString olderPrefixBy = variableOfOlderKind(environment);
    if (olderPrefixBy.isEmpty())
        return {settingsWithPrefix(environment, newerPrefix),
                {},
                {},
                profileVariable(environment, newerPrefix)};
    QStringList ignored = placesIn(settingsWithPrefix(environment, newerPrefix));
    ignored.append(profileVariable(environment, newerPrefix));
    ignored.removeAll(QString());
    return {settingsWithPrefix(environment, olderPrefix), olderPrefixBy, ignored,
            profileVariable(environment, olderPrefix)};
}

QStringList credentialVariables()
{
    QStringList names;
    for (const CliProperty property : credentialProperties) {
        names.append(variableOf(newerPrefix, property));
        names.append(variableOf(olderPrefix, property));
    }
    for (const OtherName &name : terraformNames)
        names.append(name.variable);
    return names;
}

} // namespace accounts
