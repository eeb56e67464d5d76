// SPDX-License-Identifier: Apache-2.0
#include "atlas/calls/decoding.h"
#include "buckets/fields/clusterfields.h"
#include "buckets/usage/scheduletext.h"

#include <QLocale>
#include <QTest>

using namespace Qt::Literals::StringLiterals;

/// Schedules in words.
class ScheduleTextTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QLocale::setDefault(QLocale::c()); }
    void saysWhenSnapshotsAreTaken_data();
    void saysWhenSnapshotsAreTaken();
    void saysWhatIsCopied();
    void passesOverOddDetails_data();
    void passesOverOddDetails();
    void leavesOutWhatWasNotTold();
};

void ScheduleTextTest::saysWhenSnapshotsAreTaken_data()
{
    QTest::addColumn<QString>("frequency");
    QTest::addColumn<int>("interval");
    QTest::addColumn<QString>("unit");
    QTest::addColumn<int>("kept");
    QTest::addColumn<QString>("text");
    QTest::newRow("hourly") << u"hourly"_s << 6 << u"days"_s << 2
                            << u"every 6 hour(s), kept for 2 day(s)"_s;
    QTest::newRow("daily") << u"daily"_s << 1 << u"weeks"_s << 3
                           << u"every 1 day(s), kept for 3 week(s)"_s;
    QTest::newRow("Monday") << u"weekly"_s << 1 << u"months"_s << 4
                            << u"every Monday, kept for 4 month(s)"_s;
    QTest::newRow("Sunday") << u"weekly"_s << 7 << QString() << 0 << u"every Sunday"_s;
    QTest::newRow("no such day") << u"weekly"_s << 8 << QString() << 0 << u"weekly 8"_s;
    QTest::newRow("28th") << u"monthly"_s << 28 << u"years"_s << 5
                          << u"on day 28 of the month, kept for 5 year(s)"_s;
    QTest::newRow("last day") << u"monthly"_s << 40 << QString() << 0
                              << u"on the last day of the month"_s;
    QTest::newRow("no such date") << u"monthly"_s << 33 << QString() << 0 << u"monthly 33"_s;
    QTest::newRow("December") << u"yearly"_s << 12 << QString() << 0 << u"on December 1"_s;
    QTest::newRow("no such month") << u"yearly"_s << 13 << QString() << 0 << u"yearly 13"_s;
    QTest::newRow("on demand") << u"ondemand"_s << 0 << u"days"_s << 9
                               << u"on demand, kept for 9 day(s)"_s;
    QTest::newRow("later") << u"everyFortnight"_s << 2 << u"moons"_s << 3
                           << u"everyFortnight 2, kept for 3 moons"_s;
    QTest::newRow("nothing") << QString() << 0 << QString() << 0 << u"—"_s;
}

void ScheduleTextTest::saysWhenSnapshotsAreTaken()
{
    QFETCH(const QString, frequency);
    QFETCH(const int, interval);
    QFETCH(const QString, unit);
    QFETCH(const int, kept);
    const atlas::SnapshotRule rule{
        {}, atlas::ExportFrequency::fromApi(frequency), interval, {unit, kept}};
    QTEST(buckets::ruleText(rule), "text");
}

void ScheduleTextTest::saysWhatIsCopied()
{
    atlas::SnapshotCopy copy{u"AWS"_s, u"US_WEST_2"_s, u"5e01"_s};
    copy.frequencies = {u"DAILY"_s, u"ON_DEMAND"_s, u"SOMETIMES"_s};
    copy.newest = 3;
    copy.copiesOplog = false;
    QCOMPARE(buckets::copyText(copy),
             u"AWS US_WEST_2: daily, on demand, sometimes, the newest 3 snapshot(s), without the "
             "oplog, zone 5e01"_s);
    QCOMPARE(buckets::copyText({u"GCP"_s, {}, {}}), u"Google Cloud"_s);
}

void ScheduleTextTest::passesOverOddDetails_data()
{
    QTest::addColumn<QByteArray>("fields");
    QTest::newRow("nulls") << QByteArray(R"("policies":null,"referenceHourOfDay":null,
        "copySettings":null,"extraRetentionSettings":null,"restoreWindowDays":null)");
    QTest::newRow("other types") << QByteArray(R"("policies":"x","referenceHourOfDay":"3",
        "copySettings":[7,null,{}],"extraRetentionSettings":[{"retentionDays":"1"},4],
        "restoreWindowDays":1.5,"copyPolicyItemsEnabled":1,
        "useOrgAndGroupNamesInExportPrefix":"yes","autoCopySettingsEnabled":[])");
}

void ScheduleTextTest::passesOverOddDetails()
{
    QFETCH(const QByteArray, fields);
    const auto schedule =
        atlas::readAnswer(200, '{' + fields + '}').and_then(atlas::decodeBackupSchedule);
    QVERIFY(schedule);
    QCOMPARE(schedule->details, atlas::ScheduleDetails());
    QVERIFY(!schedule->snapshots);
}

void ScheduleTextTest::leavesOutWhatWasNotTold()
{
    buckets::BackupSchedules::Entry entry;
    QCOMPARE(buckets::clusterFields(entry).size(), 0);
    entry.reading = buckets::BackupSchedules::Reading::Read;
    QCOMPARE(buckets::clusterFields(entry).size(), 0);
    entry.details.paused = false;
    const auto fields = buckets::clusterFields(entry);
    QCOMPARE(fields.size(), 1);
    QCOMPARE(fields[0].name, u"Paused"_s);
    QCOMPARE(fields[0].value, u"No"_s);
}

QTEST_APPLESS_MAIN(ScheduleTextTest)
#include "tst_scheduletext.moc"
