// SPDX-License-Identifier: Apache-2.0
#include "atlas/calls/scheduledecoding.h"

#include <QJsonArray>

using namespace Qt::Literals::StringLiterals;

namespace atlas::decoding {

namespace {

std::optional<int> wholeNumber(const QJsonValue &value)
{
    // Of any other type, and of what is no whole number, it makes the default.
    const int number = value.toInt(-1);
    return number < 0 ? std::nullopt : std::optional(number);
}

std::optional<bool> flagIn(const QJsonValue &value)
{
    return value.isBool() ? std::optional(value.toBool()) : std::nullopt;
}

SnapshotRule readRule(const QJsonValue &item)
{
    return {
        item["id"_L1].toString(),
        ExportFrequency::fromApi(item["frequencyType"_L1].toString()),
        wholeNumber(item["frequencyInterval"_L1]).value_or(0),
        {item["retentionUnit"_L1].toString(), wholeNumber(item["retentionValue"_L1]).value_or(0)}};
}

QList<SnapshotRule> readRules(const QJsonValue &items)
{
    QList<SnapshotRule> rules;
    const QJsonArray list = items.toArray();
    for (const QJsonValue &item : list)
        rules.append(readRule(item));
    return rules;
}

QStringList readWords(const QJsonValue &value)
{
    QStringList words;
    const QJsonArray list = value.toArray();
    for (const QJsonValue &word : list)
        words.append(word.toString());
    words.removeAll(QString());
    return words;
}

SnapshotCopy readCopy(const QJsonValue &copy)
{
    const QString zone = copy["zoneId"_L1].toString();
    return {copy["cloudProvider"_L1].toString(),
            copy["regionName"_L1].toString(),
            zone.isEmpty() ? copy["replicationSpecId"_L1].toString() : zone,
            readWords(copy["frequencies"_L1]),
            readRules(copy["copyPolicyItems"_L1]),
            wholeNumber(copy["lastNumberOfSnapshots"_L1]),
            flagIn(copy["shouldCopyOplogs"_L1])};
}

QList<SnapshotCopy> readCopies(const QJsonValue &settings)
{
    QList<SnapshotCopy> copies;
    const QJsonArray list = settings.toArray();
    for (const QJsonValue &item : list) {
        if (const SnapshotCopy copy = readCopy(item); copy != SnapshotCopy())
            copies.append(copy);
    }
    return copies;
}

QList<ScheduleDetails::ExtraRetention> readExtraRetention(const QJsonValue &settings)
{
    QList<ScheduleDetails::ExtraRetention> all;
    const QJsonArray list = settings.toArray();
    for (const QJsonValue &item : list) {
        const QString frequency = item["frequencyType"_L1].toString();
        if (const auto days = wholeNumber(item["retentionDays"_L1]))
            all.append({ExportFrequency::fromApi(frequency.toLower()), *days});
    }
    return all;
}

std::optional<QString> readPolicyId(const QJsonObject &schedule)
{
    const QString id = schedule.value("policies"_L1)[0]["id"_L1].toString();
    return id.isEmpty() ? std::nullopt : std::optional(id);
}

} // namespace

std::optional<QList<SnapshotRule>> readSnapshotRules(const QJsonObject &schedule)
{
    const QJsonValue policies = schedule.value("policies"_L1);
    if (!policies.isArray())
        return std::nullopt;
    QList<SnapshotRule> rules;
    const QJsonArray list = policies.toArray();
    for (const QJsonValue &policy : list)
        rules += readRules(policy["policyItems"_L1]);
    return rules;
}

ScheduleDetails readScheduleDetails(const QJsonObject &schedule)
{
    return {readPolicyId(schedule),
            wholeNumber(schedule.value("referenceHourOfDay"_L1)),
            wholeNumber(schedule.value("referenceMinuteOfHour"_L1)),
            wholeNumber(schedule.value("restoreWindowDays"_L1)),
            flagIn(schedule.value("useOrgAndGroupNamesInExportPrefix"_L1)),
            readCopies(schedule.value("copySettings"_L1)),
            flagIn(schedule.value("copyPolicyItemsEnabled"_L1)),
            flagIn(schedule.value("autoCopySettingsEnabled"_L1)),
            readExtraRetention(schedule.value("extraRetentionSettings"_L1))};
}

} // namespace atlas::decoding
