// SPDX-License-Identifier: Apache-2.0
#include "insight/advice/errorhint.h"
#include "net/wire/tlsrules.h"
#include "net/wire/trustedcertificates.h"
#include "tests/integration/servers/certificatemaker.h"
#include "tests/integration/servers/projectcalls.h"
#include "tests/support/testaccount.h"

#include <QFile>
#include <QSslCipher>
#include <QSslKey>
#include <QSslServer>
#include <QTcpServer>
#include <QTcpSocket>
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
    void saysWhatIsTooOld_data();
    void saysWhatIsTooOld();

private:
    net::Client::Settings clientSettings(quint16 port) const;

    CertificateMaker m_maker;
    CertificateMaker::Files m_authority;
    CertificateMaker::Files m_server;
    CertificateMaker::Files m_rsaServer;
};

void TlsRulesTest::initTestCase()
{
    m_authority = m_maker.makeAuthority(u"Test Authority"_s);
    m_server = m_maker.issue(m_authority, {u"Server"_s, u"IP:127.0.0.1"_s});
    QVERIFY(!m_server.certificate.isEmpty());
    CertificateMaker::Wish wish{u"RSA server"_s, u"IP:127.0.0.1"_s};
    wish.hasRsaKey = true;
    m_rsaServer = m_maker.issue(m_authority, wish);
    QVERIFY(!m_rsaServer.certificate.isEmpty());
}

net::Client::Settings TlsRulesTest::clientSettings(quint16 port) const
{
    auto settings = testsupport::clientSettings(QUrl(u"https://127.0.0.1:%1"_s.arg(port)),
                                                testsupport::apiKey());
    settings.extraAuthorities = *net::readTrustedCertificates(m_authority.certificate);
    settings.retries = {};
    settings.retries.afterTransportError = std::chrono::milliseconds(1);
    return settings;
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
    for (const auto &old :
         {"ECDHE-ECDSA-AES128-SHA"_L1, "ECDHE-ECDSA-AES128-SHA256"_L1,
          "ECDHE-ECDSA-AES256-SHA384"_L1, "AES128-SHA"_L1, "AES128-GCM-SHA256"_L1})
        QTest::newRow(old.latin1()) << QSsl::TlsV1_2 << QString(old) << false;
}

void TlsRulesTest::speaksSoundTlsOnly()
{
    QFETCH(const QSsl::SslProtocol, protocol);
    QFETCH(const QString, cipher);
    QFETCH(const bool, isSpoken);
    // Those of the last two rows exchange keys by RSA.
    const bool isRsa = cipher.startsWith(u"AES"_s);
    const CertificateMaker::Files &files = isRsa ? m_rsaServer : m_server;
    const auto key = [&files, isRsa] {
        QFile file(files.key);
        return file.open(QIODevice::ReadOnly) ? QSslKey(&file, isRsa ? QSsl::Rsa : QSsl::Ec)
                                              : QSslKey();
    }();
    QVERIFY(!key.isNull());
    QSslConfiguration limited = QSslConfiguration::defaultConfiguration();
    limited.setLocalCertificateChain(QSslCertificate::fromPath(files.certificate));
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

    net::Client client(clientSettings(server.serverPort()));
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
    QVERIFY(insight::hintFor(error).contains(u"too old"));
    QCOMPARE(connections, 1);
}

void TlsRulesTest::saysWhatIsTooOld_data()
{
    QTest::addColumn<QByteArray>("answer");
    // RFC 5246: an alert of level fatal, protocol_version; and a ServerHello of version 3.1, with
    // TLS_RSA_WITH_AES_128_CBC_SHA.
    QTest::newRow("alert") << QByteArray("\x15\x03\x01\x00\x02\x02\x46", 7);
    QTest::newRow("ServerHello of TLS 1.0")
        << QByteArray("\x16\x03\x01\x00\x2a\x02\x00\x00\x26\x03\x01", 11) + QByteArray(32, 'r')
            + QByteArray("\x00\x00\x2f\x00", 4);
}

/// Servers that speak TLS 1.0 and 1.1 alone, played: Qt need not be able to.
void TlsRulesTest::saysWhatIsTooOld()
{
    QFETCH(const QByteArray, answer);
    QTcpServer server;
    int connections = 0;
    connect(&server, &QTcpServer::newConnection, this, [&] {
        ++connections;
        QTcpSocket *socket = server.nextPendingConnection();
        connect(socket, &QTcpSocket::readyRead, socket, [socket, answer] {
            socket->write(answer);
            socket->disconnectFromHost();
        });
    });
    QVERIFY(server.listen(QHostAddress::LocalHost));
    net::Client client(clientSettings(server.serverPort()));
    testsupport::ProjectCalls calls;
    calls.ask(client);
    QTRY_COMPARE(calls.results.size(), 1);
    const ApiError &error = calls.results[0].error();
    QCOMPARE(error.kind, ApiError::Kind::Transport);
    QCOMPARE(error.cause, ApiError::Cause::HandshakeFailed);
    QCOMPARE(error.retries, 0);
    QVERIFY(insight::hintFor(error).contains(u"too old"));
    QCOMPARE(connections, 1);
}

QTEST_GUILESS_MAIN(TlsRulesTest)
#include "tst_tlsrules.moc"
