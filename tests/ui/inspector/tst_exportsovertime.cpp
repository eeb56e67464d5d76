// SPDX-License-Identifier: Apache-2.0
#include "inspectortest.h"
#include "models/exportcalendarmodel.h"
#include "tests/atlassim/world/backupmaker.h"
#include "tests/ui/support/widgetfinder.h"
#include "ui/calendar/daymarks.h"

#include <QApplication>
#include <QClipboard>
#include <QGroupBox>
#include <QHeaderView>
#include <QImage>
#include <QPainter>
#include <QTabBar>
#include <QTableView>
#include <QTest>
#include <QToolButton>

using namespace Qt::Literals::StringLiterals;
using buckets::DayMark;
using testsupport::click;
using testsupport::findByName;
using testsupport::findLabel;
using Calendar = models::ExportCalendarModel;

namespace sample = atlassim::sample;

namespace {

/// At which hour of the day jobs are made.
constexpr int Hour = 1;

QDateTime daysAgo(int days)
{
    const QDate day = QDateTime::currentDateTimeUtc().date().addDays(-days);
    return {day, {0, Hour}, QTimeZone::utc()};
}

/// A cluster of a project that exports daily to a bucket, beside those that are there. Its jobs of
/// `failed` days ago have failed, those of `missing` days ago were never made.
atlassim::Cluster dailyExporter(const atlassim::Project &project, const QString &name, int bucket,
                                const QList<int> &failed, const QList<int> &missing)
{
    atlassim::Cluster cluster = atlassim::newCluster(project, name);
    const QString where = project.buckets[bucket].id;
    cluster.schedule.autoExportEnabled = true;
    cluster.schedule.target = {where, atlassim::ExportFrequency::Daily};
    cluster.schedule.rules = {{atlassim::SnapshotFrequency::Daily}};
    for (int day = 400; day >= 1; --day) {
        if (missing.contains(day))
            continue;
        atlassim::ExportJob job = atlassim::newExportJob(project, cluster, where, daysAgo(day));
        if (failed.contains(day))
            job.fail(job.createdAt.addSecs(60), {u"EXPORT_FAILED"_s, u"Access Denied"_s});
        else
            job.succeed(job.createdAt.addSecs(60));
        cluster.exportJobs.append(job);
    }
    return cluster;
}

QString cell(const QTableView &table, int row, int column, int role = Qt::DisplayRole)
{
    return table.model()->index(row, column).data(role).toString();
}

/// A mark as it is painted, in black: without colours.
QImage shapeOf(DayMark mark, int size)
{
    QImage image(size, size, QImage::Format_RGB32);
    image.fill(Qt::white);
    QPainter painter(&image);
    ui::paintDayMark(painter, image.rect(), mark, QPalette());
    painter.end();
    for (int y = 0; y < size; ++y) {
        for (int x = 0; x < size; ++x)
            image.setPixelColor(x, y, image.pixelColor(x, y) == Qt::white ? Qt::white : Qt::black);
    }
    return image;
}

} // namespace

/// Exports over time: of one bucket beside its jobs, of all in the overview.
class ExportsOverTimeTest : public InspectorTest
{
    Q_OBJECT

private Q_SLOTS:
    void tellsMarksApartWithoutColors_data();
    void tellsMarksApartWithoutColors();
    void showsABucket();
    void showsTwelveMonthsInANarrowPane();
    void saysThatJobsTakeARole();
    void showsAllProjects();
    void copiesNumbers();

private:
    void open();
    QTableView *unfold();
    QTableView *openOverview();
};

void ExportsOverTimeTest::open()
{
    atlassim::Project &project = *simulator().world().project(QString(sample::PaymentsProd));
    project.clusters.append(dailyExporter(project, u"aurora-daily"_s, 0, {3, 4, 5}, {7, 8}));
    project.clusterCount = static_cast<int>(project.clusters.size());
    start(sample::PaymentsProd);
}

void ExportsOverTimeTest::tellsMarksApartWithoutColors_data()
{
    QTest::addColumn<int>("size");
    QTest::newRow("the smallest") << 4;
    QTest::newRow("the largest") << 6;
    QTest::newRow("of the legend") << 7;
}

void ExportsOverTimeTest::tellsMarksApartWithoutColors()
{
    QFETCH(int, size);
    QList<QImage> shapes;
    for (const DayMark mark :
         {DayMark::None, DayMark::Succeeded, DayMark::Pending, DayMark::Missed, DayMark::Failed}) {
        const QImage shape = shapeOf(mark, size);
        QVERIFY(!shapes.contains(shape));
        shapes.append(shape);
    }
}

QTableView *ExportsOverTimeTest::unfold()
{
    chooseTab(u"Export jobs"_s);
    return click(details(), u"Exports by month"_s)
        ? findByName<QTableView>(details(), u"Exports by month"_s)
        : nullptr;
}

void ExportsOverTimeTest::showsABucket()
{
    open();
    select(0);
    chooseTab(u"Export jobs"_s);
    QVERIFY(!findByName<QTableView>(details(), u"Exports by month"_s));
    const QTableView *table = unfold();
    QVERIFY(table);
    QVERIFY(table->isColumnHidden(Calendar::ProjectColumn));
    QTRY_VERIFY(table->model()->rowCount() > 2);
    QCOMPARE(cell(*table, 0, Calendar::ClusterColumn), u"All clusters"_s);
    // What failed comes first.
    QCOMPARE(cell(*table, 1, Calendar::ClusterColumn), u"aurora-daily"_s);
    const QString total = cell(*table, 1, Calendar::TotalColumn, Qt::AccessibleTextRole);
    QVERIFY2(total.endsWith(u"3 failed, 2 missed in 12 months"_s), qPrintable(total));
    QVERIFY(findByName<QTableView>(details(), u"Export jobs"_s));
    QVERIFY(findByName<QWidget>(details(), u"Marks"_s));
    select(1);
    QTRY_VERIFY(!findByName<QTableView>(details(), u"Exports by month"_s));
    QCOMPARE(findLabel(details(), u"Exports by month"_s)->text(),
             u"No exports in the last 12 months"_s);
    QVERIFY(click(details(), u"Exports by month"_s));
    QVERIFY(!findLabel(details(), u"Exports by month"_s));
}

/// Each month is seen without scrolling, and says its numbers in words.
void ExportsOverTimeTest::showsTwelveMonthsInANarrowPane()
{
    open();
    window()->resize(1366, 768);
    select(0);
    const QTableView *table = unfold();
    QVERIFY(table);
    QTRY_VERIFY(table->model()->rowCount() > 2);
    for (int column = Calendar::FirstMonthColumn; column < Calendar::TotalColumn; ++column) {
        const QRect place = table->visualRect(table->model()->index(1, column));
        QVERIFY(table->viewport()->rect().contains(place));
        QVERIFY(!cell(*table, 1, column, Qt::ToolTipRole).isEmpty());
        const ui::DayGrid grid = ui::DayGrid::fitting(place.width());
        QVERIFY(grid.size().width() <= place.width() && grid.size().height() < place.height());
    }
}

void ExportsOverTimeTest::saysThatJobsTakeARole()
{
    start(sample::PaymentsProd, testsupport::viewer());
    select(0);
    const QTableView *table = unfold();
    QVERIFY(table);
    QTRY_VERIFY(table->model()->rowCount() > 2);
    QCOMPARE(cell(*table, 0, Calendar::FirstMonthColumn), u"Not loaded"_s);
    QCOMPARE(cell(*table, 1, Calendar::TotalColumn), u"Not loaded"_s);
    QVERIFY(findLabel(details(), u"Not loaded"_s)->text().startsWith(u"The export jobs of "_s));
}

QTableView *ExportsOverTimeTest::openOverview()
{
    session().inventory().openAll();
    auto *views = findByName<QTabBar>(window(), u"Views"_s);
    for (int tab = 0; views && tab < views->count(); ++tab) {
        if (views->tabText(tab) == u"Overview"_s)
            views->setCurrentIndex(tab);
    }
    return findByName<QTableView>(window(), u"Exports by month"_s);
}

void ExportsOverTimeTest::showsAllProjects()
{
    open();
    session().inventory().openAll();
    QTRY_VERIFY(!session().isBusy());
    QVERIFY(!openOverview());
    const auto text = [this](const QString &description) {
        const QLabel *label = findLabel(window(), description);
        return label ? label->text() : QString();
    };
    QTRY_COMPARE(text(u"Exports by month"_s),
                 u"No exports have been loaded yet. Select Check exports to load them."_s);
    session().exportCheck().start();
    QTRY_COMPARE(session().exportCheck().state(), insight::ExportCheck::State::Checked);
    const auto table = [this] {
        return findByName<QTableView>(window(), u"Exports by month"_s);
    };
    QTRY_VERIFY(table() && table()->model()->rowCount() > 10);
    QVERIFY(!table()->isColumnHidden(Calendar::ProjectColumn));
    QCOMPARE(cell(*table(), 0, Calendar::ProjectColumn), u"All projects"_s);
    QTRY_VERIFY(text(u"Not loaded"_s).startsWith(u"The exports of "_s));
    table()->selectRow(0);
    table()->setFocus();
    QTest::keyClick(table(), Qt::Key_C, Qt::ControlModifier);
    QVERIFY(QGuiApplication::clipboard()->text().startsWith(u"All projects\tAll clusters\t"_s));
}

void ExportsOverTimeTest::copiesNumbers()
{
    open();
    select(0);
    QTableView *table = unfold();
    QVERIFY(table);
    QTRY_VERIFY(table->model()->rowCount() > 2);
    table->selectRow(1);
    table->setFocus();
    QTest::keyClick(table, Qt::Key_C, Qt::ControlModifier);
    const QStringList cells = QGuiApplication::clipboard()->text().trimmed().split(u'\t');
    QCOMPARE(cells.constFirst(), u"aurora-daily"_s);
    QVERIFY(cells.size() >= 13);
    QCOMPARE(cells[12], cell(*table, 1, Calendar::TotalColumn - 1));
}

QTEST_MAIN(ExportsOverTimeTest)
#include "tst_exportsovertime.moc"
