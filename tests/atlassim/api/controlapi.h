// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "tests/atlassim/http/httpreply.h"
#include "tests/atlassim/http/httprequest.h"

namespace atlassim {

class Simulator;

/// `/_sim/`: the simulator's own switches, for tests that run it as a program.
/// Wants no credentials and serves loopback clients only.
///
///     GET    /_sim/requests   what was seen, as a JSON array
///     GET    /_sim/requests/count   how many those are, as a number
///     DELETE /_sim/requests   forgets it
///     POST   /_sim/faults     adds a fault (see Fault::fromJson)
///     DELETE /_sim/faults     removes all faults
///     POST   /_sim/shifts     shifts lists of buckets: kind (insert, remove, swap), and if need be
///                             project, everyPages, times (see ListShift)
///     DELETE /_sim/shifts     leaves them as they are now
///     POST   /_sim/options    sets latencyMs, tokenLifetimeS, liveTokenCap, rateCapacity,
///                             rateRefill, rateIntervalS, nonceLifetimeS, exportDurationS,
///                             uncounted (nextLink, selfLink, zero); others stay as they are
///     POST   /_sim/expire     expires all tokens and nonces
class ControlApi
{
public:
    /// `simulator` must outlive it.
    explicit ControlApi(Simulator &simulator);

    static bool serves(const QString &path);

    HttpReply answer(const HttpRequest &request);

private:
    HttpReply listRequests() const;
    HttpReply forgetRequests();
    HttpReply addFault(const QByteArray &body);
    HttpReply clearFaults();
    HttpReply addShift(const QByteArray &body);
    HttpReply clearShifts();
    HttpReply setOptions(const QByteArray &body);
    HttpReply expire();

    Simulator &m_simulator;
};

} // namespace atlassim
