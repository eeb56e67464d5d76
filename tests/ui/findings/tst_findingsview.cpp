// SPDX-License-Identifier: Apache-2.0
#include "findingsfixture.h"
#include "models/roles.h"
#include "ui/accessibility/announcer.h"
#include "ui/findings/findingdetail.h"

#include <QApplication>
#include <QClipboard>
#include <QLineEdit>
#include <QListView>
#include <QLocale>
#include <QMenu>
#include <QPushButton>
#include <QTest>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;
using namespace std::chrono_literals;
using atlassim::World;
using insight::ExportCheck;
using testsupport::click;
using testsupport::findByName;
using testsupport::findLabel;

/// What one sees of the check of the exports, and does about it, by mouse and keys.
class FindingsViewTest : public QObject, private testsupport::FindingsFixture
{
    Q_OBJECT

private Q_SLOTS:
    void cleanup() { tearDown(); }

    void isNotGreenBeforeTheCheck();
    void checksOnRequest();
    void isGreenOnceAllWasRead();
    void stopsAndResumes();
    void saysWhyTheCheckStopped();
    void filtersBySeverity();
    void filtersByText();
    void sortsByAHeader();
    void keepsTheSelectionThroughACheck();
    void opensWhatAFindingIsAbout();
    void copiesWithTheTimeInFull();
    void offersAMenu();
    void leadsFromTheOverviewToASeverity();
    void leadsFromTheOverviewToFailedExports();
    void showsTheStatusInEveryView();
    void leadsBackToTheFinding();
    void tellsAFindingInFull();

private:
    int failedExports() const;
};

void FindingsViewTest::isNotGreenBeforeTheCheck()
{
    serve(World::troubled());
    QCOMPARE(tab(), u"Findings"_s);
    QVERIFY(says(u"Not checked yet"_s));
    QVERIFY(!says(u"No findings"_s));
    QVERIFY(!table());
    QVERIFY(!findLabel(m_window, u"Check status"_s));
    QVERIFY(!findByName<QLineEdit>(m_window, u"Filter findings"_s));
}

void FindingsViewTest::checksOnRequest()
{
    serve(World::troubled());
    check();
    QTRY_VERIFY(ui::Announcer::of(m_window)->text().contains(u"Check finished: "_s + status()));
    QVERIFY(table());
    const QStringList severities = texts(Column::Severity);
    const auto critical = severities.count(u"Critical"_s);
    const auto warnings = severities.count(u"Warning"_s);
    QVERIFY(critical > 1 && warnings > 1);
    const QString projects =
        QLocale(u"en_US"_s).toString(session().exportCheck().progress().projects);
    const QString counts =
        u"%1 critical, %2 warnings in %3 projects"_s.arg(critical).arg(warnings).arg(projects);
    QVERIFY2(status().startsWith(counts), qPrintable(status()));
    QCOMPARE(tab(), u"Findings (%1)"_s.arg(severities.size()));
    QCOMPARE(labelText(u"Age of the check"_s), u"Checked just now"_s);
    QStringList titles;
    for (int column = 0; column < models::FindingsModel::ColumnCount; ++column)
        titles += table()->model()->headerData(column, Qt::Horizontal).toString();
    QCOMPARE(titles,
             (QStringList{u"Severity"_s, u"Project"_s, u"Cluster"_s, u"Export bucket"_s,
                          u"Finding"_s, u"Since"_s, u"Next step"_s}));
    QVERIFY(click(m_window, u"Check exports"_s)); // Once more.
    QTRY_COMPARE(session().exportCheck().state(), ExportCheck::State::Checked);
}

void FindingsViewTest::isGreenOnceAllWasRead()
{
    World world = World::withProjects(3, 0);
    for (atlassim::Project &project : world.projects)
        project.clusters.clear();
    serve(std::move(world));
    check();
    QTRY_COMPARE(status(), u"No findings in 3 projects"_s);
    QVERIFY(says(u"Everything that the check needs was loaded."_s));
    QCOMPARE(tab(), u"Findings"_s);
}

void FindingsViewTest::stopsAndResumes()
{
    serve(World::troubled());
    m_simulator->options().latency = 60ms;
    QVERIFY(click(m_window, u"Check exports"_s));
    QTRY_VERIFY(session().exportCheck().progress().done > 0);
    QTRY_VERIFY(status().startsWith(u"Checked "_s) && status().contains(u" projects"_s));
    QVERIFY(click(m_window, u"Stop checking"_s));
    QCOMPARE(session().exportCheck().state(), ExportCheck::State::Stopped);
    QTRY_VERIFY2(status().contains(u" of "_s), qPrintable(status()));
    QVERIFY(!says(u"Everything that the check needs"_s));
    m_simulator->options().latency = 0ms;
    QVERIFY(click(m_window, u"Resume checking"_s));
    QTRY_COMPARE(session().exportCheck().state(), ExportCheck::State::Checked);
    QTRY_VERIFY(!status().contains(u" of "_s));
}

void FindingsViewTest::saysWhyTheCheckStopped()
{
    serve(World::troubled());
    m_simulator->close();
    QVERIFY(click(m_window, u"Check exports"_s));
    QTRY_COMPARE(session().exportCheck().state(), ExportCheck::State::Stopped);
    QTRY_VERIFY(says(u"The check was stopped."_s));
    QVERIFY(!says(u"Everything that the check needs"_s));
}

void FindingsViewTest::filtersBySeverity()
{
    serve(World::troubled());
    check();
    QTRY_VERIFY(table());
    const QStringList all = texts(Column::Severity);
    QVERIFY(click(m_window, u"Warnings only"_s));
    QCOMPARE(texts(Column::Severity).size(), all.count(u"Warning"_s));
    QCOMPARE(texts(Column::Severity).count(u"Warning"_s), all.count(u"Warning"_s));
    const QString match = QString::number(all.count(u"Warning"_s)) + u" rows match."_s;
    QTRY_VERIFY(ui::Announcer::of(m_window)->text().contains(match));
    QVERIFY(click(m_window, u"Critical findings only"_s));
    QCOMPARE(texts(Column::Severity).size(), all.count(u"Warning"_s) + all.count(u"Critical"_s));
    QVERIFY(click(m_window, u"Warnings only"_s));
    QVERIFY(click(m_window, u"Critical findings only"_s));
    QCOMPARE(texts(Column::Severity), all);
}

void FindingsViewTest::filtersByText()
{
    serve(World::troubled());
    check();
    QTRY_VERIFY(table());
    const auto all = table()->model()->rowCount();
    QTest::keyClick(m_window, Qt::Key_F, Qt::ControlModifier);
    auto *filter = findByName<QLineEdit>(m_window, u"Filter findings"_s);
    QVERIFY(filter && filter->hasFocus());
    QTest::keyClicks(filter, u"code:export_failed severity:critical"_s);
    QVERIFY(table()->model()->rowCount() > 0 && table()->model()->rowCount() < all);
    QCOMPARE(texts(Column::Severity).count(u"Critical"_s), table()->model()->rowCount());
    QTest::keyClicks(filter, u" nothing-like-it"_s);
    QVERIFY(says(u"No finding matches the filter"_s));
    QVERIFY(click(m_window, u"Clear filter"_s));
    QCOMPARE(table()->model()->rowCount(), all);
}

void FindingsViewTest::sortsByAHeader()
{
    serve(World::troubled());
    check();
    QTRY_VERIFY(table());
    table()->sortByColumn(static_cast<int>(Column::Project), Qt::AscendingOrder);
    QStringList projects = texts(Column::Project);
    QVERIFY(std::is_sorted(projects.begin(), projects.end(),
                           [](const QString &a, const QString &b) { return a.compare(b) < 0; }));
    QCOMPARE(
        table()
            ->model()
            ->headerData(static_cast<int>(Column::Project), Qt::Horizontal, Qt::AccessibleTextRole)
            .toString(),
        u"Project, ascending"_s);
}

void FindingsViewTest::keepsTheSelectionThroughACheck()
{
    serve(World::troubled());
    check();
    QTRY_VERIFY(table());
    const int last = table()->model()->rowCount() - 1;
    table()->selectRow(last);
    table()->scrollToBottom();
    const QString finding = text(last, Column::Finding);
    QVERIFY(click(m_window, u"Check exports"_s));
    QTRY_COMPARE(session().exportCheck().state(), ExportCheck::State::Checked);
    QTRY_VERIFY(status().contains(u"critical"_s));
    const QModelIndexList selected = table()->selectionModel()->selectedRows();
    QCOMPARE(selected.size(), 1);
    QCOMPARE(text(selected.constFirst().row(), Column::Finding), finding);
}

void FindingsViewTest::opensWhatAFindingIsAbout()
{
    serve(World::troubled());
    check();
    QTRY_VERIFY(table());
    const int row = rowOfFailure();
    QVERIFY(row >= 0);
    const insight::Finding finding =
        static_cast<models::FindingsModel *>(table()->model())->findingAt(row);
    table()->setFocus();
    table()->selectRow(row);
    QTest::keyClick(table(), Qt::Key_Return);
    QVERIFY(!session().inventory().isShown());
    QCOMPARE(session().pager().project(), finding.project);
    QTRY_VERIFY(session().inspector().bucket());
    QTRY_COMPARE(session().inspector().bucket()->id, *finding.bucket);
    QTRY_VERIFY(findByName<QTableView>(m_window, u"Export jobs"_s));
}

void FindingsViewTest::copiesWithTheTimeInFull()
{
    serve(World::troubled());
    check();
    QTRY_VERIFY(table());
    table()->setFocus();
    table()->selectRow(rowOfFailure());
    QTest::keyClick(table(), Qt::Key_C, Qt::ControlModifier);
    const QStringList cells = QGuiApplication::clipboard()->text().trimmed().split(u'\t');
    QCOMPARE(cells.size(), models::FindingsModel::ColumnCount);
    QVERIFY(QDateTime::fromString(cells[static_cast<int>(Column::Since)], u"yyyy-MM-dd HH:mm"_s)
                .isValid());
}

void FindingsViewTest::offersAMenu()
{
    serve(World::troubled());
    check();
    QTRY_VERIFY(table());
    table()->selectRow(rowOfFailure());
    Q_EMIT table()->customContextMenuRequested(
        table()->visualRect(table()->currentIndex()).center());
    auto *menu = qobject_cast<QMenu *>(QApplication::activePopupWidget());
    QVERIFY(menu);
    QStringList entries;
    for (const QAction *action : menu->actions())
        entries += action->text();
    QCOMPARE(entries.first(3), (QStringList{u"Open export bucket"_s, u"Copy"_s, u"Accept…"_s}));
    menu->close();
}

void FindingsViewTest::leadsFromTheOverviewToASeverity()
{
    serve(World::troubled());
    m_window->findChild<ui::BucketViews *>()->goTo(ui::BucketViews::View::Overview);
    QTRY_COMPARE(labelText(u"Result of the check"_s), u"Not checked yet"_s);
    session().exportCheck().start();
    QTRY_COMPARE(session().exportCheck().state(), ExportCheck::State::Checked);
    QVERIFY(labelText(u"Result of the check"_s).isEmpty());
    QTRY_VERIFY(status().contains(u"critical"_s));
    QVERIFY(click(m_window, u"Warnings only"_s));
    QCOMPARE(findByName<QTabBar>(m_window, u"Views"_s)->currentIndex(),
             static_cast<int>(ui::BucketViews::View::Findings));
    QVERIFY(table());
    QCOMPARE(texts(Column::Severity).count(u"Warning"_s), table()->model()->rowCount());
}

/// With what to do about it, to be copied; no row moves for that.
void FindingsViewTest::tellsAFindingInFull()
{
    serve(World::troubled());
    m_window->resize(1366, 768);
    check();
    QTRY_VERIFY(table());
    const auto *detail = m_window->findChild<ui::FindingDetail *>();
    QVERIFY(detail && detail->isVisible());
    const int height = detail->height();
    for (int row = 0; row < table()->model()->rowCount(); ++row) {
        table()->selectRow(row);
        const QLabel *message = findLabel(m_window, u"Selected finding"_s);
        const QLabel *nextStep = findLabel(m_window, u"Next step"_s);
        QVERIFY(message && nextStep);
        QVERIFY(!message->text().isEmpty());
        QVERIFY(text(row, Column::Finding).endsWith(message->text()));
        QCOMPARE(nextStep->text(), text(row, Column::NextStep));
        QCoreApplication::processEvents();
        for (const QLabel *label : {message, nextStep})
            QVERIFY(label->heightForWidth(label->width()) <= label->height());
        QCOMPARE(detail->height(), height);
    }
    QLabel *nextStep = findLabel(m_window, u"Next step"_s);
    QTest::keyClick(nextStep, Qt::Key_C, Qt::ControlModifier);
    QCOMPARE(QApplication::clipboard()->text(), nextStep->text());
}

int FindingsViewTest::failedExports() const
{
    const models::BucketTableModel &buckets = session().shownTable();
    int count = 0;
    for (int row = 0; row < buckets.rowCount(); ++row) {
        const auto column = static_cast<int>(models::BucketTableModel::Column::LastExport);
        count += buckets.index(row, column).data().toString().startsWith(u'✕') ? 1 : 0;
    }
    return count;
}

void FindingsViewTest::leadsFromTheOverviewToFailedExports()
{
    serve(World::troubled());
    auto *views = m_window->findChild<ui::BucketViews *>();
    views->goTo(ui::BucketViews::View::Overview);
    const auto bars = [this] {
        return findByName<QListView>(m_window, u"Last export"_s);
    };
    QTRY_VERIFY(bars() && bars()->model()->rowCount() == 1);
    const auto label = [&bars](int row) {
        return bars()->model()->index(row, 0).data().toString();
    };
    QCOMPARE(label(0), u"Not loaded"_s);
    session().exportCheck().start();
    QTRY_COMPARE(session().exportCheck().state(), ExportCheck::State::Checked);
    QTRY_COMPARE(label(0), u"✕ Failed"_s);
    const QPersistentModelIndex failed = bars()->model()->index(0, 0);
    // It counts once more a moment after the last answers.
    QTRY_COMPARE(failed.data(models::CountTextRole).toInt(), failedExports());
    bars()->setCurrentIndex(bars()->model()->index(0, 0));
    QTest::keyClick(bars(), Qt::Key_Return);
    QCOMPARE(views->shownView(), ui::BucketViews::View::Buckets);
    QCOMPARE(findByName<QLineEdit>(m_window, u"Filter buckets"_s)->text(), u"export:failed"_s);
    const auto *rows = findByName<QTableView>(m_window, u"Export buckets"_s);
    QTRY_COMPARE(rows->model()->rowCount(), failed.data(models::CountTextRole).toInt());
}

/// Once in each. So is what could not be loaded: among the findings, it is a finding.
void FindingsViewTest::showsTheStatusInEveryView()
{
    serve(World::troubled());
    auto *views = findByName<QTabBar>(m_window, u"Views"_s);
    for (const bool isChecked : {false, true}) {
        for (int view = 0; view < views->count(); ++view) {
            views->setCurrentIndex(view);
            QCoreApplication::processEvents();
            const bool areFindings = view == static_cast<int>(ui::BucketViews::View::Findings);
            const auto labels = m_window->findChildren<QLabel *>();
            const auto shown = std::count_if(labels.begin(), labels.end(), [](const QLabel *label) {
                return label->isVisible() && label->accessibleDescription() == u"Check status"_s;
            });
            QCOMPARE(shown, areFindings && !isChecked ? 0 : 1);
            QCOMPARE(status().contains(u"critical"_s), isChecked);
            QCOMPARE(says(u"could not be loaded."_s), !areFindings || !isChecked);
            const auto buttons = m_window->findChildren<QPushButton *>();
            const auto start =
                std::count_if(buttons.begin(), buttons.end(), [](const QPushButton *button) {
                    return button->isVisible() && button->text() == u"Check exports"_s
                        && button->toolTip().contains(u"request"_s);
                });
            QCOMPARE(start, shown);
        }
        if (!isChecked)
            check();
    }
}

void FindingsViewTest::leadsBackToTheFinding()
{
    serve(World::troubled());
    check();
    QTRY_VERIFY(table());
    const int row = rowOfFailure();
    table()->setFocus();
    table()->selectRow(row);
    QTest::keyClick(table(), Qt::Key_Return);
    QTRY_VERIFY(session().inspector().bucket());
    QTest::keyClick(m_window, Qt::Key_Left, Qt::AltModifier);
    QVERIFY(session().inventory().isShown());
    QTRY_VERIFY(table() && table()->hasFocus());
    QCOMPARE(table()->currentIndex().row(), row);

    // Only where one came from there.
    m_window->openProject(*session().pager().project());
    QTRY_VERIFY(!session().isBusy());
    QTest::keyClick(m_window, Qt::Key_Left, Qt::AltModifier);
    QVERIFY(!session().inventory().isShown());
}

QTEST_MAIN(FindingsViewTest)
#include "tst_findingsview.moc"
