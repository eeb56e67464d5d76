// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "net/calls/client.h"
#include "tests/atlassim/program/simulator.h"
#include "tests/integration/servers/certificatemaker.h"

#include <QMap>

#include <memory>

namespace testsupport {

/// A simulator with TLS that is reached through the proxy that useEnvironment() names.
///
/// It is called 0.0.0.0: that leads to this computer, but is no loopback address to Qt, which asks
/// for a proxy to no loopback address.
class ServerBehindProxy
{
public:
    ServerBehindProxy();
    /// No proxy counts any more.
    ~ServerBehindProxy();
    Q_DISABLE_COPY_MOVE(ServerBehindProxy)

    /// Starts anew. False if it cannot.
    bool start();
    bool startWith(const CertificateMaker::Files &certificate);

    /// As if the program had been started with this in its environment.
    static void useEnvironment(const QMap<QString, QString> &variables);

    QUrl url() const;
    atlassim::Simulator &simulator() { return *m_simulator; }
    CertificateMaker &maker() { return m_maker; }
    const QString &caFile() const { return m_authority.certificate; }

    /// A client that trusts the server.
    std::unique_ptr<net::Client> makeClient(
        const QUrl &url, accounts::Authentication authentication,
        std::chrono::milliseconds deadline = std::chrono::seconds(30)) const;

    /// What a call to the server fails with. Kind Api if it succeeds, or reaches the server.
    atlas::ApiError failure(accounts::Authentication authentication,
                            std::chrono::milliseconds deadline = std::chrono::seconds(30)) const;

private:
    CertificateMaker m_maker;
    CertificateMaker::Files m_authority;
    CertificateMaker::Files m_certificate;
    std::unique_ptr<atlassim::Simulator> m_simulator;
};

} // namespace testsupport
