// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/theme.h"

#include <QDBusMessage>
#include <QObject>

#include <functional>

namespace ui {

/// The desktop's settings, as its portal tells them over the session bus. Of Linux alone.
class SettingsPortal : public QObject
{
    Q_OBJECT

public:
    using Tell = std::function<void(theme::Tone)>;

    /// `tell` is called when the desktop's wish is known, and when it changes.
    SettingsPortal(Tell tell, QObject *parent);

private Q_SLOTS:
    /// `SettingChanged(s namespace, s key, v value)`.
    void noteChange(const QDBusMessage &message);

private:
    void note(const QVariant &value);

    Tell m_tell;
};

} // namespace ui
