// SPDX-License-Identifier: Apache-2.0
#include "ui/settingsportal.h"
#include "ui/systemtone.h"

#include <QDBusConnection>
#include <QDBusPendingCallWatcher>
#include <QDBusPendingReply>
#include <QDBusVariant>

#include <utility>

using namespace Qt::Literals::StringLiterals;

namespace ui {

namespace {

const auto Portal = u"org.freedesktop.portal.Desktop"_s;
const auto PortalPath = u"/org/freedesktop/portal/desktop"_s;
const auto Settings = u"org.freedesktop.portal.Settings"_s;
const auto AppearanceGroup = u"org.freedesktop.appearance"_s;
const auto ColorScheme = u"color-scheme"_s;

/// What the portal answers (flatpak.github.io/xdg-desktop-portal, "Settings"); nothing if the
/// desktop has no wish. Older portals put a variant into the variant.
std::optional<theme::Tone> toneIn(const QVariant &value)
{
    if (value.metaType() == QMetaType::fromType<QDBusVariant>())
        return toneIn(value.value<QDBusVariant>().variant());
    switch (value.toUInt()) {
    case 1:
        return theme::Tone::Dark;
    case 2:
        return theme::Tone::Light;
    default:
        return std::nullopt;
    }
}

} // namespace

SettingsPortal::SettingsPortal(Tell tell, QObject *parent)
    : QObject(parent), m_tell(std::move(tell))
{
    QDBusConnection bus = QDBusConnection::sessionBus();
    bus.connect(Portal, PortalPath, Settings, u"SettingChanged"_s, this,
                SLOT(noteChange(QDBusMessage)));
    QDBusMessage question = QDBusMessage::createMethodCall(Portal, PortalPath, Settings, u"Read"_s);
    question.setArguments({AppearanceGroup, ColorScheme});
    question.setAutoStartService(false);
    auto *watcher = new QDBusPendingCallWatcher(bus.asyncCall(question), this);
    connect(watcher, &QDBusPendingCallWatcher::finished, this, [this, watcher] {
        const QDBusPendingReply<QDBusVariant> reply = *watcher;
        watcher->deleteLater();
        if (!reply.isError())
            note(reply.value().variant());
    });
}

void SettingsPortal::noteChange(const QDBusMessage &message)
{
    const QVariantList told = message.arguments();
    if (told.size() == 3 && told[0] == AppearanceGroup && told[1] == ColorScheme)
        note(told[2]);
}

void SettingsPortal::note(const QVariant &value)
{
    if (const auto tone = toneIn(value))
        m_tell(*tone);
}

void SystemTone::follow()
{
    new SettingsPortal([this](theme::Tone tone) { setTone(tone); }, this);
}

} // namespace ui
