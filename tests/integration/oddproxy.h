// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QTcpServer>

namespace testsupport {

/// A proxy at 127.0.0.1 that is no good: answers each request the same and hangs up, hangs up at
/// once, or is silent.
class OddProxy
{
public:
    enum class Manner { Answers, HangsUp, IsSilent };

    explicit OddProxy(Manner manner, const QByteArray &answer = {});

    /// `127.0.0.1:40123`.
    QString address() const;

private:
    void serve(Manner manner, const QByteArray &answer);

    QTcpServer m_server;
};

} // namespace testsupport
