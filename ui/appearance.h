// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "accounts/preferencevalues.h"
#include "ui/systemtone.h"

class QApplication;

namespace ui {

/// Whether the program is light or dark: as the user wants it or, without a wish, as the desktop
/// is, also when that changes.
class Appearance : public QObject
{
    Q_OBJECT

public:
    /// Must be made before the application gets a palette of ours.
    explicit Appearance(QApplication &application, QObject *parent = nullptr);

    /// Wears this theme from now on.
    void choose(accounts::Theme theme);
    /// Follows the desktop from now on. Asks it what it is, which takes its time.
    void followDesktop() { m_system.follow(); }

private:
    void apply();

    QApplication &m_application;
    SystemTone m_system;
    accounts::Theme m_theme = accounts::Theme::System;
    std::optional<theme::Tone> m_applied;
};

} // namespace ui
