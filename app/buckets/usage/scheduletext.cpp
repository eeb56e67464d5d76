// SPDX-License-Identifier: Apache-2.0
#include "buckets/usage/scheduletext.h"

#include "atlas/values/cloudprovider.h"
#include "base/texts/nothingtoshow.h"

#include <QCoreApplication>
#include <QLocale>

using namespace Qt::Literals::StringLiterals;

namespace buckets {

namespace {

using FrequencyKind = atlas::ExportFrequency::Kind;

struct ScheduleText
{
    Q_DECLARE_TR_FUNCTIONS(buckets::ScheduleText)
};

/// Policies write `hourly`, copies `HOURLY`.
bool isWord(const QString &text, QLatin1StringView word)
{
    return text.compare(word, Qt::CaseInsensitive) == 0;
}

/// What the interval of the rule means; empty if it means nothing that is known.
QString intervalText(const atlas::SnapshotRule &rule)
{
    constexpr int LastDay = 40;
    constexpr int DaysOfWeek = 7;
    constexpr int DaysOfMonth = 31;
    constexpr int Months = 12;
    const int interval = rule.interval;
    if (interval < 1)
        return {};
    switch (rule.frequency.kind()) {
    case FrequencyKind::Daily:
        return ScheduleText::tr("every %Ln day(s)", nullptr, interval);
    case FrequencyKind::Weekly:
        //: %1 is a day of the week.
        return interval <= DaysOfWeek
            ? ScheduleText::tr("every %1").arg(QLocale().dayName(interval))
            : QString();
    case FrequencyKind::Monthly:
        if (interval == LastDay)
            return ScheduleText::tr("on the last day of the month");
        return interval <= DaysOfMonth ? ScheduleText::tr("on day %1 of the month").arg(interval)
                                       : QString();
    case FrequencyKind::Yearly:
        //: %1 is a month, as in “on March 1”.
        return interval <= Months ? ScheduleText::tr("on %1 1").arg(QLocale().monthName(interval))
                                  : QString();
    case FrequencyKind::Unknown:
        return isWord(rule.frequency.apiText(), "hourly"_L1)
            ? ScheduleText::tr("every %Ln hour(s)", nullptr, interval)
            : QString();
    }
    Q_UNREACHABLE();
}

QString retentionText(const atlas::Retention &retention)
{
    const int value = retention.value;
    if (value < 1)
        return {};
    if (retention.unit == "days"_L1)
        return ScheduleText::tr("kept for %Ln day(s)", nullptr, value);
    if (retention.unit == "weeks"_L1)
        return ScheduleText::tr("kept for %Ln week(s)", nullptr, value);
    if (retention.unit == "months"_L1)
        return ScheduleText::tr("kept for %Ln month(s)", nullptr, value);
    if (retention.unit == "years"_L1)
        return ScheduleText::tr("kept for %Ln year(s)", nullptr, value);
    //: %1 is a number, %2 a unit of time in Atlas's own word.
    return ScheduleText::tr("kept for %1 %2").arg(QLocale().toString(value), retention.unit);
}

/// What Atlas wrote, where that is not understood.
QString rawRuleText(const atlas::SnapshotRule &rule)
{
    const QString name = frequencyText(rule.frequency);
    return rule.interval > 0 ? QString(name + u' ' + QString::number(rule.interval)) : name;
}

QStringList copiedText(const atlas::SnapshotCopy &copy)
{
    QStringList copied;
    for (const QString &frequency : copy.frequencies)
        copied.append(frequencyText(atlas::ExportFrequency::fromApi(frequency.toLower())));
    for (const atlas::SnapshotRule &rule : copy.rules)
        copied.append(ruleText(rule));
    if (copy.newest)
        copied.append(ScheduleText::tr("the newest %Ln snapshot(s)", nullptr, *copy.newest));
    if (copy.copiesOplog) {
        copied.append(*copy.copiesOplog ? ScheduleText::tr("with the oplog")
                                        : ScheduleText::tr("without the oplog"));
    }
    if (!copy.zoneId.isEmpty())
        copied.append(ScheduleText::tr("zone %1").arg(copy.zoneId));
    return copied;
}

} // namespace

atlas::Wording frequencyWording(const atlas::ExportFrequency &frequency)
{
    constexpr const char *context = "buckets::ScheduleText";
    switch (frequency.kind()) {
    case FrequencyKind::Daily:
        return {context, QT_TRANSLATE_NOOP("buckets::ScheduleText", "daily")};
    case FrequencyKind::Weekly:
        return {context, QT_TRANSLATE_NOOP("buckets::ScheduleText", "weekly")};
    case FrequencyKind::Monthly:
        return {context, QT_TRANSLATE_NOOP("buckets::ScheduleText", "monthly")};
    case FrequencyKind::Yearly:
        return {context, QT_TRANSLATE_NOOP("buckets::ScheduleText", "yearly")};
    case FrequencyKind::Unknown:
        break;
    }
    const QString &text = frequency.apiText();
    if (isWord(text, "hourly"_L1))
        return {context, QT_TRANSLATE_NOOP("buckets::ScheduleText", "hourly")};
    if (isWord(text, "ondemand"_L1) || isWord(text, "on_demand"_L1))
        return {context, QT_TRANSLATE_NOOP("buckets::ScheduleText", "on demand")};
    return {base::orNothing(text)};
}

QString frequencyText(const atlas::ExportFrequency &frequency)
{
    return frequencyWording(frequency).toString();
}

QString frequencyLabel(const atlas::ExportFrequency &frequency)
{
    QString text = frequencyText(frequency);
    if (frequency.kind() != FrequencyKind::Unknown)
        text[0] = text[0].toUpper();
    return text;
}

QString ruleText(const atlas::SnapshotRule &rule)
{
    const QString interval = intervalText(rule);
    QStringList parts{interval.isEmpty() ? rawRuleText(rule) : interval,
                      retentionText(rule.retention)};
    parts.removeAll(QString());
    return parts.join(u", "_s);
}

QString copyText(const atlas::SnapshotCopy &copy)
{
    const QString provider = atlas::CloudProvider::fromApi(copy.provider).displayName();
    const QString place = QString(provider + u' ' + copy.region).trimmed();
    const QString copied = copiedText(copy).join(u", "_s);
    if (place.isEmpty() || copied.isEmpty())
        return place + copied;
    return place + u": "_s + copied;
}

} // namespace buckets
