// SPDX-License-Identifier: Apache-2.0
#include "ui/window/windowgeometry.h"

#include <QTest>

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr QSize NoFrame(0, 0);
constexpr QSize Frame(8, 28);
constexpr QRect Laptop(0, 0, 1366, 768);
constexpr QRect Desk(1366, 0, 1920, 1080);

} // namespace

/// Where the window opens, and how its room is shared at first.
class WindowGeometryTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void opensWithinItsScreen_data();
    void opensWithinItsScreen();
    void comesBackOntoAScreen_data();
    void comesBackOntoAScreen();
    void leavesRoomForTheFrame();
    void sharesItsRoom_data();
    void sharesItsRoom();
    void opensWhatHasRoom_data();
    void opensWhatHasRoom();
};

void WindowGeometryTest::opensWithinItsScreen_data()
{
    QTest::addColumn<QSize>("free");
    QTest::addColumn<QSize>("size");
    QTest::addColumn<bool>("fills");
    QTest::newRow("1024×700") << QSize(1024, 700) << QSize(1016, 672) << true;
    QTest::newRow("1366×768") << QSize(1366, 768) << QSize(1358, 740) << true;
    QTest::newRow("1440×900") << QSize(1440, 900) << QSize(1432, 872) << true;
    QTest::newRow("1920×1080 at 200%") << QSize(960, 540) << QSize(952, 512) << true;
    QTest::newRow("1920×1080") << QSize(1920, 1080) << QSize(1440, 900) << false;
    QTest::newRow("wide and low") << QSize(2560, 720) << QSize(1440, 692) << false;
    QTest::newRow("upright") << QSize(1080, 1920) << QSize(1072, 900) << false;
}

void WindowGeometryTest::opensWithinItsScreen()
{
    QFETCH(const QSize, free);
    QTEST(ui::firstSize(free, Frame), "size");
    QTEST(ui::fillsScreen(free), "fills");
}

void WindowGeometryTest::comesBackOntoAScreen_data()
{
    QTest::addColumn<QRect>("place");
    QTest::addColumn<QList<QRect>>("screens");
    QTest::addColumn<QRect>("pulled");
    const QList<QRect> both{Laptop, Desk};
    const QRect inside(100, 100, 1000, 600);
    QTest::newRow("inside") << inside << both << inside;
    QTest::newRow("no screen is known") << inside << QList<QRect>() << inside;
    QTest::newRow("screen is gone")
        << QRect(2000, 200, 1000, 600) << QList<QRect>{Laptop} << QRect(366, 168, 1000, 600);
    QTest::newRow("beyond the left edge")
        << QRect(-3000, -50, 1000, 600) << both << QRect(0, 0, 1000, 600);
    QTest::newRow("larger than the screen")
        << QRect(0, 0, 1440, 880) << QList<QRect>{Laptop} << Laptop;
    QTest::newRow("on the screen that has most of it")
        << QRect(1300, 400, 1000, 600) << both << QRect(1366, 400, 1000, 600);
    QTest::newRow("above a panel")
        << QRect(0, 700, 1000, 300) << QList<QRect>{QRect(0, 30, 1366, 700)}
        << QRect(0, 430, 1000, 300);
}

void WindowGeometryTest::comesBackOntoAScreen()
{
    QFETCH(const QRect, place);
    QFETCH(const QList<QRect>, screens);
    QTEST(ui::pulledOntoScreen(place, NoFrame, screens), "pulled");
}

void WindowGeometryTest::leavesRoomForTheFrame()
{
    QCOMPARE(ui::pulledOntoScreen({0, 0, 1440, 880}, Frame, {Laptop}), QRect(4, 24, 1358, 740));
}

void WindowGeometryTest::sharesItsRoom_data()
{
    QTest::addColumn<QSize>("size");
    QTest::addColumn<QList<int>>("widths");
    QTest::addColumn<int>("status");
    QTest::newRow("900×560") << QSize(900, 560) << QList<int>{150, 450, 300} << 96;
    QTest::newRow("1366×768") << QSize(1366, 768) << QList<int>{204, 753, 409} << 122;
    QTest::newRow("1440×900") << QSize(1440, 900) << QList<int>{215, 795, 430} << 140;
    QTest::newRow("1920×1080") << QSize(1920, 1080) << QList<int>{215, 1275, 430} << 140;
}

void WindowGeometryTest::sharesItsRoom()
{
    QFETCH(const QSize, size);
    const ui::PaneWidths widths = ui::firstPaneWidths(size.width());
    QTEST(QList<int>({widths.projects, widths.buckets, widths.details}), "widths");
    QTEST(ui::firstStatusHeight(size.height()), "status");
}

void WindowGeometryTest::opensWhatHasRoom_data()
{
    QTest::addColumn<int>("screen");
    QTest::addColumn<QList<bool>>("open");
    const QList<bool> none{false, false, false};
    const QList<bool> projects{true, false, false};
    const QList<bool> all{true, true, true};
    QTest::newRow("1920 at 200%") << 960 << none;
    QTest::newRow("1024") << 1024 << none;
    QTest::newRow("1099") << 1099 << none;
    QTest::newRow("1100") << 1100 << projects;
    QTest::newRow("1366") << 1366 << projects;
    QTest::newRow("1499") << 1499 << projects;
    QTest::newRow("1500") << 1500 << all;
    QTest::newRow("1920") << 1920 << all;
}

void WindowGeometryTest::opensWhatHasRoom()
{
    QFETCH(const int, screen);
    const ui::OpenPanes open = ui::firstOpenPanes(screen);
    QTEST(QList<bool>({open.projects, open.details, open.status}), "open");
}

QTEST_MAIN(WindowGeometryTest)
#include "tst_windowgeometry.moc"
