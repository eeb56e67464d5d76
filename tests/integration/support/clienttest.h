// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "atlas/calls/requests.h"
#include "net/calls/client.h"
#include "tests/atlassim/program/simulator.h"
#include "tests/atlassim/world/sampleworld.h"
#include "tests/support/testaccount.h"

#include <QObject>

#include <chrono>
#include <memory>

/// What the tests of the client have in common: the simulator in this process that it talks to.
class ClientTest : public QObject
{
    Q_OBJECT

protected:
    using Projects = atlas::Page<atlas::Project>;

    /// Collects what calls end with.
    struct Outcomes
    {
        QObject context;
        QList<atlas::Result<Projects>> results;

        void ask(net::Client &client);
        void askAndWait(net::Client &client);
    };

    /// A row for each way to sign in.
    static void addAuthentications();

    std::unique_ptr<net::Client> makeClient(
        const accounts::Credential &credential,
        std::chrono::milliseconds deadline = std::chrono::seconds(30)) const;
    atlassim::Simulator &simulator() { return *m_simulator; }

private Q_SLOTS:
    void init();
    void cleanup();

private:
    std::unique_ptr<atlassim::Simulator> m_simulator;
};

Q_DECLARE_METATYPE(accounts::Authentication)
