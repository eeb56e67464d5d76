// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/look/colors.h"

#include <QObject>

namespace ui {

/// What the desktop asks of its programs, and when that changes: light or dark, more contrast, less
/// motion. How it is asked depends on Qt, which knows more of it with each version; before, the
/// desktop's settings portal is asked, where there is one.
class SystemWishes : public QObject
{
    Q_OBJECT

public:
    /// `atStart` counts until the desktop has been asked.
    explicit SystemWishes(theme::Tone atStart, QObject *parent = nullptr);

    /// More contrast comes before light and dark.
    theme::Tone tone() const;
    bool wantsStillness() const { return m_wantsStillness; }
    /// Asks the desktop, and follows it from then on.
    void follow();

Q_SIGNALS:
    void changed();

private:
    // Each in places of its own.
    void followScheme();
    void followContrast();
    void followMotion();

    void setScheme(theme::Tone scheme);
    void setWantsContrast(bool wants);
    void setWantsStillness(bool wants);

    theme::Tone m_scheme;
    bool m_wantsContrast = false;
    bool m_wantsStillness = false;
};

} // namespace ui
