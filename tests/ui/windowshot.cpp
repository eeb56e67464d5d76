// SPDX-License-Identifier: Apache-2.0
// Usage: windowshot FILE.png [OPTION…]: shows the window with the options of bucketscope, waits
// for the first page and draws the window into the file.
#include "accounts/atlascliimport.h"
#include "accounts/secretstore.h"
#include "session/session.h"
#include "ui/commandline.h"
#include "ui/program.h"

#include <QApplication>
#include <QPixmap>
#include <QProcessEnvironment>
#include <QTemporaryDir>
#include <QTimer>

#include <cstdio>

namespace {

constexpr int Patience = 60'000;

int fail(const QString &problem)
{
    std::fprintf(stderr, "%s\n", qUtf8Printable(problem));
    return 2;
}

/// Draws when the page is there, or cannot be had.
void drawWhenLoaded(ui::Program &program, const QString &file)
{
    auto *session = program.session();
    if (!session)
        return;
    const auto draw = [&program, file] {
        QTimer::singleShot(0, &program, [&program, file] {
            program.window()->grab().save(file);
            QCoreApplication::quit();
        });
    };
    QObject::connect(&session->pager(), &browse::BucketPager::loaded, &program, draw);
    QObject::connect(&session->pager(), &browse::BucketPager::failed, &program, draw);
    QObject::connect(&session->projects(), &browse::ProjectListModel::failed, &program, draw);
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
    const auto environment = accounts::environmentAccount(QProcessEnvironment::systemEnvironment());
    if (!environment)
        return fail(environment.error());

    const QTemporaryDir settings;
    const QString settingsPath = settings.filePath(QStringLiteral("bucketscope.conf"));
    ui::Program program({*line,
                         settingsPath,
                         [settingsPath](accounts::SecretStorage storage) {
                             return accounts::makeSecretStore(storage, settingsPath);
                         },
                         *environment,
                         accounts::atlasCliConfigPath(),
                         {}});
    QObject::connect(&program, &ui::Program::sessionChanged, &program,
                     [&program, file] { drawWhenLoaded(program, file); });
    QTimer::singleShot(Patience, &application, [] { QCoreApplication::exit(1); });
    const auto started = program.run();
    return started ? QApplication::exec() : fail(started.error());
}
