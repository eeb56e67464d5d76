// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "accounts/settings/preferencevalues.h"
#include "ui/desktop/systemwishes.h"

#include <optional>

class QApplication;

namespace ui {

/// Which colours the program wears: those that the user wants or, without a wish, the desktop's,
/// also when that changes. And whether anything moves: as the desktop wants it.
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
    SystemWishes m_system;
    accounts::Theme m_theme = accounts::Theme::System;
    std::optional<theme::Tone> m_applied;
};

} // namespace ui
