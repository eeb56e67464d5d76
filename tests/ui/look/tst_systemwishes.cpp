// SPDX-License-Identifier: Apache-2.0
#include "tests/ui/support/fakeportal.h"
#include "ui/desktop/appearance.h"
#include "ui/look/appliedtheme.h"
#include "ui/look/theme.h"
#include "ui/parts/busyline.h"
#include "ui/window/accessibleparts.h"

#include <QAccessible>
#include <QApplication>
#include <QSignalSpy>
#include <QStyle>
#include <QTest>

using namespace Qt::Literals::StringLiterals;
using testsupport::FakePortal;
using ui::theme::Tone;

/// More contrast and less motion, as the desktop asks for them while the program runs.
class SystemWishesTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void wearsHighContrast();
    void staysAsChosen();
    void standsStill_data();
    void standsStill();
    void movesWhereNothingIsSaid();
    void showsAStillLine();

private:
    static Tone tone() { return ui::theme::toneOf(QApplication::palette()); }
    static bool isStill()
    {
        return QApplication::style()->styleHint(QStyle::SH_Widget_Animation_Duration) == 0;
    }
};

void SystemWishesTest::init()
{
    ui::theme::apply(*qApp, Tone::Light);
    ui::theme::setStill(false);
    QTRY_COMPARE(tone(), Tone::Light);
}

void SystemWishesTest::wearsHighContrast()
{
    FakePortal portal;
    portal.setAppearance(u"contrast"_s, 1);
    ui::Appearance appearance(*qApp);
    appearance.choose(accounts::Theme::System);
    appearance.followDesktop();
    QTRY_COMPARE(tone(), Tone::HighContrast);
    // Until the bus has told who the portal is, its signals pass by: it says so until it is heard.
    QTRY_VERIFY((portal.setAppearance(u"contrast"_s, 0), tone() == Tone::Light));
    portal.setAppearance(u"contrast"_s, 1);
    QTRY_COMPARE(tone(), Tone::HighContrast);
    // A level that is not known is no wish.
    portal.setAppearance(u"contrast"_s, 7);
    QTRY_COMPARE(tone(), Tone::Light);
}

void SystemWishesTest::staysAsChosen()
{
    FakePortal portal;
    portal.setAppearance(u"contrast"_s, 1);
    ui::Appearance appearance(*qApp);
    appearance.followDesktop();
    appearance.choose(accounts::Theme::System);
    QTRY_COMPARE(tone(), Tone::HighContrast);
    appearance.choose(accounts::Theme::Dark);
    QTRY_COMPARE(tone(), Tone::Dark);
    appearance.choose(accounts::Theme::HighContrast);
    QTRY_COMPARE(tone(), Tone::HighContrast);
    appearance.choose(accounts::Theme::Light);
    QTRY_COMPARE(tone(), Tone::Light);
}

void SystemWishesTest::standsStill_data()
{
    QTest::addColumn<QString>("group");
    QTest::addColumn<QString>("key");
    QTest::addColumn<QVariant>("still");
    QTest::addColumn<QVariant>("moving");
    QTest::newRow("common") << u"org.freedesktop.appearance"_s << u"reduced-motion"_s
                            << QVariant(1U) << QVariant(0U);
    QTest::newRow("GNOME") << u"org.gnome.desktop.interface"_s << u"enable-animations"_s
                           << QVariant(false) << QVariant(true);
}

void SystemWishesTest::standsStill()
{
    QFETCH(const QString, group);
    QFETCH(const QString, key);
    QFETCH(const QVariant, still);
    QFETCH(const QVariant, moving);
    FakePortal portal;
    portal.set(group, key, still);
    ui::Appearance appearance(*qApp);
    appearance.choose(accounts::Theme::Light);
    QVERIFY(!isStill());
    appearance.followDesktop();
    QTRY_VERIFY(isStill());
    QTRY_VERIFY((portal.set(group, key, moving), !isStill()));
    portal.set(group, key, still);
    QTRY_VERIFY(isStill());
}

void SystemWishesTest::movesWhereNothingIsSaid()
{
    FakePortal portal;
    portal.set(u"org.gnome.desktop.interface"_s, u"enable-animations"_s, u"yes"_s);
    portal.setAppearance(u"contrast"_s, 1);
    ui::Appearance appearance(*qApp);
    appearance.choose(accounts::Theme::System);
    appearance.followDesktop();
    QTRY_COMPARE(tone(), Tone::HighContrast);
    QVERIFY(!isStill());
}

void SystemWishesTest::showsAStillLine()
{
    ui::installAccessibleParts();
    ui::BusyLine line;
    line.resize(400, 2);
    line.show();
    QVERIFY(QTest::qWaitForWindowExposed(&line));
    const auto picture = [&line] {
        return line.grab().toImage();
    };
    const auto state = [&line] {
        return QAccessible::queryAccessibleInterface(&line)->state();
    };
    const QImage idle = picture();
    QVERIFY(!state().busy);
    line.setBusy(true);
    const QImage begun = picture();
    QTRY_VERIFY(picture() != begun);
    QVERIFY(state().busy);
    QCOMPARE(QAccessible::queryAccessibleInterface(&line)->text(QAccessible::Name), u"Loading"_s);

    ui::theme::setStill(true);
    const QColor color = ui::theme::accent(line.palette());
    QTRY_VERIFY(picture().pixelColor(0, 0) == color && picture().pixelColor(399, 1) == color);
    line.setBusy(false);
    QCOMPARE(picture(), idle);
    line.setBusy(true);
    QCOMPARE(picture().pixelColor(200, 0), color);
}

QTEST_MAIN(SystemWishesTest)
#include "tst_systemwishes.moc"
