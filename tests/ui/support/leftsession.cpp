// SPDX-License-Identifier: Apache-2.0
// Signs in as one account, leaves it as the program does when another profile is opened, signs in
// as the other, says so, and stays until its input ends. Reads a server's address and two secrets
// from its input, a line each: what a process is started with would stay in its memory.
#include "session/session.h"
#include "tests/support/testaccount.h"
#include "ui/parts/signouts.h"

#include <QCoreApplication>
#include <QSocketNotifier>
#include <QThreadPool>

#include <array>
#include <cstdio>
#include <functional>
#include <memory>

#include <unistd.h>

namespace {

/// Unbuffered: nothing of it stays in a buffer.
QByteArray readLine()
{
    QByteArray line;
    line.reserve(256);
    for (char c = 0; ::read(STDIN_FILENO, &c, 1) == 1 && c != '\n';)
        line.append(c);
    return line;
}

/// Runs `then` once, when all that was asked for has come.
Session *signIn(const QUrl &server, const accounts::Secret &secret,
                const std::function<void()> &then)
{
    auto *session = new Session(testsupport::sessionSettings(
        server, {accounts::Authentication::ServiceAccount, QStringLiteral("account"), secret}));
    auto *once = new QObject(session);
    QObject::connect(session, &Session::busyChanged, once, [session, once, then] {
        if (session->isBusy())
            return;
        QObject::disconnect(session, nullptr, once, nullptr);
        then();
    });
    session->projects().refresh();
    return session;
}

} // namespace

int main(int argc, char **argv)
{
    const QCoreApplication application(argc, argv);
    const QUrl server(QString::fromUtf8(readLine()));
    std::array<accounts::Secret, 2> secrets;
    for (accounts::Secret &secret : secrets) {
        QByteArray line = readLine();
        secret = accounts::Secret::fromUtf8(line);
        accounts::wipe(line);
    }
    ui::SignOuts leaving;
    Session *first = nullptr;
    std::unique_ptr<Session> second;
    QObject::connect(&leaving, &ui::SignOuts::emptied, &leaving, [&] {
        // What the connections have left is cleared away beside us.
        QThreadPool::globalInstance()->waitForDone();
        QMetaObject::invokeMethod(
            &leaving,
            [&] {
                second.reset(signIn(server, secrets[1], [] {
                    std::puts("ready");
                    std::fflush(stdout);
                }));
            },
            Qt::QueuedConnection);
    });
    first = signIn(server, secrets[0], [&] {
        secrets[0] = {};
        leaving.add(first);
    });
    const QSocketNotifier input(STDIN_FILENO, QSocketNotifier::Read);
    QObject::connect(&input, &QSocketNotifier::activated, &application,
                     [] { QCoreApplication::quit(); });
    return QCoreApplication::exec();
}
