// SPDX-License-Identifier: Apache-2.0
#include "clienttest.h"

#include <QTest>

using accounts::Authentication;
using atlassim::Simulator;

void ClientTest::Outcomes::ask(net::Client &client)
{
    client.send<Projects>(
        atlas::listProjects({}), &context,
        [this](const atlas::Result<Projects> &result) { results.append(result); });
}

void ClientTest::Outcomes::askAndWait(net::Client &client)
{
    const qsizetype before = results.size();
    ask(client);
    QTRY_COMPARE(results.size(), before + 1);
}

void ClientTest::addAuthentications()
{
    QTest::addColumn<Authentication>("authentication");
    QTest::newRow("API key") << Authentication::ApiKey;
    QTest::newRow("service account") << Authentication::ServiceAccount;
}

std::unique_ptr<net::Client> ClientTest::makeClient(const accounts::Credential &credential,
                                                    std::chrono::milliseconds deadline) const
{
    auto settings = testsupport::clientSettings(m_simulator->baseUrl(), credential);
    settings.deadline = deadline;
    return std::make_unique<net::Client>(settings);
}

void ClientTest::init()
{
    m_simulator = std::make_unique<Simulator>(atlassim::sample::world());
    QVERIFY(m_simulator->listen());
}

void ClientTest::cleanup()
{
    m_simulator.reset();
}
