// SPDX-License-Identifier: Apache-2.0
// The program's window, with the account in the environment. On `open` it opens all projects, and
// says how many buckets there are. On `check` it checks their exports, and says what that took:
// milliseconds until the findings were there and painted; milliseconds of the processor; the
// longest time away from the event loop, and how much of that was work, both in milliseconds; MiB
// before, at most and after; how many projects were checked to their end, how many findings there
// are, and how many calls could be on their way at a time.
#include "tests/bench/programs/checkclick.h"
#include "tests/bench/programs/environmentwindow.h"
#include "tests/bench/programs/stdinlines.h"

#include <QApplication>

int main(int argc, char *argv[])
{
    const QApplication application(argc, argv);
    testsupport::ProgramFixture fixture;
    // They are the table's, and the check reads those that it needs by itself.
    fixture.setReadsRegions(false);
    if (!startWithEnvironment(fixture))
        return EXIT_FAILURE;
    CheckClick click(fixture);
    const StdinLines lines([&click](const QByteArray &line) { click.request(line); });
    return QApplication::exec();
}
