// SPDX-License-Identifier: Apache-2.0
#include "tests/integration/servers/serverbehindproxy.h"

#include "net/proxy/systemproxies.h"
#include "net/wire/trustedcertificates.h"
#include "tests/atlassim/world/sampleworld.h"
#include "tests/integration/servers/projectcalls.h"
#include "tests/support/testaccount.h"

#include <QTest>

using namespace Qt::Literals::StringLiterals;

namespace testsupport {

ServerBehindProxy::ServerBehindProxy()
    : m_authority(m_maker.makeAuthority(u"Test Authority"_s)),
      m_certificate(m_maker.issue(m_authority, {u"Server"_s, u"IP:0.0.0.0,IP:127.0.0.1"_s}))
{ }

ServerBehindProxy::~ServerBehindProxy()
{
    QNetworkProxyFactory::setApplicationProxyFactory(nullptr);
}

bool ServerBehindProxy::start()
{
    return startWith(m_certificate);
}

bool ServerBehindProxy::startWith(const CertificateMaker::Files &certificate)
{
    m_simulator = std::make_unique<atlassim::Simulator>(atlassim::sample::world());
    return m_simulator->useTls(certificate.certificate, certificate.key) && m_simulator->listen();
}

void ServerBehindProxy::useEnvironment(const QMap<QString, QString> &variables)
{
    QProcessEnvironment environment;
    for (auto it = variables.begin(); it != variables.end(); ++it)
        environment.insert(it.key(), it.value());
    QNetworkProxyFactory::setApplicationProxyFactory(
        new net::SystemProxies(*net::readProxyVariables(environment)));
}

QUrl ServerBehindProxy::url() const
{
    QUrl url = m_simulator->baseUrl();
    url.setHost(u"0.0.0.0"_s);
    return url;
}

std::unique_ptr<net::Client> ServerBehindProxy::makeClient(const QUrl &url,
                                                           accounts::Authentication authentication,
                                                           std::chrono::milliseconds deadline) const
{
    auto settings = clientSettings(url, credential(authentication));
    settings.deadline = deadline;
    settings.extraAuthorities =
        net::readTrustedCertificates(caFile()).value_or(QList<QSslCertificate>{});
    return std::make_unique<net::Client>(settings);
}

atlas::ApiError ServerBehindProxy::failure(accounts::Authentication authentication,
                                           std::chrono::milliseconds deadline) const
{
    const auto client = makeClient(url(), authentication, deadline);
    ProjectCalls calls;
    calls.ask(*client);
    const bool ended = QTest::qWaitFor([&calls] { return !calls.results.isEmpty(); });
    const bool failed = ended && !calls.results[0] && m_simulator->seenRequests().isEmpty();
    return failed ? calls.results[0].error() : atlas::ApiError{};
}

} // namespace testsupport
