// SPDX-License-Identifier: Apache-2.0
#include "atlas/values/utc.h"
#include "buckets/usage/exportcalendars.h"
#include "models/exportcalendarmodel.h"
#include "models/roles.h"
#include "tests/unit/models/calendarjobs.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTest>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;
using buckets::DayMark;
using buckets::ExportTally;
using models::ExportCalendarModel;
using namespace testsupport;
using Reading = ExportCalendar::Reading;

namespace {

/// The days that have a mark: `2026-04-12`.
QStringList daysWith(const ExportCalendar &calendar, DayMark mark)
{
    const QDate first = CalendarSpan(noon()).month(0);
    QStringList days;
    for (qsizetype day = 0; day < calendar.days.size(); ++day) {
        if (calendar.days[day] == mark)
            days.append(first.addDays(day).toString(Qt::ISODate));
    }
    return days;
}

QString wordsAt(const ExportCalendarModel &model, int row, int column)
{
    return model.index(row, column).data(Qt::ToolTipRole).toString();
}

} // namespace

Q_DECLARE_METATYPE(buckets::BackupSchedules::Entry)

/// Exports over time: which day a job is of, when an export counts as missed, and what the table of
/// it says.
class ExportCalendarTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void hasTwelveMonths_data();
    void hasTwelveMonths();
    void findsTheDay_data();
    void findsTheDay();
    void countsJobsByTheirEnd();
    void misses_data();
    void misses();
    void claimsNothingMissed_data();
    void claimsNothingMissed();
    void leavesOut_data();
    void leavesOut();
    void tellsWhatWasNotRead();
    void addsUp();
    void putsTheWorstFirst();
    void showsATable();
    void saysNothingOfWhatWasNotRead();
    void keepsRowsThatAreTheSame();
};

void ExportCalendarTest::initTestCase()
{
    QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedStates));
}

void ExportCalendarTest::hasTwelveMonths_data()
{
    QTest::addColumn<QString>("now");
    QTest::addColumn<QString>("first");
    QTest::addColumn<int>("days");
    QTest::newRow("in the middle of a month")
        << u"2026-04-15T12:00:00"_s << u"2025-05-01"_s
        << 31 + 30 + 31 + 31 + 30 + 31 + 30 + 31 + 31 + 28 + 31 + 15;
    QTest::newRow("the last second of a year")
        << u"2026-12-31T23:59:59"_s << u"2026-01-01"_s << 365;
    QTest::newRow("a leap year") << u"2028-12-31T00:00:00"_s << u"2028-01-01"_s << 366;
    QTest::newRow("a leap day") << u"2028-02-29T01:00:00"_s << u"2027-03-01"_s << 366;
    QTest::newRow("the first of a month") << u"2027-03-01T00:00:00"_s << u"2026-04-01"_s << 335;
}

void ExportCalendarTest::hasTwelveMonths()
{
    QFETCH(QString, now);
    QFETCH(QString, first);
    const CalendarSpan span(utc(now));
    QCOMPARE(span.month(0).toString(Qt::ISODate), first);
    QTEST(span.days(), "days");
    QCOMPARE(span.dayOf(utc(now)), std::optional(span.days() - 1));
    QCOMPARE(span.firstDayOf(CalendarSpan::Months), span.days());
    for (int month = 0; month < CalendarSpan::Months; ++month) {
        QCOMPARE(span.monthOf(span.firstDayOf(month)), month);
        QCOMPARE(span.monthOf(span.firstDayOf(month + 1) - 1), month);
        QCOMPARE(span.dayOf({span.month(month), {0, 0}, atlas::Utc}),
                 std::optional(span.firstDayOf(month)));
    }
}

void ExportCalendarTest::findsTheDay_data()
{
    QTest::addColumn<QString>("time");
    QTest::addColumn<int>("day");
    QTest::newRow("before") << u"2025-04-30T23:59:59"_s << -1;
    QTest::newRow("the first moment") << u"2025-05-01T00:00:00"_s << 0;
    QTest::newRow("the next day") << u"2025-05-02T00:00:00"_s << 1;
    QTest::newRow("today") << u"2026-04-15T23:59:59"_s << 349;
    QTest::newRow("tomorrow") << u"2026-04-16T00:00:00"_s << -1;
}

void ExportCalendarTest::findsTheDay()
{
    QFETCH(QString, time);
    const CalendarSpan span(noon());
    QTEST(span.dayOf(utc(time)).value_or(-1), "day");
}

void ExportCalendarTest::countsJobsByTheirEnd()
{
    atlas::ExportJob late = job(u"2026-03-31"_s);
    late.finished = utc(u"2026-04-01T02:00:00"_s);
    const Jobs jobs{job(u"2026-04-15"_s, "InProgress"),
                    job(u"2026-04-14"_s, "Queued"),
                    job(u"2026-04-12"_s, "Cancelled"),
                    job(u"2026-04-11"_s, "Resting"),
                    job(u"2026-04-10"_s, "Failed"),
                    job(u"2026-04-10"_s),
                    job(u"2026-04-09"_s, "Successful", bucket('2')),
                    late,
                    job(u"2025-05-01"_s),
                    job(u"2025-04-30"_s)};
    const CalendarSpan span(noon());
    const auto calendar = calendarOf(switchedOff(), told(jobs), bucket(), span);
    QVERIFY(calendar);
    QCOMPARE(calendar->months.back(), (ExportTally{2, 1, 0, 2, 1, 1}));
    QCOMPARE(calendar->months.front(), (ExportTally{1, 0, 0, 0, 0, 0}));
    QCOMPARE(calendar->total(), (ExportTally{3, 1, 0, 2, 1, 1}));
    QCOMPARE(daysWith(*calendar, DayMark::Succeeded),
             (QStringList{u"2025-05-01"_s, u"2026-04-01"_s}));
    QCOMPARE(daysWith(*calendar, DayMark::Failed), QStringList{u"2026-04-10"_s});
    QCOMPARE(daysWith(*calendar, DayMark::Pending).size(), 4);
    const auto ofAll = calendarOf(switchedOff(), told(jobs), std::nullopt, span);
    QCOMPARE(ofAll->total().succeeded, 4);
}

void ExportCalendarTest::misses_data()
{
    QTest::addColumn<QString>("frequency");
    QTest::addColumn<Jobs>("jobs");
    QTest::addColumn<QStringList>("missed");
    QTest::newRow("every day, until today")
        << u"daily"_s << daily(u"2026-02-20"_s, u"2026-04-15"_s) << QStringList();
    QTest::newRow("today's may still come")
        << u"daily"_s << daily(u"2026-04-01"_s, u"2026-04-14"_s) << QStringList();
    QTest::newRow("yesterday's may be late")
        << u"daily"_s << daily(u"2026-04-01"_s, u"2026-04-13"_s) << QStringList{u"2026-04-14"_s};
    QTest::newRow("none for days")
        << u"daily"_s << daily(u"2026-04-01"_s, u"2026-04-10"_s)
        << QStringList{u"2026-04-11"_s, u"2026-04-12"_s, u"2026-04-13"_s, u"2026-04-14"_s};
    QTest::newRow("a gap over the end of February")
        << u"daily"_s
        << daily(u"2026-03-02"_s, u"2026-04-15"_s) + daily(u"2026-02-01"_s, u"2026-02-26"_s)
        << QStringList{u"2026-02-27"_s, u"2026-02-28"_s, u"2026-03-01"_s};
    QTest::newRow("one late by some hours")
        << u"daily"_s
        << daily(u"2026-04-15"_s, u"2026-04-15"_s) + daily(u"2026-04-10"_s, u"2026-04-13"_s)
        << QStringList();
    QTest::newRow("a failed one is not missed")
        << u"daily"_s
        << Jobs{job(u"2026-04-15"_s), job(u"2026-04-14"_s, "Failed"),
                job(u"2026-04-13"_s, "Failed"), job(u"2026-04-12"_s)}
        << QStringList();
    QTest::newRow("weekly, one late by two days")
        << u"weekly"_s << Jobs{job(u"2026-04-10"_s), job(u"2026-04-01"_s)} << QStringList();
    QTest::newRow("weekly, one left out")
        << u"weekly"_s << Jobs{job(u"2026-04-15"_s), job(u"2026-04-01"_s)}
        << QStringList{u"2026-04-08"_s};
    QTest::newRow("weekly, none since March")
        << u"weekly"_s << Jobs{job(u"2026-03-20"_s)}
        << QStringList{u"2026-03-27"_s, u"2026-04-03"_s, u"2026-04-10"_s};
    QTest::newRow("monthly, at its end") << u"monthly"_s
                                         << Jobs{job(u"2026-03-31"_s), job(u"2026-02-28"_s),
                                                 job(u"2026-01-31"_s), job(u"2025-10-31"_s)}
                                         << QStringList{u"2025-11-30"_s, u"2025-12-31"_s};
    QTest::newRow("yearly, long ago")
        << u"yearly"_s << Jobs{job(u"2025-03-01"_s)} << QStringList{u"2026-03-01"_s};
    QTest::newRow("yearly, may still come")
        << u"yearly"_s << Jobs{job(u"2025-04-12"_s)} << QStringList();
    QTest::newRow("none yet") << u"daily"_s << Jobs() << QStringList();
    QTest::newRow("only the jobs to this bucket")
        << u"daily"_s
        << Jobs{job(u"2026-04-14"_s, "Successful", bucket('2')),
                job(u"2026-04-12"_s, "Successful", bucket('2')), job(u"2026-04-11"_s)}
        << QStringList{u"2026-04-12"_s, u"2026-04-13"_s, u"2026-04-14"_s};
}

void ExportCalendarTest::misses()
{
    QFETCH(QString, frequency);
    QFETCH(Jobs, jobs);
    QFETCH(QStringList, missed);
    const CalendarSpan span(noon());
    for (const auto &where : {std::optional(bucket()), std::optional<atlas::BucketId>()}) {
        const auto calendar = calendarOf(cluster(frequency), told(jobs), where, span);
        QVERIFY(calendar);
        QVERIFY(calendar->areMissedKnown);
        QCOMPARE(calendar->total().missed, missed.size());
        if (where)
            QCOMPARE(daysWith(*calendar, DayMark::Missed), missed);
    }
}

void ExportCalendarTest::claimsNothingMissed_data()
{
    QTest::addColumn<Cluster>("cluster");
    QTest::addColumn<bool>("isWhole");
    QTest::addColumn<bool>("isKnown");
    Cluster unknownFrequency = cluster(u"hourly"_s);
    Cluster untold = cluster(u"daily"_s);
    untold.schedule.snapshots.reset();
    QTest::newRow("switched off") << switchedOff() << true << true;
    QTest::newRow("goes to another bucket now") << toAnother() << true << true;
    QTest::newRow("paused") << paused() << true << true;
    QTest::newRow("takes no such snapshots") << withoutSnapshots() << true << true;
    QTest::newRow("an unknown frequency") << unknownFrequency << true << false;
    QTest::newRow("snapshots not told") << untold << true << false;
    QTest::newRow("schedule failed") << unread(BackupSchedules::Reading::Failed) << true << false;
    QTest::newRow("schedule not read") << unread(BackupSchedules::Reading::Unread) << true << false;
    QTest::newRow("some jobs are missing") << cluster(u"daily"_s) << false << false;
}

void ExportCalendarTest::claimsNothingMissed()
{
    QFETCH(Cluster, cluster);
    QFETCH(bool, isWhole);
    const auto jobs = told(Jobs{job(u"2026-03-01"_s)},
                           isWhole ? buckets::Completeness::whole()
                                   : buckets::Completeness::lacking(buckets::Gap::LeftOut));
    const auto calendar = calendarOf(cluster, jobs, bucket(), CalendarSpan(noon()));
    QVERIFY(calendar);
    QCOMPARE(calendar->total(), (ExportTally{1, 0, 0, 0, 0, 0}));
    QTEST(calendar->areMissedKnown, "isKnown");
    QCOMPARE(calendar->jobs, isWhole ? Reading::Whole : Reading::Partly);
}

void ExportCalendarTest::leavesOut_data()
{
    QTest::addColumn<Cluster>("cluster");
    QTest::addColumn<bool>("isThere");
    QTest::newRow("exports here, none yet") << cluster(u"daily"_s) << true;
    QTest::newRow("exports elsewhere") << toAnother() << false;
    QTest::newRow("switched off") << switchedOff() << false;
    QTest::newRow("gone") << unread(BackupSchedules::Reading::Gone) << false;
    QTest::newRow("flex") << unread(BackupSchedules::Reading::Flex) << false;
    QTest::newRow("schedule failed") << unread(BackupSchedules::Reading::Failed) << false;
}

void ExportCalendarTest::leavesOut()
{
    QFETCH(Cluster, cluster);
    const Jobs before{job(u"2025-04-01"_s)};
    QTEST(calendarOf(cluster, told(before), bucket(), CalendarSpan(noon())).has_value(), "isThere");
}

/// Never an empty calendar.
void ExportCalendarTest::tellsWhatWasNotRead()
{
    const CalendarSpan span(noon());
    const auto none = calendarOf(cluster(u"daily"_s), std::nullopt, bucket(), span);
    QVERIFY(none);
    QCOMPARE(none->jobs, Reading::NotRead);
    QVERIFY(!none->areMissedKnown);
    const auto forbidden = calendarOf(switchedOff(), ExportJobs::Told(), bucket(), span);
    QVERIFY(forbidden);
    QCOMPARE(forbidden->jobs, Reading::NotRead);
    QVERIFY(!calendarOf(toAnother(), ExportJobs::Told(), bucket(), span));
    QVERIFY(calendarOf(toAnother(), ExportJobs::Told(), std::nullopt, span));
}

void ExportCalendarTest::addsUp()
{
    ExportCalendars both = calendars(
        {row(u"Search"_s, u"a"_s, {job(u"2026-04-14"_s), job(u"2026-04-13"_s)}),
         row(u"Search"_s, u"b"_s, {job(u"2026-04-15"_s), job(u"2026-04-14"_s, "Failed")})});
    const ExportCalendar sum = both.sum();
    QCOMPARE(sum.jobs, Reading::Whole);
    QCOMPARE(sum.total(), (ExportTally{3, 1, 0, 0, 0, 0}));
    QCOMPARE(daysWith(sum, DayMark::Failed), QStringList{u"2026-04-14"_s});
    QCOMPARE(daysWith(sum, DayMark::Succeeded), (QStringList{u"2026-04-13"_s, u"2026-04-15"_s}));
    both.rows.prepend({{}, {}, {Reading::NotRead, false}});
    QCOMPARE(both.sum().jobs, Reading::Partly);
    QCOMPARE(both.sum().total(), sum.total());
    QVERIFY(!both.sum().areMissedKnown);
    both.rows = {both.rows.constFirst()};
    QCOMPARE(both.sum().jobs, Reading::NotRead);
}

void ExportCalendarTest::putsTheWorstFirst()
{
    const QString today = u"2026-04-15"_s;
    ExportCalendars all = calendars({row(u"Search"_s, u"good"_s, {job(today)}),
                                     row(u"Payments"_s, u"good"_s, {job(today)}),
                                     row(u"Search"_s, u"missed"_s, {job(u"2026-04-12"_s)}),
                                     row(u"Search"_s, u"failed"_s, {job(today, "Failed")}),
                                     row(u"Payments"_s, u"fine"_s, {job(today)})});
    all.sort();
    QStringList names;
    for (const ExportCalendars::Row &one : std::as_const(all.rows))
        names.append(one.project.name + u'/' + one.cluster.toString());
    QCOMPARE(names,
             (QStringList{u"Search/failed"_s, u"Search/missed"_s, u"Payments/fine"_s,
                          u"Payments/good"_s, u"Search/good"_s}));
}

void ExportCalendarTest::showsATable()
{
    ExportCalendarModel model;
    const QAbstractItemModelTester tester(&model);
    QCOMPARE(model.rowCount(), 0);
    Jobs jobs = daily(u"2026-03-01"_s, u"2026-03-29"_s);
    jobs.prepend(job(u"2026-03-30"_s, "Failed"));
    jobs.prepend(job(u"2026-04-03"_s, "InProgress"));
    model.setCalendars(calendars({row(u"Search"_s, u"ledger-01"_s, jobs)}));
    QCOMPARE(model.rowCount(), 2);
    QCOMPARE(model.columnCount(), 15);
    const auto title = [&model](int column, int role = Qt::DisplayRole) {
        return model.headerData(column, Qt::Horizontal, role).toString();
    };
    QCOMPARE(title(2), u"2025-05"_s);
    QCOMPARE(title(13), u"2026-04"_s);
    QCOMPARE(title(13, models::ShortTitleRole), u"4"_s);
    QCOMPARE(title(14), u"Total"_s);
    QCOMPARE(model.index(0, 0).data().toString(), u"All projects"_s);
    QCOMPARE(model.index(0, 1).data().toString(), u"All clusters"_s);
    QCOMPARE(model.index(1, 1).data().toString(), u"ledger-01"_s);
    for (const int at : {0, 1}) {
        QCOMPARE(model.index(at, 2).data().toString(), u"—"_s);
        QCOMPARE(wordsAt(model, at, 2), u"No exports in May 2025"_s);
        QCOMPARE(model.index(at, 12).data().toString(), u"29 ✕1 □1"_s);
        QCOMPARE(wordsAt(model, at, 12), u"29 successful, 1 failed, 1 missed in March 2026"_s);
        QCOMPARE(model.index(at, 12).data(Qt::AccessibleTextRole), wordsAt(model, at, 12));
        QCOMPARE(wordsAt(model, at, 14),
                 model.index(at, 14).data(Qt::AccessibleTextRole).toString());
    }
    const auto days = model.index(1, 12).data(models::DayMarksRole).value<QList<int>>();
    QCOMPARE(days.size(), 31);
    QCOMPARE(days[28], static_cast<int>(DayMark::Succeeded));
    QCOMPARE(days[29], static_cast<int>(DayMark::Failed));
    QCOMPARE(days[30], static_cast<int>(DayMark::Missed));
    QCOMPARE(model.index(1, 13).data(models::DayMarksRole).value<QList<int>>().size(), 15);
}

void ExportCalendarTest::saysNothingOfWhatWasNotRead()
{
    ExportCalendarModel model;
    const QAbstractItemModelTester tester(&model);
    ExportCalendars some = calendars({row(u"Search"_s, u"a"_s, {job(u"2026-04-15"_s)})});
    some.rows.append({{}, *atlas::ClusterName::fromString(u"b"_s), {Reading::NotRead, false}});
    model.setCalendars(some);
    QCOMPARE(model.index(0, 12).data().toString(), u"Partly loaded"_s);
    QCOMPARE(wordsAt(model, 0, 12),
             u"No exports in March 2026\nSome export jobs have not been loaded."_s);
    QCOMPARE(model.index(1, 12).data().toString(), u"—"_s);
    QCOMPARE(model.index(2, 12).data().toString(), u"Not loaded"_s);
    QCOMPARE(wordsAt(model, 2, 12), u"The export jobs have not been loaded."_s);
    some.rows.removeLast();
    some.projects = 2;
    model.setCalendars(some);
    QCOMPARE(model.index(0, 12).data().toString(), u"Partly loaded"_s);
}

void ExportCalendarTest::keepsRowsThatAreTheSame()
{
    ExportCalendarModel model;
    model.setCalendars(calendars({row(u"Search"_s, u"a"_s, {})}));
    const QSignalSpy resets(&model, &QAbstractItemModel::modelReset);
    const QSignalSpy changes(&model, &QAbstractItemModel::dataChanged);
    model.setCalendars(calendars({row(u"Search"_s, u"a"_s, {job(u"2026-04-15"_s)})}));
    QCOMPARE(resets.size(), 0);
    QCOMPARE(changes.size(), 1);
    QCOMPARE(model.index(1, 13).data().toString(), u"1"_s);
    model.setCalendars(calendars({}));
    QCOMPARE(resets.size(), 1);
    QCOMPARE(model.rowCount(), 0);
}

QTEST_GUILESS_MAIN(ExportCalendarTest)
#include "tst_exportcalendar.moc"
