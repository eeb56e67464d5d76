// SPDX-License-Identifier: Apache-2.0
#include "browse/errorhint.h"
#include "integration/certificatemaker.h"
#include "integration/projectcalls.h"
#include "net/tlsrules.h"
#include "net/trustedcertificates.h"
#include "support/testaccount.h"

#include <QFile>
#include <QSslCipher>
#include <QSslKey>
#include <QSslServer>
#include <QTest>

using namespace Qt::Literals::StringLiterals;
using atlas::ApiError;
using testsupport::CertificateMaker;

Q_DECLARE_METATYPE(QSsl::SslProtocol)

/// Whom the program trusts, and how it encrypts: against a server that can do less.
class TlsRulesTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void trustsTheSystemAndTheFile();
    void leavesTheSystemToQt();
    void speaksSoundTlsOnly_data();
    void speaksSoundTlsOnly();

private:
    CertificateMaker m_maker;
    CertificateMaker::Files m_authority;
    CertificateMaker::Files m_server;
};

void TlsRulesTest::initTestCase()
{
    m_authority = m_maker.makeAuthority(u"Test Authority"_s);
    m_server = m_maker.issue(m_authority, {u"Server"_s, u"IP:127.0.0.1"_s});
    QVERIFY(!m_server.certificate.isEmpty());
}

void TlsRulesTest::trustsTheSystemAndTheFile()
{
    const auto system = QSslConfiguration::systemCaCertificates();
    if (system.isEmpty())
        QSKIP("This system trusts nobody.");
    const auto file = net::readTrustedCertificates(m_authority.certificate);
    QVERIFY(file);
    const auto trusted = net::tlsConfiguration(*file).caCertificates();
    QVERIFY(trusted.contains(file->constFirst()));
    for (const QSslCertificate &authority : system)
        QVERIFY2(trusted.contains(authority), qPrintable(authority.subjectDisplayName()));
}

/// It reads them one by one as they are needed, which is faster.
void TlsRulesTest::leavesTheSystemToQt()
{
    QCOMPARE(net::tlsConfiguration({}).caCertificates(),
             QSslConfiguration::defaultConfiguration().caCertificates());
}

void TlsRulesTest::speaksSoundTlsOnly_data()
{
    QTest::addColumn<QSsl::SslProtocol>("protocol");
    QTest::addColumn<QString>("cipher");
    QTest::addColumn<bool>("isSpoken");
    QTest::newRow("1.3") << QSsl::TlsV1_3 << u"TLS_AES_128_GCM_SHA256"_s << true;
    for (const auto &sound :
         {"ECDHE-ECDSA-AES128-GCM-SHA256"_L1, "ECDHE-ECDSA-AES256-GCM-SHA384"_L1,
          "ECDHE-ECDSA-CHACHA20-POLY1305"_L1})
        QTest::newRow(sound.latin1()) << QSsl::TlsV1_2 << QString(sound) << true;
    for (const auto &old : {"ECDHE-ECDSA-AES128-SHA"_L1, "ECDHE-ECDSA-AES128-SHA256"_L1,
                            "ECDHE-ECDSA-AES256-SHA384"_L1})
        QTest::newRow(old.latin1()) << QSsl::TlsV1_2 << QString(old) << false;
}

void TlsRulesTest::speaksSoundTlsOnly()
{
    QFETCH(const QSsl::SslProtocol, protocol);
    QFETCH(const QString, cipher);
    QFETCH(const bool, isSpoken);
    const auto key = [this] {
        QFile file(m_server.key);
        return file.open(QIODevice::ReadOnly) ? QSslKey(&file, QSsl::Ec) : QSslKey();
    }();
    QVERIFY(!key.isNull());
    QSslConfiguration limited = QSslConfiguration::defaultConfiguration();
    limited.setLocalCertificateChain(QSslCertificate::fromPath(m_server.certificate));
    limited.setPrivateKey(key);
    limited.setProtocol(protocol);
    limited.setCiphers(QList<QSslCipher>{QSslCipher(cipher)});
    int handshakes = 0;
    int connections = 0;
    QSslServer server;
    server.setSslConfiguration(limited);
    connect(&server, &QSslServer::startedEncryptionHandshake, this,
            [&connections] { ++connections; });
    connect(&server, &QTcpServer::pendingConnectionAvailable, this, [&server, &handshakes] {
        ++handshakes;
        server.nextPendingConnection()->disconnectFromHost();
    });
    QVERIFY(server.listen(QHostAddress::LocalHost));

    auto settings = testsupport::clientSettings(
        QUrl(u"https://127.0.0.1:%1"_s.arg(server.serverPort())), testsupport::apiKey());
    settings.extraAuthorities = *net::readTrustedCertificates(m_authority.certificate);
    settings.retries = {};
    settings.retries.afterTransportError = std::chrono::milliseconds(1);
    net::Client client(settings);
    testsupport::ProjectCalls calls;
    calls.ask(client);
    QTRY_COMPARE(calls.results.size(), 1);
    const ApiError &error = calls.results[0].error();
    QCOMPARE(error.kind, ApiError::Kind::Transport);
    QCOMPARE(handshakes > 0, isSpoken);
    if (isSpoken)
        return;
    QCOMPARE(error.cause, ApiError::Cause::HandshakeFailed);
    QCOMPARE(error.retries, 0);
    QVERIFY(browse::hintFor(error).contains(u"too old"));
    QCOMPARE(connections, 1);
}

QTEST_GUILESS_MAIN(TlsRulesTest)
#include "tst_tlsrules.moc"
