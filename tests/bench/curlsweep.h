// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "tests/bench/simulator.h"

namespace bench {

/// How `curl` goes about it.
struct CurlManner
{
    /// As many as browsers have.
    int atATime{6};
    /// Goes on where Atlas refuses a call, and does not fail.
    bool bearsRefusals{false};
};

/// What reading all that was asked for took.
struct Sweep
{
    double wallMs{0};
    /// User and system time.
    double processorMs{0};
    qint64 bytes{0};
};

/// All projects' lists at 500 a page, and the list of projects, as a sweep of them has to ask.
QList<QUrl> sweepUrls(const Simulator &simulator);

/// Has `curl` fetch all of them, and throw them away. Throws if it fails.
Sweep curlSweep(const Simulator &simulator, const QList<QUrl> &urls, const CurlManner &manner = {});

} // namespace bench
