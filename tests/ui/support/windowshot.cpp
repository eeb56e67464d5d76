// SPDX-License-Identifier: Apache-2.0
// Usage: windowshot FILE.png [OPTION…]: shows the window with the options of bucketscope, waits
// until all that it shows has been read, and draws the window into the file.
#include "accounts/profiles/atlascliimport.h"
#include "accounts/secrets/secretstore.h"
#include "session/session.h"
#include "startup/surroundings.h"
#include "ui/program/commandline.h"
#include "ui/program/program.h"

#include <QApplication>
#include <QPixmap>
#include <QProcessEnvironment>
#include <QTemporaryDir>
#include <QTimer>

#include <cstdio>

namespace {

constexpr int Patience = 60'000;
/// Longer than a selection has to be still before it is looked into.
constexpr int Quiet = 700;

int fail(const QString &problem)
{
    std::fprintf(stderr, "%s\n", qUtf8Printable(problem));
    return 2;
}

/// Draws when nothing has been loaded for a moment: all that is read by itself is there then.
void drawWhenQuiet(ui::Program &program, const QString &file)
{
    auto *session = program.session();
    if (!session)
        return;
    auto *quiet = new QTimer(session);
    quiet->setSingleShot(true);
    quiet->setInterval(Quiet);
    QObject::connect(quiet, &QTimer::timeout, &program, [&program, session, file] {
        if (session->isBusy())
            return;
        program.window()->grab().save(file);
        QCoreApplication::quit();
    });
    const auto wait = [quiet] {
        quiet->start();
    };
    QObject::connect(&session->exchangeLog(), &QAbstractItemModel::rowsInserted, quiet, wait);
    QObject::connect(session, &Session::busyChanged, quiet, wait);
    wait();
}

} // namespace

int main(int argc, char **argv)
{
    QCoreApplication::setApplicationName(QStringLiteral("bucketscope"));
    QApplication application(argc, argv);
    QStringList arguments = QCoreApplication::arguments();
    if (arguments.size() < 2)
        return fail(QStringLiteral("Usage: windowshot FILE.png [OPTION…]"));
    const QString file = arguments.takeAt(1);
    const auto line = ui::parseCommandLine(arguments);
    if (!line)
        return fail(line.error());
    const auto surroundings =
        startup::readSurroundings(QProcessEnvironment::systemEnvironment(), line->profile);
    if (!surroundings)
        return fail(surroundings.error());
    net::SystemProxies::useForAll(surroundings->proxies);

    const QTemporaryDir settings;
    const QString settingsPath = settings.filePath(QStringLiteral("bucketscope.conf"));
    ui::Program program({*line,
                         settingsPath,
                         [settingsPath](accounts::SecretStorage storage) {
                             return accounts::makeSecretStore(storage, settingsPath);
                         },
                         surroundings->account,
                         accounts::atlasCliConfigPath(),
                         {},
                         surroundings->notes});
    QObject::connect(&program, &ui::Program::sessionChanged, &program,
                     [&program, file] { drawWhenQuiet(program, file); });
    QTimer::singleShot(Patience, &application, [] { QCoreApplication::exit(1); });
    const auto started = program.run();
    return started ? QApplication::exec() : fail(started.error());
}
