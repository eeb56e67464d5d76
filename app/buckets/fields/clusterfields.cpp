// SPDX-License-Identifier: Apache-2.0
#include "buckets/fields/clusterfields.h"

#include "atlas/values/cloudprovider.h"
#include "buckets/usage/scheduletext.h"

#include <algorithm>
#include <QCoreApplication>
#include <QTime>
#include <utility>

using namespace Qt::Literals::StringLiterals;

namespace buckets {

namespace {

using ClusterEntry = BackupSchedules::Entry;
using ClusterFieldKind = FieldLine::Kind;

/// Nobody reads more, and each takes widgets.
constexpr qsizetype MostRules = 30;

struct ClusterFieldsText
{
    Q_DECLARE_TR_FUNCTIONS(buckets::ClusterFields)
};

/// Collects what there is.
class ClusterFieldList
{
public:
    void add(const QString &name, const QString &value,
             ClusterFieldKind kind = ClusterFieldKind::Text, const QString &toolTip = {})
    {
        if (!value.isEmpty())
            m_fields.append({name, value, kind, toolTip, {}});
    }

    void addFlag(const QString &name, std::optional<bool> flag, const QString &on,
                 const QString &off)
    {
        if (flag)
            add(name, *flag ? on : off);
    }

    QList<FieldLine> take() { return std::move(m_fields); }

private:
    QList<FieldLine> m_fields;
};

/// `02:45 UTC`; empty if Atlas did not say, or named no time of the day.
QString timeOfDay(const atlas::ScheduleDetails &details)
{
    if (!details.hour && !details.minute)
        return {};
    const QTime time(details.hour.value_or(0), details.minute.value_or(0));
    return time.isValid() ? QString(time.toString(u"HH:mm"_s) + u" UTC"_s) : QString();
}

QString rulesName(const atlas::SnapshotRule &rule)
{
    //: %1 is a frequency: daily, weekly, ...
    return ClusterFieldsText::tr("Snapshots (%1)").arg(frequencyText(rule.frequency));
}

QString extraRetentionText(const atlas::ScheduleDetails &details)
{
    QStringList texts;
    for (const auto &extra : details.extraRetention) {
        //: %1 is a frequency: daily, weekly, ...
        texts.append(ClusterFieldsText::tr("%1: %Ln more day(s)", nullptr, extra.days)
                         .arg(frequencyText(extra.frequency)));
    }
    return texts.join(u", "_s);
}

void addCluster(ClusterFieldList &fields, const atlas::Cluster &cluster)
{
    const QString yes = ClusterFieldsText::tr("Yes");
    const QString no = ClusterFieldsText::tr("No");
    fields.add(ClusterFieldsText::tr("Cluster ID"), cluster.id.value_or(QString()),
               ClusterFieldKind::Id);
    fields.add(ClusterFieldsText::tr("Cluster type"), cluster.type.value_or(QString()));
    fields.add(ClusterFieldsText::tr("Cluster state"), cluster.state.value_or(QString()));
    fields.add(ClusterFieldsText::tr("Cluster regions"), regionsText(cluster));
    fields.addFlag(ClusterFieldsText::tr("Paused"), cluster.paused, yes, no);
    fields.addFlag(ClusterFieldsText::tr("Backup"), cluster.backupEnabled,
                   ClusterFieldsText::tr("On"), ClusterFieldsText::tr("Off"));
}

void addRules(ClusterFieldList &fields, const atlas::BackupSchedule &schedule)
{
    const QList<atlas::SnapshotRule> rules =
        schedule.snapshots.value_or(QList<atlas::SnapshotRule>());
    for (const atlas::SnapshotRule &rule : rules.first(std::min(rules.size(), MostRules))) {
        fields.add(rulesName(rule), ruleText(rule), ClusterFieldKind::Text,
                   rule.id.isEmpty() ? QString()
                                     : ClusterFieldsText::tr("Policy item %1").arg(rule.id));
    }
    if (const auto more = static_cast<int>(rules.size() - MostRules); more > 0)
        fields.add(ClusterFieldsText::tr("Snapshots"),
                   ClusterFieldsText::tr("%Ln more policy item(s)", nullptr, more),
                   ClusterFieldKind::Absent);
}

void addDetails(ClusterFieldList &fields, const atlas::ScheduleDetails &details)
{
    const QString on = ClusterFieldsText::tr("On");
    const QString off = ClusterFieldsText::tr("Off");
    fields.add(ClusterFieldsText::tr("Snapshot time"), timeOfDay(details));
    if (details.restoreWindowDays) {
        fields.add(ClusterFieldsText::tr("Restore window"),
                   ClusterFieldsText::tr("%Ln day(s)", nullptr, *details.restoreWindowDays));
    }
    fields.addFlag(ClusterFieldsText::tr("Export path"), details.usesNamesInPrefix,
                   ClusterFieldsText::tr("With names of organization and project"),
                   ClusterFieldsText::tr("With IDs of organization and project"));
    for (const atlas::SnapshotCopy &copy :
         details.copies.first(std::min(details.copies.size(), MostRules)))
        fields.add(ClusterFieldsText::tr("Snapshot copies"), copyText(copy));
    fields.addFlag(ClusterFieldsText::tr("Copies by policy item"), details.copiesByPolicyItem, on,
                   off);
    fields.addFlag(ClusterFieldsText::tr("Automatic copies"), details.copiesByItself, on, off);
    fields.add(ClusterFieldsText::tr("Extra retention"), extraRetentionText(details));
    fields.add(ClusterFieldsText::tr("Policy ID"), details.policyId.value_or(QString()),
               ClusterFieldKind::Id);
}

} // namespace

QList<FieldLine> clusterFields(const BackupSchedules::Entry &entry)
{
    ClusterFieldList fields;
    addCluster(fields, entry.details);
    if (entry.reading == BackupSchedules::Reading::Read) {
        addRules(fields, entry.schedule);
        addDetails(fields, entry.schedule.details);
    }
    return fields.take();
}

QString regionsText(const atlas::Cluster &cluster)
{
    QStringList regions;
    for (const atlas::Cluster::Region &region : cluster.regions) {
        const auto provider = atlas::CloudProvider::fromApi(region.provider);
        regions.append(QString(provider.displayName() + u' ' + region.name).trimmed());
    }
    return regions.join(u", "_s);
}

} // namespace buckets
