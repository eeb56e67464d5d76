// SPDX-License-Identifier: Apache-2.0
#include "models/changesmodel.h"
#include "tests/atlassim/world/world.h"
#include "tests/ui/findings/findingsfixture.h"
#include "ui/buckets/bucketviews.h"

#include <QApplication>
#include <QComboBox>
#include <QContextMenuEvent>
#include <QMenu>
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

    void showsWhatChanged();
    void opensTheBucket();
    void comparesWithAnEarlierReading();
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

void ChangesViewTest::showsWhatChanged()
{
    // The button of the empty state checks, too.
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
    // Last time, the second reading, the first.
    QCOMPARE(compareWith->count(), 3);
    compareWith->setFocus();
    QTest::keyClick(compareWith, Qt::Key_End);
    QTRY_COMPARE(rows(), 2);

    // What was chosen by its time stays.
    registerBucket(u"third"_s);
    checkAndKeep();
    QTRY_COMPARE(rows(), 3);
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
    QVERIFY(says(u"What was loaded both times is as it was."_s));
    QVERIFY(!says(u"are as they were"_s));
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
