// SPDX-License-Identifier: Apache-2.0
#include "accounts/profiles/atlascliimport.h"
#include "accounts/profiles/environmentsecrets.h"
#include "accounts/secrets/secretstore.h"
#include "base/process/coredumps.h"
#include "base/process/handover.h"
#include "base/process/standardstreams.h"
#include "insight/history/historystore.h"
#include "startup/answer.h"
#include "startup/languages.h"
#include "startup/surroundings.h"
#include "startup/verb.h"
#include "ui/desktop/fontconfiguration.h"
#include "ui/program/commandline.h"
#include "ui/program/firstpaint.h"
#include "ui/program/linkdoor.h"
#include "ui/program/program.h"
#include "ui/program/programend.h"
#include "ui/window/mainwindow.h"

#include <QApplication>
#include <QProcessEnvironment>
#include <QScopeGuard>

#include <cstdio>
#include <optional>

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr int BadArguments = 2;

/// Enough to see whether a window is wanted: QCoreApplication reads them better on Windows.
QStringList argumentsOf(int argc, char **argv)
{
    QStringList arguments;
    for (int i = 0; i < argc; ++i)
        arguments.append(QString::fromLocal8Bit(argv[i]));
    return arguments;
}

bool isForWindow(const tl::expected<ui::CommandLine, QString> &line)
{
    return line && !line->wantsVersion && !line->wantsHelp;
}

int refuse(const QString &problem)
{
    const QString line = u"bucketscope: "_s + problem.simplified() + u'\n';
    std::fputs(line.toLocal8Bit().constData(), stderr);
    return BadArguments;
}

/// Answers what needs no window, in the user's language. Needs no display. Nothing if the arguments
/// do ask for a window.
std::optional<int> answerOnTerminal(int &argc, char **argv)
{
    const QCoreApplication application(argc, argv);
    const QStringList arguments = QCoreApplication::arguments();
    startup::Languages languages;
    languages.speak(ui::languageIn(arguments).value_or(accounts::Language::System));
    const auto line = ui::parseCommandLine(arguments);
    if (!line)
        return refuse(line.error());
    if (isForWindow(line))
        return std::nullopt;
    const QString answer = line->wantsVersion
        ? QString(u"Bucketscope "_s + QCoreApplication::applicationVersion())
        : ui::commandLineHelp();
    const auto problem = startup::printAnswer(answer + u'\n');
    return problem ? refuse(*problem) : EXIT_SUCCESS;
}

/// Says what is wrong with the environment.
int refuseEnvironment(const QProcessEnvironment &environment, const ui::CommandLine &line)
{
    startup::Languages languages;
    languages.speak(line.language.value_or(accounts::Language::System));
    // Once more, for the texts.
    return refuse(startup::readSurroundings(environment, line.profile).error());
}

/// What needs no window is done by a program that knows of none.
int goOnWithoutWindow(int argc, char **argv)
{
    QString problem;
    const auto exitCode = base::handOverTo(u"bucketscope-cli"_s, argc, argv, problem);
    return exitCode ? *exitCode : refuse(problem);
}

/// Whether somebody is signed in to see it.
bool show(const ui::Program &program, const ui::Link &link)
{
    ui::MainWindow *window = program.window();
    if (!window || !program.session())
        return false;
    window->openProject(link.project, 1, link.bucket);
    window->comeForward();
    return true;
}

int showWindow(int &argc, char **argv)
{
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    // Before there are threads, and programs that we start.
    accounts::clearCredentialVariables();
    ui::FontConfiguration fonts;
    QApplication application(argc, argv);
    // Its end frees what is being read.
    const auto readToTheEnd = qScopeGuard([&fonts] { fonts.wait(); });
    const auto line = ui::parseCommandLine(QCoreApplication::arguments());
    if (!line)
        return refuse(line.error());
    const auto surroundings = startup::readSurroundings(environment, line->profile);
    if (!surroundings)
        return refuseEnvironment(environment, *line);
    environment.clear();
    QApplication::setQuitOnLastWindowClosed(false);
    QApplication::setDesktopFileName(u"io.github.bucketscope.Bucketscope"_s);
    net::SystemProxies::useForAll(surroundings->proxies);

    // Outlives the program.
    ui::ProgramEnd end;
    const QString settingsPath = accounts::SettingsFile::defaultPath();
    ui::Program program({*line,
                         settingsPath,
                         [settingsPath](accounts::SecretStorage storage) {
                             return accounts::makeSecretStore(storage, settingsPath);
                         },
                         surroundings->account,
                         accounts::atlasCliConfigPath(),
                         {},
                         surroundings->notes,
                         insight::HistoryStore::defaultFolder()});
    end.watch(program);
    fonts.wait();
    const auto started = program.run();
    if (!started)
        return refuse(started.error());
    ui::LinkDoor door([&program](const ui::Link &link) { return show(program, link); });
    new ui::FirstPaint(
        *program.window(), [&door] { door.open(); }, &door);
    return QApplication::exec();
}

} // namespace

int main(int argc, char **argv)
{
    base::fillClosedStreams();
    base::forbidCoreDumps();
    QCoreApplication::setApplicationName(u"bucketscope"_s);
    QCoreApplication::setApplicationVersion(QStringLiteral(BUCKETSCOPE_VERSION));
    const QStringList arguments = argumentsOf(argc, argv);
    if (startup::verbIn(arguments.value(1)))
        return goOnWithoutWindow(argc, argv);
    const auto line = ui::parseCommandLine(arguments);
    if (!isForWindow(line)) {
        if (const auto exitCode = answerOnTerminal(argc, argv))
            return *exitCode;
    } else if (line->onlyLink && ui::LinkDoor::handOver(*line->onlyLink)) {
        return EXIT_SUCCESS;
    }
    return showWindow(argc, argv);
}
