// SPDX-License-Identifier: Apache-2.0
// The program's window, with the account in the environment. For each line on standard input, it
// clicks `Next page` and says how many milliseconds it took until the rows were painted.
#include "tests/bench/programs/nextclick.h"
#include "tests/bench/programs/stdinlines.h"
#include "tests/ui/support/programfixture.h"

#include <QApplication>
#include <QProcessEnvironment>

int main(int argc, char *argv[])
{
    const QApplication application(argc, argv);
    const auto reading = accounts::readEnvironment(QProcessEnvironment::systemEnvironment());
    const auto account = reading ? reading->account : std::nullopt;
    if (!account || !account->profile.defaultProject)
        return EXIT_FAILURE;
    testsupport::ProgramFixture fixture;
    fixture.useEnvironment(account->profile.baseUrl.url(), account->credential);
    fixture.commandLine().project = account->profile.defaultProject;
    if (!fixture.start())
        return EXIT_FAILURE;
    NextClick next(fixture);
    const StdinLines lines([&next](const QByteArray &) { next.request(); });
    return QApplication::exec();
}
