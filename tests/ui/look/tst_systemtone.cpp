// SPDX-License-Identifier: Apache-2.0
#include "tests/ui/support/fakeportal.h"
#include "ui/desktop/appearance.h"
#include "ui/look/theme.h"

#include <QApplication>
#include <QTest>

using namespace Qt::Literals::StringLiterals;
using testsupport::FakePortal;
using ui::theme::Tone;

/// The theme "System" follows the desktop, from the start on and while the program runs.
class SystemToneTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void followsTheDesktop();
    void staysAsChosen();
    void staysWithoutAPortal();

private:
    static Tone tone() { return ui::theme::toneOf(QApplication::palette()); }
};

void SystemToneTest::followsTheDesktop()
{
    constexpr uint NoWish = 0;
    constexpr uint Dark = 1;
    constexpr uint Light = 2;
    QApplication::setPalette(ui::theme::palette(Tone::Light));
    FakePortal portal;
    const auto setScheme = [&portal](uint scheme) {
        portal.setAppearance(u"color-scheme"_s, scheme);
    };
    setScheme(Dark);
    ui::Appearance appearance(*qApp);
    appearance.choose(accounts::Theme::System);
    QTRY_COMPARE(tone(), Tone::Light);
    appearance.followDesktop();
    QTRY_COMPARE(tone(), Tone::Dark);
    // Until the bus has told who the portal is, its signals pass by: it says so until it is heard.
    QTRY_VERIFY((setScheme(Light), tone() == Tone::Light));
    setScheme(Dark);
    QTRY_COMPARE(tone(), Tone::Dark);
    setScheme(NoWish);
    setScheme(Light);
    QTRY_COMPARE(tone(), Tone::Light);
}

void SystemToneTest::staysAsChosen()
{
    QApplication::setPalette(ui::theme::palette(Tone::Light));
    FakePortal portal;
    portal.setAppearance(u"color-scheme"_s, 1);
    ui::Appearance appearance(*qApp);
    appearance.followDesktop();
    appearance.choose(accounts::Theme::System);
    QTRY_COMPARE(tone(), Tone::Dark);
    appearance.choose(accounts::Theme::Light);
    QTRY_COMPARE(tone(), Tone::Light);
    // What the desktop has become since then counts once it is asked for again.
    appearance.choose(accounts::Theme::System);
    QTRY_COMPARE(tone(), Tone::Dark);
}

void SystemToneTest::staysWithoutAPortal()
{
    QApplication::setPalette(ui::theme::palette(Tone::Dark));
    ui::Appearance appearance(*qApp);
    appearance.choose(accounts::Theme::System);
    appearance.followDesktop();
    QTRY_COMPARE(tone(), Tone::Dark);
}

QTEST_MAIN(SystemToneTest)
#include "tst_systemtone.moc"
