// SPDX-License-Identifier: Apache-2.0
#include "mainwindowtest.h"
#include "session/refreshplan.h"
#include "tests/ui/support/widgetfinder.h"
#include "ui/accessibility/announcer.h"
#include "ui/desktop/battery.h"
#include "ui/window/autorefresh.h"
#include "ui/window/mainwindow.h"

#include <QDialog>
#include <QDir>
#include <QScrollBar>
#include <QTableView>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::Literals::StringLiterals;
using namespace std::chrono_literals;
using accounts::RefreshInterval;
using testsupport::findByName;

/// What the program does without being asked: it reads what is shown anew.
class AutoRefreshTest : public MainWindowTest
{
    Q_OBJECT

private Q_SLOTS:
    void plansByTheInterval_data();
    void plansByTheInterval();
    void startsOverWithAnotherInterval();
    void knowsABattery_data();
    void knowsABattery();

    void readsWhenItIsTime();
    void readsWhatIsShownOfAllProjects();
    void keepsWhatTheUserHas();
    void announcesOnlyWhatDiffers();
    void waits_data();
    void waits();

private:
    /// Has the window go by a clock of the test's.
    void follow(RefreshInterval interval = RefreshInterval::EveryMinute);
    void passTime(std::chrono::seconds time);
    /// How many lists of buckets were asked for.
    qsizetype listsRead() const;
    /// Whether something is read by itself now; waits until it is.
    bool reads();
    bool isSaying(const QString &part) const
    {
        return ui::Announcer::of(window())->text().contains(part);
    }
    /// Says something, and tells what is said with it or before.
    QString saidMeanwhile() const;

    RefreshPlan::Clock::time_point m_now;
    bool m_isOnBattery = false;
    ui::AutoRefresh *m_refresh = nullptr;
};

void AutoRefreshTest::follow(RefreshInterval interval)
{
    m_isOnBattery = false;
    m_refresh = window()->findChild<ui::AutoRefresh *>();
    m_refresh->setMeans({[this] { return m_now; },
                         [this] {
                             return m_isOnBattery;
                         }});
    testsupport::choose(session(), [interval](auto &values) { values.refreshInterval = interval; });
    simulator().clearSeenRequests();
}

void AutoRefreshTest::passTime(std::chrono::seconds time)
{
    m_now += time;
    m_refresh->look();
}

qsizetype AutoRefreshTest::listsRead() const
{
    const auto seen = const_cast<AutoRefreshTest *>(this)->simulator().seenRequests();
    return std::count_if(seen.begin(), seen.end(), [](const auto &request) {
        return request.path.endsWith(u"/exportBuckets"_s);
    });
}

bool AutoRefreshTest::reads()
{
    const bool begins = m_refresh->isReading() && session().isBusy();
    return begins && QTest::qWaitFor([this] { return !m_refresh->isReading(); }, 20'000);
}

QString AutoRefreshTest::saidMeanwhile() const
{
    const auto mark = u"Meanwhile."_s;
    QString said;
    ui::announce(window(), mark);
    const bool isSaid = QTest::qWaitFor([&] {
        const QString text = ui::Announcer::of(window())->text();
        if (!said.endsWith(text))
            said += u'\n' + text;
        return text.contains(mark);
    });
    ui::Announcer::of(window())->clear();
    return isSaid ? said.remove(mark).simplified() : u"nothing was said"_s;
}

void AutoRefreshTest::plansByTheInterval_data()
{
    QTest::addColumn<RefreshInterval>("interval");
    QTest::addColumn<int>("seconds");
    QTest::newRow("off") << RefreshInterval::Off << -1;
    QTest::newRow("1") << RefreshInterval::EveryMinute << 60;
    QTest::newRow("5") << RefreshInterval::Every5Minutes << 300;
    QTest::newRow("15") << RefreshInterval::Every15Minutes << 900;
}

void AutoRefreshTest::plansByTheInterval()
{
    QFETCH(const RefreshInterval, interval);
    QFETCH(const int, seconds);
    const RefreshPlan::Clock::time_point begin(1h);
    RefreshPlan plan;
    QVERIFY(!plan.wait(begin));
    plan.setInterval(interval, begin);
    if (seconds < 0) {
        QVERIFY(!plan.wait(begin + 24h));
        return;
    }
    const std::chrono::seconds length(seconds);
    QVERIFY(plan.wait(begin) == length);
    QVERIFY(plan.wait(begin + length - 1s) == 1s);
    QVERIFY(plan.wait(begin + length) == 0s);
    // What was held up comes once.
    QVERIFY(plan.wait(begin + 10 * length) == 0s);
    plan.startOver(begin + 10 * length);
    QVERIFY(plan.wait(begin + 10 * length) == length);
}

void AutoRefreshTest::startsOverWithAnotherInterval()
{
    const RefreshPlan::Clock::time_point begin(1h);
    RefreshPlan plan;
    plan.setInterval(RefreshInterval::Every15Minutes, begin);
    plan.setInterval(RefreshInterval::Every15Minutes, begin + 5min);
    QVERIFY(plan.wait(begin + 5min) == 10min);
    plan.setInterval(RefreshInterval::EveryMinute, begin + 5min);
    QVERIFY(plan.wait(begin + 5min) == 1min);
    plan.setInterval(RefreshInterval::Off, begin + 5min);
    QVERIFY(!plan.wait(begin + 1h));
}

void AutoRefreshTest::knowsABattery_data()
{
    // A supply is written `type:attribute=value,…`.
    QTest::addColumn<QStringList>("supplies");
    QTest::addColumn<bool>("isOnBattery");
    const auto discharging = u"Battery:status=Discharging,capacity=60"_s;
    QTest::newRow("a desktop computer") << QStringList() << false;
    QTest::newRow("unplugged") << QStringList{discharging, u"Mains:online=0"_s} << true;
    QTest::newRow("no word of the mains") << QStringList{discharging} << true;
    QTest::newRow("plugged in") << QStringList{u"Battery:status=Charging"_s, u"Mains:online=1"_s}
                                << false;
    QTest::newRow("full") << QStringList{u"Battery:status=Full"_s} << false;
    QTest::newRow("by USB") << QStringList{discharging, u"USB:online=1"_s} << false;
    QTest::newRow("a mouse") << QStringList{discharging + u",scope=Device"} << false;
    QTest::newRow("a mouse and a laptop")
        << QStringList{discharging + u",scope=Device", discharging, u"Mains:online=0"_s} << true;
}

void AutoRefreshTest::knowsABattery()
{
    QFETCH(const QStringList, supplies);
    if (ui::powerSupplyFolder().isEmpty())
        QSKIP("This system is not asked.");
    const QTemporaryDir folder;
    const auto write = [](const QString &path, const QString &text) {
        QFile file(path);
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(text.toUtf8() + '\n');
    };
    for (qsizetype i = 0; i < supplies.size(); ++i) {
        const QString supply = folder.filePath(u"SUP"_s + QString::number(i));
        QVERIFY(QDir().mkpath(supply));
        const QStringList parts = supplies[i].split(u':');
        write(supply + u"/type", parts[0]);
        const QStringList attributes = parts[1].split(u',');
        for (const QString &attribute : attributes)
            write(supply + u'/' + attribute.section(u'=', 0, 0), attribute.section(u'=', 1));
    }
    QTEST(ui::isOnBattery(folder.path()), "isOnBattery");
    QVERIFY(!ui::isOnBattery(folder.filePath(u"nowhere"_s)));
}

void AutoRefreshTest::readsWhenItIsTime()
{
    openAndWait(payments());
    follow();
    passTime(59s);
    QVERIFY(!session().isBusy());
    passTime(1s);
    QVERIFY(reads());
    QCOMPARE(listsRead(), 1);
    passTime(59s);
    QVERIFY(!session().isBusy());
    // What the user reads counts, too.
    QTest::keyClick(window(), Qt::Key_F5);
    QVERIFY(!m_refresh->isReading());
    waitUntilLoaded();
    passTime(1s);
    QVERIFY(!session().isBusy());
    passTime(59s);
    QVERIFY(reads());
    QCOMPARE(listsRead(), 3);
    // Nobody wants it any more.
    session().apply({});
    passTime(1h);
    QVERIFY(!session().isBusy());
}

void AutoRefreshTest::readsWhatIsShownOfAllProjects()
{
    fixture().choose([](auto &values) { values.checkExports = true; });
    fixture().setReadsRegions(false);
    openAndWait(payments());
    window()->openAllProjects();
    const auto &check = session().exportCheck();
    QTRY_COMPARE_WITH_TIMEOUT(check.state(), insight::ExportCheck::State::Checked, 30'000);
    QTRY_VERIFY(!session().isBusy());
    const QDateTime before = check.checkedAt();
    follow(RefreshInterval::Every5Minutes);
    passTime(5min);
    QVERIFY(m_refresh->isReading());
    QVERIFY(session().inventory().isReading());
    QCOMPARE(check.state(), insight::ExportCheck::State::Checking);
    QVERIFY(reads());
    QVERIFY(check.checkedAt() > before);
}

void AutoRefreshTest::keepsWhatTheUserHas()
{
    openAndWait(endToEnd());
    follow();
    table()->selectRow(60);
    table()->scrollTo(table()->model()->index(60, 0), QAbstractItemView::PositionAtTop);
    const int scrolled = table()->verticalScrollBar()->value();
    QVERIFY(scrolled > 0);
    // Where a page that was asked for would take the focus away.
    QTest::keyClick(window(), Qt::Key_L, Qt::ControlModifier);
    QTRY_VERIFY(!session().isBusy());
    const QWidget *focus = QApplication::focusWidget();
    QCOMPARE(focus, findByName<QWidget>(window(), u"Projects"_s));
    passTime(1min);
    QVERIFY(reads());
    QCOMPARE(table()->currentIndex().row(), 60);
    QCOMPARE(table()->selectionModel()->selectedRows().size(), 1);
    QCOMPARE(table()->verticalScrollBar()->value(), scrolled);
    QCOMPARE(QApplication::focusWidget(), focus);
}

void AutoRefreshTest::announcesOnlyWhatDiffers()
{
    openAndWait(payments());
    follow();
    QTRY_VERIFY(isSaying(status()));
    static_cast<void>(saidMeanwhile());
    const auto readAndListen = [this] {
        passTime(1min);
        return reads() ? saidMeanwhile() : u"nothing was read"_s;
    };
    QCOMPARE(readAndListen(), QString());
    auto &buckets = simulator().world().project(payments().toHex())->buckets;
    const atlassim::Bucket last = buckets.takeLast();
    const QString fewer = readAndListen();
    QVERIFY2(fewer.contains(status()), qPrintable(fewer));
    QCOMPARE(readAndListen(), QString());
    buckets.append(last);
    const QString more = readAndListen();
    QVERIFY2(more.contains(status()), qPrintable(more));
    QVERIFY(more != fewer);
    // Who asks is told.
    QTest::keyClick(window(), Qt::Key_F5);
    waitUntilLoaded();
    QVERIFY(saidMeanwhile().contains(status()));
}

void AutoRefreshTest::waits_data()
{
    QTest::addColumn<QString>("what");
    for (const char *what : {"hidden", "minimized", "battery", "dialog", "call", "budget"})
        QTest::newRow(what) << QString::fromLatin1(what);
}

/// Until it may, and makes up for what was held up once.
void AutoRefreshTest::waits()
{
    QFETCH(const QString, what);
    openAndWait(payments());
    follow();
    QDialog dialog(window());
    dialog.setModal(true);
    const auto setInTheWay = [&](bool isInTheWay) {
        if (what == u"hidden"_s) {
            window()->setVisible(!isInTheWay);
        } else if (what == u"minimized"_s) {
            isInTheWay ? window()->showMinimized() : window()->showNormal();
        } else if (what == u"battery"_s) {
            m_isOnBattery = isInTheWay;
        } else if (what == u"dialog"_s) {
            dialog.setVisible(isInTheWay);
        } else if (what == u"call"_s) {
            if (isInTheWay)
                session().exportCheck().start();
            else
                session().exportCheck().stop();
        } else {
            simulator().options().rateCapacity = isInTheWay ? 20 : 1000;
            simulator().options().rateRefill = 1;
            simulator().refillRateLimits();
            for (int i = 0; i < (isInTheWay ? 12 : 1); ++i) {
                session().pager().refresh();
                QTRY_VERIFY(!session().isBusy());
            }
        }
    };
    setInTheWay(true);
    passTime(10min);
    QVERIFY(!m_refresh->isReading());
    setInTheWay(false);
    QTRY_VERIFY(!session().isBusy() || m_refresh->isReading());
    passTime(1min);
    QVERIFY(reads());
    passTime(1s);
    QVERIFY(!m_refresh->isReading());
}

QTEST_MAIN(AutoRefreshTest)
#include "tst_autorefresh.moc"
