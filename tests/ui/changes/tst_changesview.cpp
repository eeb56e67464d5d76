// SPDX-License-Identifier: Apache-2.0
#include "base/texts/timetext.h"
#include "insight/check/keptfacts.h"
#include "models/changesmodel.h"
#include "tests/atlassim/world/world.h"
#include "tests/support/testaccount.h"
#include "tests/ui/findings/findingsfixture.h"
#include "ui/accessibility/announcer.h"
#include "ui/buckets/bucketviews.h"

#include <QApplication>
#include <QComboBox>
#include <QContextMenuEvent>
#include <QDateEdit>
#include <QDir>
#include <QFileInfo>
#include <QMenu>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;
using models::ChangesModel;
using testsupport::click;
using testsupport::findByName;

namespace {

/// Its place among the views.
constexpr int ChangesTab = static_cast<int>(ui::BucketViews::View::Changes);

} // namespace

/// What one sees of changes between two checks of exports.
class ChangesViewTest : public QObject, protected testsupport::FindingsFixture
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup() { tearDown(); }

    void offersTheCheckOnce();
    void showsWhatChanged();
    void opensTheBucket();
    void comparesWithAnEarlierReading();
    void comparesWithADay();
    void saysOnceThatNothingIsKept();
    void saysWhoDidIt();
    void callsNoPartTheWhole();
    void sortsByKeys();
    void keepsNothingAgainstTheUsersWish();

private:
    void checkAndKeep();
    insight::HistoryKeeper *history() const { return session().readings().history(); }
    QTableView *changes() const { return findByName<QTableView>(m_window, u"Changes"_s); }
    QString cell(int row, ChangesModel::Column column) const
    {
        return changes()->model()->index(row, static_cast<int>(column)).data().toString();
    }
    /// Of the table, which is there only while there are some.
    int rows() const { return changes() ? changes()->model()->rowCount() : 0; }
    QTabBar *views() const { return findByName<QTabBar>(m_window, u"Views"_s); }
    void registerBucket(const QString &name, qint64 second = 1'790'000'000);
    atlassim::Project &simulated() { return m_simulator->world().projects.first(); }
};

/// Opens the changes of all projects.
void ChangesViewTest::init()
{
    serve(atlassim::World::withClusters(3, 2, 1));
    views()->setCurrentIndex(ChangesTab);
    QVERIFY(history());
    QVERIFY(says(u"Nothing to compare with yet"_s));
}

void ChangesViewTest::checkAndKeep()
{
    const QSignalSpy kept(history(), &insight::HistoryKeeper::readingsChanged);
    const auto before = history()->readings().size();
    session().exportCheck().start();
    QTRY_COMPARE(session().exportCheck().state(), insight::ExportCheck::State::Checked);
    QTRY_COMPARE(history()->readings().size(), before + 1);
}

void ChangesViewTest::registerBucket(const QString &name, qint64 second)
{
    atlassim::Bucket bucket = simulated().buckets.first();
    bucket.id = atlassim::objectId(second + simulated().buckets.size(), 77);
    bucket.bucketName = name;
    simulated().buckets.append(bucket);
}

/// In each view, before there is anything to compare and after the first check.
void ChangesViewTest::offersTheCheckOnce()
{
    const auto offers = [this] {
        const auto buttons = m_window->findChildren<QPushButton *>();
        return std::count_if(buttons.begin(), buttons.end(), [](const QPushButton *button) {
            return button->isVisible() && button->text() == u"Check exports"_s;
        });
    };
    for (int tab = 0; tab <= static_cast<int>(ui::BucketViews::View::Overview); ++tab) {
        views()->setCurrentIndex(tab);
        QCOMPARE(offers(), 1);
    }
    checkAndKeep();
    for (int tab = 0; tab <= static_cast<int>(ui::BucketViews::View::Overview); ++tab) {
        views()->setCurrentIndex(tab);
        QCOMPARE(offers(), 1);
    }
}

void ChangesViewTest::showsWhatChanged()
{
    QVERIFY(click(m_window, u"Check exports"_s));
    QTRY_COMPARE(history()->readings().size(), 1);
    registerBucket(u"kept-for-changes"_s);
    simulated().clusters.first().schedule.autoExportEnabled = false;
    checkAndKeep();
    QTRY_COMPARE(rows(), 2);
    QVERIFY(views()->tabText(ChangesTab).contains(u'2'));
    QCOMPARE(cell(0, ChangesModel::Column::Change), u"Added"_s);
    QCOMPARE(cell(0, ChangesModel::Column::ExportBucket), u"kept-for-changes"_s);
    QCOMPARE(cell(0, ChangesModel::Column::Project), simulated().name);
    QCOMPARE(cell(1, ChangesModel::Column::Change), u"Altered"_s);
    QCOMPARE(cell(1, ChangesModel::Column::Before), u"On"_s);
    QCOMPARE(cell(1, ChangesModel::Column::After), u"Off"_s);
    QVERIFY(says(u"1 added, 1 altered, 0 removed"_s));

    checkAndKeep();
    QTRY_COMPARE(rows(), 0);
    QVERIFY(says(u"No changes"_s));
}

void ChangesViewTest::opensTheBucket()
{
    checkAndKeep();
    registerBucket(u"kept-for-changes"_s);
    checkAndKeep();
    QTRY_COMPARE(rows(), 1);
    changes()->setCurrentIndex(changes()->model()->index(0, 0));
    changes()->setFocus();
    QTest::keyClick(changes(), Qt::Key_Return);
    QTRY_VERIFY(session().inspector().bucket());
    QCOMPARE(session().inspector().bucket()->name(), u"kept-for-changes"_s);
}

void ChangesViewTest::comparesWithAnEarlierReading()
{
    checkAndKeep();
    registerBucket(u"first"_s);
    checkAndKeep();
    registerBucket(u"second"_s);
    checkAndKeep();
    QTRY_VERIFY(rows() == 1 && cell(0, ChangesModel::Column::ExportBucket) == u"second"_s);
    auto *compareWith = findByName<QComboBox>(m_window, u"Compare with"_s);
    QVERIFY(compareWith);
    // Last time, a date, the second reading, the first.
    QCOMPARE(compareWith->count(), 4);
    compareWith->setFocus();
    ui::Announcer *announcer = ui::Announcer::of(m_window);
    QTRY_VERIFY(!announcer->text().isEmpty());
    announcer->clear();
    QTest::keyClick(compareWith, Qt::Key_End);
    QTRY_COMPARE(rows(), 2);
    QTRY_VERIFY2(announcer->text().contains(u"2 added, 0 altered, 0 removed"_s),
                 qPrintable(announcer->text()));

    // What was chosen by its time stays.
    registerBucket(u"third"_s);
    checkAndKeep();
    QTRY_COMPARE(rows(), 3);
}

/// With the last reading of that day, or the last one before it.
void ChangesViewTest::comparesWithADay()
{
    testsupport::choose(session(), [](auto &values) { values.rememberReadings = false; });
    session().exportCheck().start();
    QTRY_COMPARE(session().exportCheck().state(), insight::ExportCheck::State::Checked);
    insight::KeptReading kept = insight::keptReading(session().exportCheck().facts());
    testsupport::choose(session(), [](auto &values) { values.rememberReadings = true; });
    const QDateTime now = QDateTime::currentDateTimeUtc();
    kept.at = now.addDays(-10);
    history()->keep(kept);
    kept.at = now.addDays(-3);
    kept.projects.first().buckets.removeLast();
    history()->keep(kept);
    QTRY_COMPARE(history()->readings().size(), 2);
    checkAndKeep();
    QTRY_COMPARE(rows(), 1);

    auto *compareWith = findByName<QComboBox>(m_window, u"Compare with"_s);
    const auto day = [this] {
        return findByName<QDateEdit>(m_window, u"Date to compare with"_s);
    };
    QVERIFY(!day());
    compareWith->setFocus();
    QTest::keyClicks(compareWith, u"Custom"_s);
    QTRY_VERIFY(day());
    const QDate today = now.toLocalTime().date();
    QCOMPARE(day()->minimumDate(), today.addDays(-10));
    QCOMPARE(day()->maximumDate(), today.addDays(-3));
    day()->setFocus();
    QTest::keyClick(day(), Qt::Key_End);
    for (int i = 0; i < 5; ++i)
        day()->setDate(day()->date().addDays(-1));
    QTRY_VERIFY(says(u"No changes since "_s + base::longTimeText(now.addDays(-10))));
    QVERIFY(day());
    day()->setDate(today.addDays(-3));
    QTRY_COMPARE(rows(), 1);
    QVERIFY(says(base::longTimeText(now.addDays(-3))));
}

/// Where the user is, whatever that shows.
void ChangesViewTest::saysOnceThatNothingIsKept()
{
    checkAndKeep();
    views()->setCurrentIndex(0);
    const QDir kept = QFileInfo(session().readings().path()).dir();
    for (const QFileInfo &file : kept.entryInfoList(QDir::Files))
        QVERIFY(QFile::remove(file.filePath()));
    QVERIFY(kept.mkdir(session().readings().path()));
    const auto notices = [this] {
        const auto labels = m_window->findChildren<QLabel *>();
        return std::count_if(labels.begin(), labels.end(), [](const QLabel *label) {
            return label->isVisible() && label->text() == u"Changes may be missing."_s;
        });
    };
    session().exportCheck().start();
    QTRY_COMPARE(notices(), 1);
    QVERIFY(says(QDir::toNativeSeparators(session().readings().path())));
    QVERIFY(click(m_window, u"Close"_s));
    session().exportCheck().start();
    QTRY_COMPARE(session().exportCheck().state(), insight::ExportCheck::State::Checked);
    QTest::qWait(100);
    QCOMPARE(notices(), 0);
}

/// Asked when somebody looks, not before.
void ChangesViewTest::saysWhoDidIt()
{
    const auto eventCalls = [this] {
        const auto seen = m_simulator->seenRequests();
        return std::count_if(seen.begin(), seen.end(),
                             [](const auto &one) { return one.path.endsWith(u"/events"_s); });
    };
    views()->setCurrentIndex(0);
    checkAndKeep();
    registerBucket(u"kept-for-changes"_s, QDateTime::currentSecsSinceEpoch() - 60);
    checkAndKeep();
    QTRY_VERIFY(history()->comparison());
    QCOMPARE(eventCalls(), 0);
    views()->setCurrentIndex(ChangesTab);
    QTRY_COMPARE(rows(), 1);
    const auto said = [this](int role) {
        const auto column = static_cast<int>(ChangesModel::Column::Change);
        return changes()->model()->index(0, column).data(role).toString();
    };
    QTRY_VERIFY(said(Qt::ToolTipRole).startsWith(u"Added by readonly, "_s));
    QCOMPARE(said(Qt::AccessibleTextRole), said(Qt::ToolTipRole));
    QCOMPARE(said(Qt::DisplayRole), u"Added"_s);
    QCOMPARE(eventCalls(), 1);
}

void ChangesViewTest::callsNoPartTheWhole()
{
    checkAndKeep();
    atlassim::Fault closed;
    closed.pathPrefix = u"/api/atlas/v2/groups/"_s + simulated().id;
    closed.status = 403;
    closed.times = atlassim::Fault::Forever;
    m_simulator->addFault(closed);
    checkAndKeep();
    QTRY_VERIFY(says(u"Loaded in part"_s));
    QVERIFY(says(u"Everything that was loaded both times is unchanged."_s));
    QVERIFY(!says(u"have not changed"_s));
}

void ChangesViewTest::sortsByKeys()
{
    checkAndKeep();
    registerBucket(u"b"_s);
    registerBucket(u"a"_s);
    checkAndKeep();
    QTRY_COMPARE(rows(), 2);
    QTableView *table = changes();
    table->setCurrentIndex(table->model()->index(0, 3));
    const QPoint place = table->visualRect(table->currentIndex()).center();
    QContextMenuEvent key(QContextMenuEvent::Keyboard, place,
                          table->viewport()->mapToGlobal(place));
    QCoreApplication::sendEvent(table->viewport(), &key);
    auto *menu = qobject_cast<QMenu *>(QApplication::activePopupWidget());
    QVERIFY(menu);
    QCOMPARE(menu->actions().constFirst()->text(), u"Sort by"_s);
    menu->close();
}

void ChangesViewTest::keepsNothingAgainstTheUsersWish()
{
    accounts::PreferenceValues values = session().values();
    values.rememberReadings = false;
    session().apply(values);
    QVERIFY(!history());
    QVERIFY(says(u"Remember what was read"_s));
    session().exportCheck().start();
    QTRY_COMPARE(session().exportCheck().state(), insight::ExportCheck::State::Checked);
    values.rememberReadings = true;
    session().apply(values);
    QVERIFY(history());
    QVERIFY(says(u"Nothing to compare with yet"_s));
}

QTEST_MAIN(ChangesViewTest)
#include "tst_changesview.moc"
