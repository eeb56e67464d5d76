// SPDX-License-Identifier: Apache-2.0
#include "atlas/calls/decoding.h"

#include "atlas/calls/pagedecoding.h"

#include <algorithm>
#include <array>

using namespace Qt::Literals::StringLiterals;

namespace atlas {

namespace {

/// Whether a notification goes to persons that Atlas knows, who get what is switched on for them.
bool isToMembers(const QString &type)
{
    constexpr std::array types{"GROUP"_L1, "ORG"_L1, "USER"_L1, "TEAM"_L1};
    return std::any_of(types.begin(), types.end(),
                       [&type](QLatin1StringView known) { return type == known; });
}

/// No other field is looked at: tokens, keys, addresses of persons.
bool reachesSomebody(JsonReader &notification)
{
    const QString type = notification.string(u"typeName"_s).value_or(QString());
    if (!isToMembers(type))
        return true;
    const bool byEmail = notification.boolean(u"emailEnabled"_s).value_or(false);
    const bool byMessage = notification.boolean(u"smsEnabled"_s).value_or(false);
    return byEmail || byMessage;
}

/// One that says nothing that we know confines all the same.
AlertConfiguration::Matcher readMatcher(JsonReader &reader)
{
    return {reader.string(u"fieldName"_s).value_or(QString()),
            reader.string(u"operator"_s).value_or(QString()),
            reader.string(u"value"_s).value_or(QString())};
}

bool readIsEnabled(JsonReader &reader)
{
    const auto enabled = reader.boolean(u"enabled"_s);
    if (!enabled)
        reader.failAsMissing(u"enabled"_s);
    return enabled.value_or(false);
}

AlertConfiguration readAlertConfiguration(JsonReader &reader, const QJsonObject &)
{
    AlertConfiguration configuration;
    configuration.id = reader.requiredString(u"id"_s);
    configuration.eventType = reader.string(u"eventTypeName"_s);
    configuration.isEnabled = readIsEnabled(reader);
    reader.eachObject(u"notifications"_s, [&](JsonReader &inner, const QJsonObject &) {
        configuration.recipients += reachesSomebody(inner) ? 1 : 0;
    });
    reader.eachObject(u"matchers"_s, [&](JsonReader &inner, const QJsonObject &) {
        configuration.matchers.append(readMatcher(inner));
    });
    return configuration;
}

} // namespace

Result<Page<AlertConfiguration>> decodeAlertConfigurations(const QJsonObject &answer)
{
    return decoding::decodePage<AlertConfiguration>(answer, readAlertConfiguration);
}

} // namespace atlas
