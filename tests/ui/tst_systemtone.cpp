// SPDX-License-Identifier: Apache-2.0
#include "ui/appearance.h"

#include <QApplication>
#include <QDBusConnection>
#include <QDBusMessage>
#include <QDBusVariant>
#include <QTest>

using namespace Qt::Literals::StringLiterals;
using ui::theme::Tone;

/// The desktop's settings, as its portal tells them.
class FakePortal : public QObject
{
    Q_OBJECT
    Q_CLASSINFO("D-Bus Interface", "org.freedesktop.portal.Settings")

public:
    explicit FakePortal(uint scheme)
        : m_bus(QDBusConnection::connectToBus(QDBusConnection::SessionBus, u"portal"_s)),
          m_scheme(scheme)
    {
        m_bus.registerObject(u"/org/freedesktop/portal/desktop"_s, this,
                             QDBusConnection::ExportAllSlots | QDBusConnection::ExportAllSignals);
        m_bus.registerService(u"org.freedesktop.portal.Desktop"_s);
    }

    ~FakePortal() override { QDBusConnection::disconnectFromBus(u"portal"_s); }

    void setScheme(uint scheme)
    {
        m_scheme = scheme;
        Q_EMIT SettingChanged(u"org.freedesktop.appearance"_s, u"color-scheme"_s,
                              QDBusVariant(m_scheme));
    }

public Q_SLOTS:
    /// The variant is in a variant, as with portals before version 2.
    QDBusVariant Read(const QString &group, const QString &key)
    {
        const bool isKnown = group == u"org.freedesktop.appearance" && key == u"color-scheme";
        return QDBusVariant(QVariant::fromValue(QDBusVariant(isKnown ? m_scheme : 0U)));
    }

Q_SIGNALS:
    void SettingChanged(const QString &group, const QString &key, const QDBusVariant &value);

private:
    QDBusConnection m_bus;
    uint m_scheme;
};

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
    FakePortal portal(Dark);
    ui::Appearance appearance(*qApp);
    appearance.choose(accounts::Theme::System);
    QTRY_COMPARE(tone(), Tone::Light);
    appearance.followDesktop();
    QTRY_COMPARE(tone(), Tone::Dark);
    // Until the bus has told who the portal is, its signals pass by: it says so until it is heard.
    QTRY_VERIFY((portal.setScheme(Light), tone() == Tone::Light));
    portal.setScheme(Dark);
    QTRY_COMPARE(tone(), Tone::Dark);
    portal.setScheme(NoWish);
    portal.setScheme(Light);
    QTRY_COMPARE(tone(), Tone::Light);
}

void SystemToneTest::staysAsChosen()
{
    QApplication::setPalette(ui::theme::palette(Tone::Light));
    FakePortal portal(1);
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
