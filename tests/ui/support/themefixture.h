// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "accounts/settings/preferencevalues.h"
#include "programfixture.h"
#include "tests/atlassim/program/simulator.h"

#include <QImage>
#include <QPointer>

#include <functional>
#include <memory>

namespace testsupport {

/// A program that shows a scene in one theme after the other: started in it, or brought to it while
/// it runs.
class ThemeFixture
{
protected:
    ThemeFixture() = default;

    void setUp();
    void tearDown();

    /// Starts anew, with that project open, and waits until all is read.
    void start(accounts::Theme theme, const QString &project);
    void settle();
    ui::MainWindow *window() const { return m_fixture->window(); }
    Session &session() const { return m_fixture->session(); }

    /// `enter` starts anew in a theme and sets m_shown: what is drawn. Fails if that looks
    /// otherwise when the theme comes while it is shown: dark, light, high contrast, light.
    void compare(const std::function<void(accounts::Theme)> &enter);
    /// Brings the running program to that theme.
    void switchTo(accounts::Theme theme);

    std::unique_ptr<atlassim::Simulator> m_simulator;
    std::unique_ptr<ProgramFixture> m_fixture;
    QPointer<QWidget> m_shown;

private:
    QImage picture();
    void awaitRest(QImage &picture);
};

} // namespace testsupport
