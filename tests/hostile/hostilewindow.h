// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "rawserver.h"
#include "session/session.h"
#include "tests/ui/support/programfixture.h"

#include <QTableView>

namespace hostile {

/// How long a case may take that is not about slowness.
inline constexpr std::chrono::milliseconds LongDeadline{20'000};
/// What a case that is about slowness sets as deadline.
inline constexpr std::chrono::milliseconds ShortDeadline{400};

/// The real program in front of a RawServer, with the good page on screen.
class HostileWindow
{
public:
    /// Starts the program and waits for the good page.
    bool open();
    /// Starts the program as a service account, whose token call the test has answered already; the
    /// projects and the buckets are the good ones.
    bool openSignedOut();
    /// Makes the server good again and waits until the good page is back, with no problem listed.
    bool recover();

    RawServer &server() { return m_server; }
    bool hasSession() const { return m_fixture.hasSession(); }
    Session &session() const { return m_fixture.session(); }
    ui::MainWindow *window() const { return m_fixture.window(); }
    QTableView *table() const;
    QTableView *problems() const;

    /// Makes the server good again.
    void behave();
    /// The server's answer to the list of buckets from now on.
    void answerBuckets(const Script &script);
    void answerProjects(const Script &script);

    /// Clicks a button of the window and waits until nothing is being loaded. False if there is no
    /// such button, or it goes on for longer than the deadline and what a slow computer adds.
    bool pressAndWait(const QString &button, std::chrono::milliseconds deadline = LongDeadline);

    /// The texts in the table's column of names, as they are shown.
    QStringList shownNames() const;
    /// `status|reason|detail` of the only line in Problems; how many there are if not one.
    QString onlyProblem() const;
    /// What the notice above the table says; empty if there is none.
    QString notice() const;

    /// The texts of the good page's names.
    static QStringList goodNames();

private:
    bool startProgram(accounts::Authentication authentication);
    bool waitUntilIdle(std::chrono::milliseconds longest) const;

    RawServer m_server;
    testsupport::ProgramFixture m_fixture;
};

/// Whether the regular expression `pattern` fits `text` somewhere.
bool matches(const QString &pattern, const QString &text);

/// The prefix of the list of buckets' path.
QString bucketsPath();
/// The prefix of the list of projects' path.
QString projectsPath();

} // namespace hostile
