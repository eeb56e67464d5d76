// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/theme.h"

#include <QObject>

#include <optional>

namespace ui {

/// Whether the desktop is light or dark, and when that changes. How it is asked depends on Qt:
/// since 6.5 Qt knows it, before it is asked of the desktop's settings portal, where there is one.
class SystemTone : public QObject
{
    Q_OBJECT

public:
    /// `atStart` counts until the desktop has been asked.
    explicit SystemTone(theme::Tone atStart, QObject *parent = nullptr);

    theme::Tone tone() const { return m_tone; }
    /// Asks the desktop, and follows it from then on.
    void follow();

Q_SIGNALS:
    void changed();

private:
    void setTone(theme::Tone tone);

    theme::Tone m_tone;
};

} // namespace ui
