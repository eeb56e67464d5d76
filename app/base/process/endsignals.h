// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QObject>

#include <memory>

class QSocketNotifier;

namespace base {

/// The signals by which a system ends a program: SIGTERM, SIGINT and SIGHUP, unless whoever started
/// it had them ignored (nohup). Elsewhere than on Unix there are none. One at a time.
class EndSignals final : public QObject
{
    Q_OBJECT

public:
    /// From now on the signals end nothing by themselves.
    EndSignals();
    /// From now on they end the program at once again.
    ~EndSignals() override;

    /// Ends the process by the signal that came, so that whoever waits for it sees why. Returns if
    /// none came.
    void endBySignal() const;

Q_SIGNALS:
    /// A signal has come.
    void endAsked();

private:
    struct Pipe;

    std::unique_ptr<Pipe> m_pipe;
    int m_received = 0;
};

} // namespace base
