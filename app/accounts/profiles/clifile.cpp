// SPDX-License-Identifier: Apache-2.0
#include "accounts/profiles/clifile.h"

#include <QMap>

#include <toml++/toml.h>

#include <algorithm>
#include <array>
#include <string_view>
#include <utility>

using namespace Qt::Literals::StringLiterals;

namespace accounts {

namespace {

/// Since this version of its file the Atlas CLI puts IDs and secrets into the keychain where it
/// can (atlas-cli-core, config/proxy_store.go).
constexpr int firstVersionWithKeychain = 2;
/// More tables in tables than this are no profile's name.
constexpr int mostDots = 8;

QString trimmedText(std::string_view text)
{
    return QString::fromUtf8(text.data(), static_cast<qsizetype>(text.size())).trimmed();
}

/// The table's keys as the Atlas CLI knows them: in lower case.
QString keyOf(const toml::key &key)
{
    return trimmedText(key.str()).toLower();
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

void addValues(CliSettings &settings, const toml::table &table, const QString &place)
{
    for (const auto &[key, node] : table) {
        const auto property = propertyOf(keyOf(key));
        // A table may be a profile that is called as a property is.
        if (!property || node.is_table())
            continue;
        if (const auto text = node.value<std::string_view>())
            settings.add(*property, place,
                         QByteArrayView(text->data(), static_cast<qsizetype>(text->size())));
        else
            settings.addOddValue(*property);
    }
}

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
CliSettings settingsOf(const toml::table &file, const SourceProfile &profile)
{
    CliSettings settings;
    const bool isOwnTable = profile.table != &file;
    addValues(settings, file, isOwnTable ? QString() : profile.name);
    if (isOwnTable)
        addValues(settings, *profile.table, profile.name);
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
        const QString name = prefix + trimmedText(key.str());
        const SourceProfile profile{name, inner, !prefix.isEmpty()};
        if (isProfile(profile))
            found.append(profile);
        findProfiles(*inner, name + u'.', found);
    }
}

/// What a profile would sign in with stands at the top level.
bool hasCredentialAtTop(const toml::table &file)
{
    CliSettings settings;
    addValues(settings, file, {});
    return settings.has(CliProperty::AuthType) || signInOf(settings) != CliSignIn::Nothing;
}

CliFile fileFrom(const toml::table &table)
{
    QList<SourceProfile> sources;
    findProfiles(table, {}, sources);
    if (sources.isEmpty() && hasCredentialAtTop(table))
        sources.append({u"default"_s, &table, false});
    // The Atlas CLI reads names without regard to case.
    QMap<QString, QList<SourceProfile>> byName;
    for (const SourceProfile &source : std::as_const(sources))
        byName[source.name.toLower()].append(source);
    CliFile file{{}, mayUseKeychain(table)};
    for (auto it = byName.cbegin(); it != byName.cend(); ++it) {
        const SourceProfile &first = it->constFirst();
        if (it->size() > 1)
            file.profiles.append({it.key(), {}, true});
        else
            file.profiles.append({first.name, settingsOf(table, first), false});
    }
    return file;
}

} // namespace

tl::expected<CliFile, CliFileError> readCliFile(QByteArrayView toml)
{
    try {
        return fileFrom(
            toml::parse(std::string_view(toml.data(), static_cast<std::size_t>(toml.size()))));
    } catch (const toml::parse_error &error) {
        const auto place = error.source().begin;
        return tl::unexpected(
            CliFileError{place.line, place.column, trimmedText(error.description())});
    }
}

} // namespace accounts
