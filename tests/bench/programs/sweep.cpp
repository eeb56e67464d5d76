// SPDX-License-Identifier: Apache-2.0
// The program's window, with the account in the environment. On `sweep` it opens all projects, and
// says what that took: milliseconds until all rows were there and painted; milliseconds of the
// processor; the longest time away from the event loop, and how much of that was work, both in
// milliseconds; the number of buckets. On `close` it opens the first project instead of them all.
// On `rest`, and after `close`, it says so when nothing has been going on for a moment.
#include "tests/bench/programs/environmentwindow.h"
#include "tests/bench/programs/stdinlines.h"
#include "tests/bench/programs/sweepclick.h"

#include <QApplication>

int main(int argc, char *argv[])
{
    const QApplication application(argc, argv);
    testsupport::ProgramFixture fixture;
    if (!startWithEnvironment(fixture))
        return EXIT_FAILURE;
    SweepClick sweep(fixture);
    const StdinLines lines([&sweep](const QByteArray &line) { sweep.request(line); });
    return QApplication::exec();
}
