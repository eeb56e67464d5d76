// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "hostilewindow.h"

#include <memory>

namespace hostile {

/// What the tables of hostile answers have in common: one window, brought back to the good page
/// before each case, by Refresh and not by a restart.
class HostileTest : public QObject
{
    Q_OBJECT

public:
    HostileTest();
    ~HostileTest() override;

protected:
    static void addColumns();
    /// A case that must fail. `says` is a regular expression for `status|reason|detail`.
    static void fails(const char *name, const Script &script, const QString &says,
                      std::chrono::milliseconds deadline = LongDeadline);
    /// A case that must fail when the next page is asked for, and nothing else.
    static void failsToTurn(const char *name, const Script &script, const QString &says);
    /// A case that must show a page with these names.
    static void shows(const char *name, const Script &script,
                      const QStringList &names = HostileWindow::goodNames());
    /// A case that must either show the good page or fail as fails() says: Qt's versions differ.
    static void showsOrFails(const char *name, const Script &script, const QString &says);
    /// A case that must show a page with these names alone, and say what was left out of it.
    static void leavesOut(const char *name, const Script &script, const QString &says,
                          const QStringList &names);

    /// Runs the case of the row under way.
    void runCase();
    HostileWindow &hostile() { return *m_window; }

private Q_SLOTS:
    void initTestCase();
    void init();
    void cleanupTestCase();

private:
    void checkFailure(const QString &says);
    void checkShown(const QStringList &names);
    void checkLeftOut(const QString &says, const QStringList &names);

    std::unique_ptr<HostileWindow> m_window;
};

} // namespace hostile
