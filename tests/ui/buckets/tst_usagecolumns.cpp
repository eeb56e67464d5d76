// SPDX-License-Identifier: Apache-2.0
#include "models/exportjobmodel.h"
#include "session/session.h"
#include "tests/atlassim/program/simulator.h"
#include "tests/atlassim/world/sampleworld.h"
#include "tests/support/testaccount.h"
#include "tests/ui/support/programfixture.h"
#include "tests/ui/support/widgetfinder.h"
#include "ui/inspector/fieldvalue.h"
#include "ui/look/jobstrip.h"

#include <QGroupBox>
#include <QHeaderView>
#include <QImage>
#include <QPainter>
#include <QPlainTextEdit>
#include <QTabBar>
#include <QTableView>
#include <QTest>
#include <QToolButton>

using namespace Qt::Literals::StringLiterals;
using atlas::BucketField;
using atlassim::Simulator;
using buckets::JobTone;
using testsupport::findByName;

namespace sample = atlassim::sample;

namespace {

/// A strip of one job, in black and white.
QImage stripOf(JobTone tone)
{
    QImage image(40, 30, QImage::Format_ARGB32);
    image.fill(Qt::transparent);
    QPainter painter(&image);
    ui::paintJobStrip(painter, image.rect(), {tone}, QPalette());
    painter.end();
    return image.createAlphaMask();
}

} // namespace

/// The columns and tabs about use, as they stand in the window.
class UsageColumnsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();

    void standStillWhateverIsSelected();
    void readsRegionsAfterSorting();
    void countsNoLeftoverInTheTab();
    void tellsAllOfASelectedJob();
    void showsWhyASelectedJobFailed();
    void saysWhyADestinationCannotBeCopied();
    void tellsStripsApartWithoutColours();

private:
    void start(QLatin1StringView project);
    void select(int row);
    void chooseTab(int tab);
    QTableView *buckets() const { return findByName<QTableView>(m_window, u"Export buckets"_s); }
    QGroupBox *details() const { return findByName<QGroupBox>(m_window, u"Bucket details"_s); }
    QTableView *jobs() const { return findByName<QTableView>(details(), u"Export jobs"_s); }
    void selectJob(int row);
    QString cell(int row, BucketField column) const
    {
        return buckets()->model()->index(row, static_cast<int>(column)).data().toString();
    }
    QList<int> places() const;
    Session &session() { return m_fixture->session(); }

    std::unique_ptr<Simulator> m_simulator;
    std::unique_ptr<testsupport::ProgramFixture> m_fixture;
    ui::MainWindow *m_window = nullptr;
};

void UsageColumnsTest::init()
{
    m_simulator = std::make_unique<Simulator>(sample::world());
    QVERIFY(m_simulator->listen());
    m_fixture = std::make_unique<testsupport::ProgramFixture>();
}

void UsageColumnsTest::cleanup()
{
    m_fixture.reset();
    m_simulator.reset();
}

void UsageColumnsTest::start(QLatin1StringView project)
{
    m_fixture->commandLine().project = atlas::ProjectId::fromHex(QString(project));
    m_fixture->useEnvironment(m_simulator->baseUrl(), testsupport::serviceAccount());
    QVERIFY(m_fixture->start());
    m_window = m_fixture->window();
    QVERIFY(QTest::qWaitForWindowExposed(m_window));
    QTRY_VERIFY(m_fixture->hasSession());
    QTRY_VERIFY(!session().isBusy() && session().pager().project() && buckets());
}

void UsageColumnsTest::select(int row)
{
    const QRect area = buckets()->visualRect(buckets()->model()->index(row, 0));
    QTest::mouseClick(buckets()->viewport(), Qt::LeftButton, {}, area.center());
    QTRY_VERIFY(session().inspector().usage() && session().inspector().usage()->isKnown());
}

void UsageColumnsTest::chooseTab(int tab)
{
    details()->findChild<QTabBar *>()->setCurrentIndex(tab);
}

void UsageColumnsTest::selectJob(int row)
{
    QTest::mouseClick(jobs()->viewport(), Qt::LeftButton, {},
                      jobs()->visualRect(jobs()->model()->index(row, 0)).center());
}

/// Where each column that is shown begins; -1 of others.
QList<int> UsageColumnsTest::places() const
{
    QList<int> all;
    for (int column = 0; column < buckets()->model()->columnCount(); ++column)
        all.append(buckets()->isColumnHidden(column)
                       ? -1
                       : buckets()->horizontalHeader()->sectionPosition(column));
    return all;
}

void UsageColumnsTest::standStillWhateverIsSelected()
{
    start(sample::PaymentsProd);
    const QList<int> before = places();
    for (const BucketField column : {BucketField::UsedBy, BucketField::LastExport}) {
        QVERIFY(!buckets()->isColumnHidden(static_cast<int>(column)));
        QCOMPARE(cell(0, column), u"…"_s);
    }
    select(0);
    QTRY_COMPARE(cell(0, BucketField::UsedBy), u"3"_s);
    QCOMPARE(places(), before);
    buckets()->setCurrentIndex({});
    QTRY_VERIFY(!session().inspector().bucket());
    QCOMPARE(places(), before);
    QCOMPARE(cell(0, BucketField::UsedBy), u"3"_s);
    m_window->openProject(*atlas::ProjectId::fromHex(QString(sample::Search)));
    QTRY_VERIFY(!session().isBusy() && buckets());
    QCOMPARE(places(), before);
}

/// What comes into view when rows change places is looked at, too.
void UsageColumnsTest::readsRegionsAfterSorting()
{
    m_fixture->commandLine().itemsPerPage = atlas::ItemsPerPage::from(500);
    start(sample::DataWarehouse);
    const auto lacking = [this] {
        int count = 0;
        const QModelIndex first = buckets()->indexAt({1, 1});
        const QModelIndex last = buckets()->indexAt({1, buckets()->viewport()->height() - 1});
        for (int row = first.row(); row <= last.row(); ++row)
            count += cell(row, BucketField::Region) == u"Not loaded"_s
                    || cell(row, BucketField::Region) == u"…"_s
                ? 1
                : 0;
        return count;
    };
    QTRY_COMPARE(lacking(), 0);
    buckets()->sortByColumn(static_cast<int>(BucketField::Id), Qt::DescendingOrder);
    QTRY_VERIFY(lacking() > 0);
    QTRY_COMPARE(lacking(), 0);
}

void UsageColumnsTest::countsNoLeftoverInTheTab()
{
    start(sample::PaymentsProd);
    select(sample::LeftoverExportBucket);
    chooseTab(1);
    QCOMPARE(details()->findChild<QTabBar *>()->tabText(1), u"Used by"_s);
    const auto *users = findByName<QTableView>(details(), u"Used by"_s);
    QTRY_COMPARE(users->model()->rowCount(), 1);
    QCOMPARE(users->model()->index(0, 1).data().toString(), u"Off (still set)"_s);
}

void UsageColumnsTest::tellsAllOfASelectedJob()
{
    auto &clusters = m_simulator->world().project(QString(sample::PartnerIntegrations))->clusters;
    atlassim::ExportJob &newest = clusters[0].exportJobs.last();
    newest.components = {{u"66d1"_s, u"shard-0"_s}, {u"66d2"_s, u"shard-1"_s}};
    newest.customData = {{u"ticket"_s, u"OPS-1"_s}};
    start(sample::PartnerIntegrations);
    select(1);
    chooseTab(2);
    QTRY_VERIFY(jobs()->model()->rowCount() > 1);
    using Column = models::ExportJobModel::Column;
    const auto text = [this](Column column) {
        return jobs()->model()->index(0, static_cast<int>(column)).data().toString();
    };
    QCOMPARE(text(Column::JobId), newest.id);
    QCOMPARE(text(Column::SnapshotId), newest.snapshotId);
    const auto field = [this](const QString &name) {
        const auto *edit = findByName<ui::FieldValue>(details(), name);
        return edit && edit->isVisible() ? edit->text() : QString();
    };
    QCOMPARE(field(u"Components"_s), QString());
    selectJob(0);
    QTRY_COMPARE(field(u"Components"_s), u"shard-0 (66d1), shard-1 (66d2)"_s);
    QCOMPARE(field(u"Custom data"_s), u"ticket: OPS-1"_s);
    selectJob(1);
    QTRY_COMPARE(field(u"Components"_s), u"—"_s);
    QCOMPARE(field(u"Custom data"_s), u"—"_s);
}

/// In view, though its column is not.
void UsageColumnsTest::showsWhyASelectedJobFailed()
{
    start(sample::AnalyticsEu);
    select(1);
    chooseTab(2);
    QTRY_VERIFY(jobs()->model()->rowCount() > 2);
    const int column = static_cast<int>(models::ExportJobModel::Column::Reason);
    const auto reason = [this] {
        return findByName<QPlainTextEdit>(details(), u"Reason"_s);
    };
    QVERIFY(!reason());
    selectJob(0);
    QTRY_VERIFY(reason());
    const QString whole = jobs()->model()->index(0, column).data().toString();
    QVERIFY(whole.contains(u"s3:PutObject was denied"_s));
    QCOMPARE(reason()->toPlainText(), whole);
    QVERIFY(reason()->visibleRegion().boundingRect().width() > details()->width() * 3 / 4);
    int worked = 0;
    while (jobs()->model()->index(worked, column).data().toString() != u"—")
        ++worked;
    selectJob(worked);
    QTRY_COMPARE(reason()->toPlainText(), u"—"_s);
}

void UsageColumnsTest::saysWhyADestinationCannotBeCopied()
{
    auto &project = *m_simulator->world().project(QString(sample::PartnerIntegrations));
    atlassim::Bucket &bucket = project.buckets[1];
    bucket.cloudProvider = u"AZURE"_s;
    bucket.serviceUrl.reset();
    start(sample::PartnerIntegrations);
    select(1);
    chooseTab(2);
    const auto *copy = findByName<QToolButton>(details(), u"Copy destination"_s);
    QTRY_VERIFY(jobs()->model()->rowCount() > 0);
    QVERIFY(!copy->isEnabled());
    QVERIFY(copy->toolTip().startsWith(u"Select a job"_s));
    selectJob(0);
    QVERIFY(!copy->isEnabled());
    QVERIFY2(copy->toolTip().contains(u"no service URL"_s), qPrintable(copy->toolTip()));
    bucket.serviceUrl = u"https://acc.blob.core.windows.net/others"_s;
    QVERIFY(testsupport::click(m_window, u"Refresh"_s));
    QTRY_COMPARE(session().inspector().bucket()->text(atlas::BucketField::ServiceUrl),
                 bucket.serviceUrl);
    QTRY_VERIFY(session().inspector().usage()->isKnown() && jobs()->model()->rowCount() > 0);
    selectJob(0);
    QTRY_VERIFY(copy->isEnabled());
    QVERIFY2(copy->toolTip().contains(u"does not contain the container"_s),
             qPrintable(copy->toolTip()));
}

void UsageColumnsTest::tellsStripsApartWithoutColours()
{
    QVERIFY(stripOf(JobTone::Good) != stripOf(JobTone::Bad));
    QVERIFY(stripOf(JobTone::Good) != stripOf(JobTone::Pending));
    QVERIFY(stripOf(JobTone::Bad) != stripOf(JobTone::Pending));
}

QTEST_MAIN(UsageColumnsTest)
#include "tst_usagecolumns.moc"
