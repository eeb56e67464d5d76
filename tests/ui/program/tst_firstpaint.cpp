// SPDX-License-Identifier: Apache-2.0
#include "ui/program/firstpaint.h"

#include <QTest>
#include <QWidget>

#include <memory>

namespace {

class PaintedWidget : public QWidget
{
public:
    int paints = 0;

protected:
    void paintEvent(QPaintEvent *) override { ++paints; }
};

} // namespace

/// What waits until a window has been painted.
class FirstPaintTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void runsOnceAfterTheFirstPaint();
    void doesNotWaitForEverToBePainted();
    void runsNothingOnceItsParentIsGone();
};

void FirstPaintTest::runsOnceAfterTheFirstPaint()
{
    PaintedWidget window;
    QList<int> paintsBefore;
    window.show();
    new ui::FirstPaint(
        window, [&] { paintsBefore.append(window.paints); }, &window);
    QVERIFY(paintsBefore.isEmpty());
    QTRY_COMPARE(paintsBefore.size(), 1);
    QVERIFY(paintsBefore.constFirst() > 0);
    window.hide();
    window.show();
    QTRY_VERIFY(window.paints > paintsBefore.constFirst());
    QVERIFY(!window.findChild<ui::FirstPaint *>());
    QCOMPARE(paintsBefore.size(), 1);
}

void FirstPaintTest::doesNotWaitForEverToBePainted()
{
    PaintedWidget window;
    window.createWinId();
    int runs = 0;
    new ui::FirstPaint(
        window, [&] { ++runs; }, &window);
    QTRY_COMPARE(runs, 1);
    QCOMPARE(window.paints, 0);
}

void FirstPaintTest::runsNothingOnceItsParentIsGone()
{
    PaintedWidget window;
    auto parent = std::make_unique<QObject>();
    int runs = 0;
    window.show();
    new ui::FirstPaint(
        window, [&] { ++runs; }, parent.get());
    parent.reset();
    QTRY_VERIFY(window.paints > 0);
    QCoreApplication::processEvents();
    QCOMPARE(runs, 0);
}

QTEST_MAIN(FirstPaintTest)

#include "tst_firstpaint.moc"
