// SPDX-License-Identifier: Apache-2.0
#include "accounts/profiles/environmentsecrets.h"
#include "base/process/coredumps.h"
#include "base/process/standardstreams.h"
#include "headless/commandhelp.h"
#include "headless/program.h"
#include "insight/history/historystore.h"
#include "net/proxy/systemproxies.h"
#include "startup/answer.h"
#include "startup/options.h"
#include "startup/surroundings.h"

#include <QCoreApplication>
#include <QProcessEnvironment>
#include <QThreadPool>

#include <chrono>
#include <cstdlib>

using namespace Qt::Literals::StringLiterals;
using namespace std::chrono_literals;

namespace {

/// How long connections may take to close. A server that feeds one without an end can hold its
/// thread, which Qt would wait for.
constexpr auto PatienceWithConnections = 200ms;

int refuse(const QString &problem)
{
    headless::printLine(problem);
    return static_cast<int>(headless::ExitCode::BadArguments);
}

int answer(const QString &text)
{
    const auto problem = startup::printAnswer(text);
    return problem ? refuse(*problem) : EXIT_SUCCESS;
}

/// What is asked of the program as a whole; nothing if it is to do something.
std::optional<int> answerAboutItself(const QStringList &arguments)
{
    const startup::OptionNames names;
    const QString first = arguments.value(1);
    if (first == u"--"_s + names.version)
        return answer(u"Bucketscope "_s + QCoreApplication::applicationVersion() + u'\n');
    if (first == u"--"_s + names.help || first == "-h"_L1)
        return answer(headless::helpOfAll());
    return std::nullopt;
}

/// How the run ended.
int run(const headless::Command &command, const startup::Surroundings &surroundings,
        startup::Languages &languages)
{
    headless::Program program({command, accounts::SettingsFile::defaultPath(), surroundings.account,
                               surroundings.addressProblem, surroundings.notes,
                               insight::HistoryStore::defaultFolder()},
                              languages);
    // Queued: the loop may not have begun.
    QObject::connect(
        &program, &headless::Program::ended, qApp,
        [](int exitCode) { QCoreApplication::exit(exitCode); }, Qt::QueuedConnection);
    if (const auto started = program.run(); !started)
        return refuse(started.error());
    const int exitCode = QCoreApplication::exec();
    program.close();
    const auto patience = static_cast<int>(PatienceWithConnections.count());
    const bool allClosed = QThreadPool::globalInstance()->waitForDone(patience);
    program.endBySignal();
    if (!allClosed)
        std::_Exit(exitCode); // Nothing is left to be written.
    return exitCode;
}

} // namespace

int main(int argc, char **argv)
{
    base::fillClosedStreams();
    base::forbidCoreDumps();
    QCoreApplication::setApplicationName(u"bucketscope"_s);
    QCoreApplication::setApplicationVersion(QStringLiteral(BUCKETSCOPE_VERSION));
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    // Before there are threads, and programs that we start.
    accounts::clearCredentialVariables();
    const QCoreApplication application(argc, argv);
    const QStringList arguments = QCoreApplication::arguments();
    startup::Languages languages;
    languages.speak(headless::languageIn(arguments).value_or(accounts::Language::System));

    if (const auto exitCode = answerAboutItself(arguments))
        return *exitCode;
    const auto command = headless::parseCommand(arguments, QDateTime::currentDateTimeUtc());
    if (!command)
        return refuse(command.error());
    if (command->wantsHelp)
        return answer(headless::helpOf(command->verb));
    const auto surroundings = startup::readSurroundings(environment, command->profile);
    if (!surroundings)
        return refuse(surroundings.error());
    environment.clear();
    net::SystemProxies::useForAll(surroundings->proxies);
    return run(*command, *surroundings, languages);
}
