// SPDX-License-Identifier: Apache-2.0
#include "accounts/atlascliimport.h"
#include "accounts/secretstore.h"
#include "net/systemproxies.h"
#include "ui/commandline.h"
#include "ui/coredumps.h"
#include "ui/fontconfiguration.h"
#include "ui/languages.h"
#include "ui/program.h"
#include "ui/programend.h"

#include <QApplication>
#include <QProcessEnvironment>
#include <QScopeGuard>

#include <cstdio>
#include <utility>

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr int BadArguments = 2;

QStringList argumentsOf(int argc, char **argv)
{
    QStringList arguments;
    for (int i = 0; i < argc; ++i)
        arguments.append(QString::fromLocal8Bit(argv[i]));
    return arguments;
}

void print(std::FILE *stream, const QString &text)
{
    std::fputs(text.toLocal8Bit().constData(), stream);
    std::fputc('\n', stream);
}

int refuse(const QString &problem)
{
    print(stderr, u"bucketscope: "_s + problem.simplified());
    return BadArguments;
}

/// Answers what needs no window, in the user's language. Needs no display.
int answerOnTerminal(int &argc, char **argv)
{
    const QStringList arguments = argumentsOf(argc, argv);
    const QCoreApplication application(argc, argv);
    ui::Languages languages;
    languages.speak(accounts::Language::System);
    const auto line = ui::parseCommandLine(arguments);
    if (!line)
        return refuse(line.error());
    print(stdout,
          line->wantsVersion ? u"Bucketscope "_s + QCoreApplication::applicationVersion()
                             : ui::commandLineHelp());
    return 0;
}

int showWindow(int &argc, char **argv, const ui::CommandLine &line)
{
    ui::FontConfiguration fonts;
    QApplication application(argc, argv);
    // Its end frees what is being read.
    const auto readToTheEnd = qScopeGuard([&fonts] { fonts.wait(); });
    QApplication::setQuitOnLastWindowClosed(false);
    QApplication::setDesktopFileName(u"io.github.bucketscope.Bucketscope"_s);
    net::SystemProxies::useForAll();

    auto environment = accounts::environmentAccount(QProcessEnvironment::systemEnvironment());
    if (!environment && !line.profile)
        return refuse(environment.error());
    // Outlives the program.
    ui::ProgramEnd end;
    const QString settingsPath = accounts::SettingsFile::defaultPath();
    ui::Program program({line,
                         settingsPath,
                         [settingsPath](accounts::SecretStorage storage) {
                             return accounts::makeSecretStore(storage, settingsPath);
                         },
                         environment ? std::move(*environment) : std::nullopt,
                         accounts::atlasCliConfigPath(),
                         {}});
    end.watch(program);
    fonts.wait();
    const auto started = program.run();
    if (!started)
        return refuse(started.error());
    return QApplication::exec();
}

} // namespace

int main(int argc, char **argv)
{
    ui::forbidCoreDumps();
    QCoreApplication::setApplicationName(u"bucketscope"_s);
    QCoreApplication::setApplicationVersion(QStringLiteral(BUCKETSCOPE_VERSION));
    const auto line = ui::parseCommandLine(argumentsOf(argc, argv));
    if (!line || line->wantsVersion || line->wantsHelp)
        return answerOnTerminal(argc, argv);
    return showWindow(argc, argv, *line);
}
