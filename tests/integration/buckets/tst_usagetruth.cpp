// SPDX-License-Identifier: Apache-2.0
#include "base/texts/timetext.h"
#include "insight/advice/usagetext.h"
#include "models/bucketsortfiltermodel.h"
#include "models/roles.h"
#include "models/usedbymodel.h"
#include "tests/integration/support/inspectiontest.h"

#include <QSignalSpy>
#include <QTest>

using namespace Qt::Literals::StringLiterals;
using atlassim::ExportJob;
using atlassim::Fault;
using models::BucketSortFilterModel;
using models::BucketTableModel;
using Column = BucketTableModel::Column;

namespace sample = atlassim::sample;

Q_DECLARE_METATYPE(atlassim::Fault)

namespace {

const auto JobsPart = u"/backup/exports"_s;

} // namespace

/// What the columns and tabs claim of a bucket's use: no more than Atlas has told.
class UsageTruthTest : public InspectionTest
{
    Q_OBJECT

private Q_SLOTS:
    void tellsFailuresFromSuccess();
    void sortsTroubleFirst();
    void countsNoLeftoverAsUse();
    void tellsWhatNeverExports_data();
    void tellsWhatNeverExports();
    void tellsClustersApart();
    void saysWhyClustersExportNothing_data();
    void saysWhyClustersExportNothing();
    void asksNothingOfClustersWithoutBackup();
    void takesNoOtherRefusalForAMissingRole_data();
    void takesNoOtherRefusalForAMissingRole();
    void saysWhyNothingIsKnown();
    void keepsWhatIsKnownOfAProject();
    void filtersAlikeWhateverIsSelected();

private:
    QString toolTip(int row, Column column)
    {
        return session()
            .shownTable()
            .index(row, static_cast<int>(column))
            .data(Qt::ToolTipRole)
            .toString();
    }
    QString spoken(int row, Column column)
    {
        return session()
            .shownTable()
            .index(row, static_cast<int>(column))
            .data(Qt::AccessibleTextRole)
            .toString();
    }
    atlassim::Project &project(QLatin1StringView id)
    {
        return *simulator().world().project(QString(id));
    }
};

/// Of the sample's cluster, the newest two exports failed, and so did one before.
void UsageTruthTest::tellsFailuresFromSuccess()
{
    open(sample::AnalyticsEu);
    select(1);
    const QString text = tableText(1, Column::LastExport);
    QCOMPARE(text, u"✕ failed 2× · worked 2026-06-02"_s);
    const QString details = toolTip(1, Column::LastExport);
    for (const auto &part : {u"EXPORT_BUCKET_ACCESS_DENIED"_s, u"s3:PutObject was denied"_s,
                             u"2026-08-02"_s, u"2026-06-02"_s, u"UTC"_s, u"Latest"_s})
        QVERIFY2(details.contains(part), qPrintable(details));
    const QModelIndex cell = session().shownTable().index(1, static_cast<int>(Column::LastExport));
    const QString spoken = cell.data(Qt::AccessibleTextRole).toString();
    QCOMPARE(spoken,
             u"exports fail, 2 in a row, last worked on "_s + base::longDateText({2026, 6, 2}));
    QCOMPARE(cell.data(Qt::AccessibleDescriptionRole).toString(), details);
    QVERIFY(cell.data(models::TroubleRole).toBool());
    QVERIFY(tableText(0, Column::LastExport).startsWith(u"✓ worked 2026-0"_s));
    QCOMPARE(tableText(2, Column::LastExport), u"Never"_s);
    QVERIFY(toolTip(2, Column::LastExport).startsWith(u"No cluster with backup turned on"_s));
}

void UsageTruthTest::sortsTroubleFirst()
{
    open(sample::AnalyticsEu);
    select(1);
    BucketSortFilterModel sorted;
    sorted.setSourceModel(&session().shownTable());
    const auto texts = [&sorted] {
        QStringList all;
        for (int row = 0; row < sorted.rowCount(); ++row)
            all.append(sorted.index(row, static_cast<int>(Column::LastExport)).data().toString());
        return all;
    };
    for (const Qt::SortOrder order : {Qt::AscendingOrder, Qt::DescendingOrder}) {
        sorted.sort(static_cast<int>(Column::LastExport), order);
        QVERIFY2(texts().constFirst().startsWith(u"✕"_s), qPrintable(texts().join(u'\n')));
    }
    QCOMPARE(texts().constLast(), u"Never"_s);
    QVERIFY(texts().at(1).startsWith(u"✓"_s));
}

void UsageTruthTest::countsNoLeftoverAsUse()
{
    open(sample::PaymentsProd);
    select(sample::LeftoverExportBucket);
    const int row = sample::LeftoverExportBucket;
    QCOMPARE(tableText(row, Column::UsedBy), u"0 · 1 off (still set)"_s);
    QVERIFY(toolTip(row, Column::UsedBy)
                .contains(u"to delete the bucket you may first have to remove it"_s));
    QCOMPARE(usage().of(selected()).clusters, 0);
    QCOMPARE(usage().of(selected()).leftovers, 1);
    QCOMPARE(usage().isUsed(selected()), false);
    const BucketTableModel &table = session().shownTable();
    QCOMPARE(table.use().isUsed(table.store().projectAt(row), selected()), false);
    QVERIFY(!usage().usedBuckets().contains(selected()));
    BucketSortFilterModel filtered;
    filtered.setSourceModel(&session().shownTable());
    filtered.setFilterText(u"used: id:"_s + selected().toHex());
    QCOMPARE(filtered.rowCount(), 0);
    filtered.setFilterText(u"unused: id:"_s + selected().toHex());
    QCOMPARE(filtered.rowCount(), 1);
}

void UsageTruthTest::tellsWhatNeverExports_data()
{
    QTest::addColumn<bool>("isPaused");
    QTest::addColumn<bool>("takesSnapshots");
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("summary");
    QTest::newRow("exports") << false << true << u"On"_s << QString();
    QTest::newRow("no such snapshots")
        << false << false << u"On, never exports"_s << u"1 of them never export(s)"_s;
    QTest::newRow("paused") << true << true << u"On, cluster paused"_s
                            << u"1 of them export(s) nothing while paused."_s;
}

void UsageTruthTest::tellsWhatNeverExports()
{
    QFETCH(const bool, isPaused);
    QFETCH(const bool, takesSnapshots);
    QFETCH(const QString, summary);
    atlassim::Cluster &cluster = project(sample::PartnerIntegrations).clusters[0];
    cluster.paused = isPaused;
    if (!takesSnapshots)
        cluster.schedule.rules = {{atlassim::SnapshotFrequency::Daily, 1, 7}};
    open(sample::PartnerIntegrations);
    select(1);
    models::UsedByModel model;
    model.show(&usage(), selected());
    QCOMPARE(model.rowCount(), 1);
    QTEST(model.index(0, 1).data().toString(), "text");
    QCOMPARE(model.index(0, 0).data(models::IdleRole).toBool(), !summary.isEmpty());
    const QString text = insight::usersText(usage(), selected()).text;
    QVERIFY2(text.startsWith(summary) && text.isEmpty() == summary.isEmpty(), qPrintable(text));
    QCOMPARE(tableText(1, Column::UsedBy), summary.isEmpty() ? u"1"_s : u"1 · 1 not exporting"_s);
    QCOMPARE(toolTip(1, Column::UsedBy), summary.isEmpty() ? QString() : text);
    QCOMPARE(spoken(1, Column::UsedBy),
             summary.isEmpty() ? u"used by 1 cluster(s)"_s : u"used by 1 · 1 not exporting"_s);
    QVERIFY(model.index(0, 3).data(Qt::ToolTipRole).toString().contains(u"not the next export"_s));
}

void UsageTruthTest::tellsClustersApart()
{
    atlassim::Cluster &cluster = project(sample::PartnerIntegrations).clusters[0];
    cluster.stateName = u"UPDATING"_s;
    cluster.schedule.target->frequency = atlassim::ExportFrequency::Weekly;
    open(sample::PartnerIntegrations);
    select(1);
    models::UsedByModel model;
    model.show(&usage(), selected());
    const QString details = model.index(0, 0).data(Qt::ToolTipRole).toString();
    for (const auto &part : {u"AWS US_EAST_1"_s, u"REPLICASET"_s, u"UPDATING"_s, u"Paused: no"_s})
        QVERIFY2(details.contains(part), qPrintable(details));
    QCOMPARE(model.index(0, 2).data().toString(), u"Weekly"_s);
    QCOMPARE(model.index(0, 1).data().toString(), u"On"_s);
}

void UsageTruthTest::saysWhyClustersExportNothing_data()
{
    QTest::addColumn<QString>("provider");
    QTest::addColumn<bool>("backup");
    QTest::addColumn<QString>("text");
    QTest::newRow("free") << u"TENANT"_s << false << u"Not exporting: 1 free cluster(s)."_s;
    QTest::newRow("no backup") << u"AWS"_s << false << u"Not exporting: 1 without backup."_s;
    QTest::newRow("no bucket") << u"AWS"_s << true
                               << u"Not exporting: 1 with auto export on but without a bucket."_s;
}

void UsageTruthTest::saysWhyClustersExportNothing()
{
    QFETCH(const QString, provider);
    QFETCH(const bool, backup);
    atlassim::Cluster &cluster = project(sample::PartnerIntegrations).clusters[0];
    cluster.providerName = provider;
    cluster.backupEnabled = backup;
    cluster.schedule.target.reset();
    open(sample::PartnerIntegrations);
    select(1);
    QTEST(insight::usersText(usage(), selected()).text, "text");
    QCOMPARE(tableText(1, Column::UsedBy), u"0"_s);
}

void UsageTruthTest::asksNothingOfClustersWithoutBackup()
{
    project(sample::PartnerIntegrations).clusters[0].backupEnabled = false;
    open(sample::PartnerIntegrations);
    select(1);
    QCOMPARE(calls(u"/clusters/"_s), 0);
    QCOMPARE(tableText(1, Column::UsedBy), u"0"_s);
    QCOMPARE(tableText(1, Column::LastExport), u"Never"_s);
}

void UsageTruthTest::takesNoOtherRefusalForAMissingRole_data()
{
    QTest::addColumn<Fault>("fault");
    QTest::addColumn<QString>("told");
    QTest::newRow("address") << Fault::atlasError(403, u"IP_ADDRESS_NOT_ON_ACCESS_LIST"_s,
                                                  u"Forbidden"_s, {}, {u"203.0.113.9"_s})
                             << u"203.0.113.9"_s;
    Fault page;
    page.status = 403;
    page.body = "<html><title>Blocked by policy</title></html>";
    QTest::newRow("page of a firewall") << page << u" 403 Forbidden. "_s;
    Fault bare;
    bare.status = 403;
    QTest::newRow("403 without a word") << bare << u" 403 Forbidden. "_s;
    Fault refused;
    refused.status = 401;
    refused.body = R"({"error":401,"reason":"Unauthorized"})";
    QTest::newRow("401 without a code") << refused << u" 401 Unauthorized. "_s;
}

/// What is no missing role is said as what it is, and asked again.
void UsageTruthTest::takesNoOtherRefusalForAMissingRole()
{
    QFETCH(Fault, fault);
    QFETCH(const QString, told);
    fault.times = Fault::Forever;
    fault.pathPrefix =
        clusterPath(sample::PartnerIntegrations, u"kestrel-partners-01"_s) + JobsPart;
    simulator().addFault(fault);
    open(sample::PartnerIntegrations);
    select(1);
    QCOMPARE(tableText(1, Column::LastExport), u"—"_s);
    const auto text = insight::jobsText(usage(), selected());
    QCOMPARE(text.headline, u"No known export jobs"_s);
    for (const QString &shown : {text.text, toolTip(1, Column::LastExport)}) {
        QVERIFY2(shown.contains(told), qPrintable(shown));
        QVERIFY2(!shown.contains(u"Project Backup Manager"_s), qPrintable(shown));
        QVERIFY2(!shown.endsWith(u": "_s), qPrintable(shown));
    }
    QVERIFY(text.isIncomplete);
    simulator().clearFaults();
    const int before = calls(JobsPart);
    session().retry();
    wait();
    QCOMPARE(calls(JobsPart), before + 1);
    QVERIFY(tableText(1, Column::LastExport).startsWith(u"✓ worked "_s));
}

void UsageTruthTest::saysWhyNothingIsKnown()
{
    open(sample::Search);
    for (const Column column : {Column::UsedBy, Column::LastExport}) {
        QCOMPARE(tableText(0, column), u"…"_s);
        QVERIFY(toolTip(0, column).startsWith(u"Not loaded yet."_s));
    }
    Fault fault = Fault::atlasError(401, u"USER_UNAUTHORIZED"_s, u"Unauthorized"_s, {});
    fault.pathPrefix = u"/api/atlas/v2/groups/%1/clusters"_s.arg(sample::Search);
    simulator().addFault(fault);
    select(0);
    for (const Column column : {Column::UsedBy, Column::LastExport}) {
        QCOMPARE(tableText(0, column), u"—"_s);
        QVERIFY2(toolTip(0, column).contains(u"USER_UNAUTHORIZED"_s),
                 qPrintable(toolTip(0, column)));
    }
}

void UsageTruthTest::keepsWhatIsKnownOfAProject()
{
    open(sample::PaymentsProd);
    select(0);
    QTRY_COMPARE(tableText(0, Column::UsedBy), u"3"_s);
    const QString lastExport = tableText(0, Column::LastExport);
    inspector().clear();
    QCOMPARE(tableText(0, Column::UsedBy), u"3"_s);
    QCOMPARE(tableText(0, Column::LastExport), lastExport);
    open(sample::Search);
    select(0);
    open(sample::PaymentsProd);
    QCOMPARE(tableText(0, Column::UsedBy), u"3"_s);
}

void UsageTruthTest::filtersAlikeWhateverIsSelected()
{
    open(sample::DataWarehouse);
    BucketSortFilterModel filtered;
    filtered.setSourceModel(&session().shownTable());
    filtered.setFilterText(u"worked"_s);
    QCOMPARE(filtered.rowCount(), 0);
    const QSignalSpy layouts(&filtered, &QAbstractItemModel::layoutChanged);
    select(0);
    QVERIFY(tableText(0, Column::LastExport).contains(u"worked"_s));
    QTest::qWait(100); // Longer than what is filtered anew waits.
    QCOMPARE(filtered.rowCount(), 0);
    QVERIFY(layouts.isEmpty());
}

QTEST_GUILESS_MAIN(UsageTruthTest)
#include "tst_usagetruth.moc"
