// SPDX-License-Identifier: Apache-2.0
#include "atlas/values/bucketfield.h"
#include "session/session.h"
#include "tests/atlassim/program/simulator.h"
#include "tests/atlassim/world/sampleworld.h"
#include "tests/support/testaccount.h"
#include "tests/ui/support/programfixture.h"
#include "tests/ui/support/widgetfinder.h"

#include <QHeaderView>
#include <QHelpEvent>
#include <QTableView>
#include <QTest>
#include <QToolTip>

using namespace Qt::Literals::StringLiterals;
using atlas::BucketField;
using atlassim::Simulator;
using testsupport::findByName;

namespace sample = atlassim::sample;

namespace {

constexpr auto NameColumn = static_cast<int>(BucketField::Name);

} // namespace

/// The widths and the order of the columns, and who changes them.
class ColumnWidthsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();

    void beginsWithWhatOneLooksFor();
    void givesNamesTheRoomThatIsLeft();
    void leavesAWidthThatWasChosen();
    void fitsAColumnByADoubleClick();
    void tellsATitleThatIsCut();

private:
    void start();
    QHeaderView *header() const { return table()->horizontalHeader(); }
    QTableView *table() const { return findByName<QTableView>(m_window, u"Export buckets"_s); }
    QString titleAt(int place) const;
    void dragEdge(int column, int by);
    QPoint edgeOf(int column) const;

    std::unique_ptr<Simulator> m_simulator;
    std::unique_ptr<testsupport::ProgramFixture> m_fixture;
    ui::MainWindow *m_window = nullptr;
};

void ColumnWidthsTest::init()
{
    m_simulator = std::make_unique<Simulator>(sample::world());
    QVERIFY(m_simulator->listen());
    m_fixture = std::make_unique<testsupport::ProgramFixture>();
    m_fixture->saveProfile(u"Production"_s, m_simulator->baseUrl(), testsupport::serviceAccount());
    m_fixture->commandLine().project = atlas::ProjectId::fromHex(QString(sample::PaymentsProd));
    start();
}

void ColumnWidthsTest::cleanup()
{
    m_fixture.reset();
    m_simulator.reset();
}

void ColumnWidthsTest::start()
{
    QVERIFY(m_fixture->start());
    m_window = m_fixture->window();
    QVERIFY(QTest::qWaitForWindowExposed(m_window));
    QTRY_VERIFY(m_fixture->hasSession());
    QTRY_VERIFY(!m_fixture->session().isBusy() && m_fixture->session().pager().project());
    QTRY_VERIFY(table());
}

QString ColumnWidthsTest::titleAt(int place) const
{
    const int column = header()->logicalIndex(place);
    return header()->model()->headerData(column, Qt::Horizontal).toString();
}

/// On the line between a column and the next.
QPoint ColumnWidthsTest::edgeOf(int column) const
{
    return {header()->sectionViewportPosition(column) + header()->sectionSize(column) - 1,
            header()->height() / 2};
}

void ColumnWidthsTest::dragEdge(int column, int by)
{
    const QPoint edge = edgeOf(column);
    QTest::mousePress(header()->viewport(), Qt::LeftButton, {}, edge);
    QTest::mouseMove(header()->viewport(), edge + QPoint(by, 0));
    QTest::mouseRelease(header()->viewport(), Qt::LeftButton, {}, edge + QPoint(by, 0));
}

void ColumnWidthsTest::beginsWithWhatOneLooksFor()
{
    QStringList titles;
    for (int place = 0; place < header()->count(); ++place)
        titles.append(titleAt(place));
    QCOMPARE(titles,
             QStringList({u"Name"_s, u"Project"_s, u"Provider"_s, u"Region"_s, u"Used by"_s,
                          u"Last export"_s, u"Registered"_s, u"ID"_s, u"Role ID"_s,
                          u"Private networking"_s, u"Service URL"_s, u"Tenant ID"_s}));
}

void ColumnWidthsTest::givesNamesTheRoomThatIsLeft()
{
    m_window->resize(1024, 700);
    const int narrow = table()->columnWidth(NameColumn);
    m_window->resize(1900, 1000);
    const int wide = table()->columnWidth(NameColumn);
    QVERIFY2(wide > narrow + 100, qPrintable(u"%1 %2"_s.arg(narrow).arg(wide)));
    for (const BucketField column : {BucketField::ServiceUrl, BucketField::TenantId,
                                     BucketField::RoleId, BucketField::PrivateNetworking})
        table()->setColumnHidden(static_cast<int>(column), true);
    m_window->resize(1910, 1000);
    QVERIFY(table()->columnWidth(NameColumn) > wide);
    m_window->resize(1024, 700);
    QCOMPARE(table()->columnWidth(NameColumn), narrow);
}

/// In the next run, too.
void ColumnWidthsTest::leavesAWidthThatWasChosen()
{
    const int before = table()->columnWidth(NameColumn);
    dragEdge(NameColumn, 37);
    QCOMPARE(table()->columnWidth(NameColumn), before + 37);
    m_window->resize(1800, 1000);
    QCOMPARE(table()->columnWidth(NameColumn), before + 37);
    header()->moveSection(header()->visualIndex(static_cast<int>(BucketField::Id)), 1);
    m_window->close();
    start();
    QCOMPARE(table()->columnWidth(NameColumn), before + 37);
    QCOMPARE(titleAt(1), u"ID"_s);
}

void ColumnWidthsTest::fitsAColumnByADoubleClick()
{
    const auto region = static_cast<int>(BucketField::Region);
    table()->setColumnWidth(region, 60);
    QTest::mouseDClick(header()->viewport(), Qt::LeftButton, {}, edgeOf(region));
    const int fitting = table()->columnWidth(region);
    QVERIFY(fitting > 60);
    table()->setColumnWidth(region, 300);
    QTest::mouseDClick(header()->viewport(), Qt::LeftButton, {}, edgeOf(region));
    QCOMPARE(table()->columnWidth(region), fitting);
}

void ColumnWidthsTest::tellsATitleThatIsCut()
{
    const auto used = static_cast<int>(BucketField::UsedBy);
    const auto tellsTitle = [this] {
        QToolTip::showText({}, u"-"_s);
        const QPoint place(header()->sectionViewportPosition(used) + 5, 5);
        QHelpEvent rest(QEvent::ToolTip, place, header()->viewport()->mapToGlobal(place));
        QCoreApplication::sendEvent(header()->viewport(), &rest);
        return QToolTip::text().contains(u"Used by"_s);
    };
    QVERIFY(!tellsTitle());
    table()->setColumnWidth(used, 50);
    QVERIFY(tellsTitle());
}

QTEST_MAIN(ColumnWidthsTest)
#include "tst_columnwidths.moc"
