// SPDX-License-Identifier: Apache-2.0
#include "accounts/profiles/boundsecret.h"
#include "accounts/profiles/profiledraft.h"
#include "accounts/profiles/profilestore.h"
#include "accounts/secrets/secretstore.h"
#include "accounts/settings/preferences.h"
#include "accounts/settings/settingsfile.h"
#include "insight/advice/errorhint.h"
#include "net/wire/tlsrules.h"
#include "net/wire/trustedcertificates.h"
#include "tests/atlassim/program/simulator.h"
#include "tests/atlassim/world/sampleworld.h"
#include "tests/integration/servers/certificatemaker.h"
#include "tests/integration/servers/projectcalls.h"
#include "tests/support/testaccount.h"

#include <QDir>
#include <QFile>
#include <QProcess>
#include <QSslCipher>
#include <QSslKey>
#include <QSslServer>
#include <QTcpServer>
#include <QTcpSocket>
#include <QTest>

using namespace Qt::Literals::StringLiterals;
using atlas::ApiError;
using testsupport::CertificateMaker;

namespace {

/// Whose authority has issued a server's certificate.
enum class Voucher { System, File, Nobody };

/// What `unshare` makes a process mount folders by that no other one sees.
QStringList mountingAlone(const QStringList &command)
{
    return QStringList{u"-rm"_s} + command;
}

} // namespace

Q_DECLARE_METATYPE(QSsl::SslProtocol)
Q_DECLARE_METATYPE(Voucher)

/// Whom the program trusts, and how it encrypts: against a server that can do less.
class TlsRulesTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void trustsTheSystemAndTheFile();
    void leavesTheSystemToQt();
    void connectsToBoth_data();
    void connectsToBoth();
    void speaksSoundTlsOnly_data();
    void speaksSoundTlsOnly();
    void saysWhatIsTooOld_data();
    void saysWhatIsTooOld();

private:
    net::Client::Settings clientSettings(quint16 port) const;
    QString savedProfile(const QString &folder, const QUrl &server, bool hasCaFile) const;

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

/// The name of a profile in settings under this folder; its secret is in a file beside them.
QString TlsRulesTest::savedProfile(const QString &folder, const QUrl &server, bool hasCaFile) const
{
    const QString path = folder + u"/bucketscope/bucketscope.conf"_s;
    QDir().mkpath(QFileInfo(path).path());
    accounts::SettingsFile settings(path);
    accounts::Preferences preferences(settings);
    accounts::PreferenceValues values = preferences.values();
    values.secretStorage = accounts::SecretStorage::SettingsFile;
    preferences.setValues(values);
    accounts::ProfileDraft draft;
    draft.name = u"Office"_s;
    draft.identity = atlassim::sample::ClientId;
    draft.baseUrl = server.toString();
    draft.caFile = hasCaFile ? m_authority.certificate : QString();
    const auto profile = *draft.toProfile();
    accounts::ProfileStore profiles(settings);
    profiles.add(profile);
    if (!profiles.save())
        return {};
    const auto store = accounts::makeSecretStore(values.secretStorage, path);
    bool isKept = false;
    const auto secret = accounts::Secret::fromString(QString(atlassim::sample::ClientSecret));
    store->write(profile.id, accounts::boundTo(profile.baseUrl, secret), store.get(),
                 [&isKept](const auto &result) { isKept = result.has_value(); });
    return QTest::qWaitFor([&isKept] { return isKept; }) ? draft.name : QString();
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

void TlsRulesTest::connectsToBoth_data()
{
    QTest::addColumn<Voucher>("voucher");
    QTest::addColumn<bool>("hasCaFile");
    QTest::addColumn<bool>("isTrusted");
    QTest::newRow("of the system") << Voucher::System << false << true;
    QTest::newRow("of the system, beside a file") << Voucher::System << true << true;
    QTest::newRow("of a file that is not named") << Voucher::File << false << false;
    QTest::newRow("of the file") << Voucher::File << true << true;
    QTest::newRow("of neither") << Voucher::Nobody << true << false;
}

/// The program in a process whose system trusts one authority, which we have made.
void TlsRulesTest::connectsToBoth()
{
    QFETCH(const Voucher, voucher);
    QFETCH(const bool, hasCaFile);
    QFETCH(const bool, isTrusted);
    if (QProcess::execute(u"unshare"_s, mountingAlone({u"true"_s})) != 0)
        QSKIP("This system lets no test mount a folder: unshare -rm failed.");
    const auto systemAuthority = m_maker.makeAuthority(u"System Authority"_s);
    QTemporaryDir system;
    QVERIFY(QFile::copy(systemAuthority.certificate, system.filePath(u"authority.pem"_s)));
    // OpenSSL finds an authority by a name made of its subject.
    QCOMPARE(QProcess::execute(u"openssl"_s, {u"rehash"_s, system.path()}), 0);

    const auto authority = [&] {
        switch (voucher) {
        case Voucher::System:
            return systemAuthority;
        case Voucher::File:
            return m_authority;
        case Voucher::Nobody:
            break;
        }
        return m_maker.makeAuthority(u"Stranger"_s);
    }();
    const auto files = m_maker.issue(authority, {u"Server"_s, u"IP:127.0.0.1"_s});
    atlassim::Simulator simulator(atlassim::sample::world());
    QVERIFY(simulator.useTls(files.certificate, files.key));
    QVERIFY(simulator.listen());

    QTemporaryDir home;
    const auto profile = savedProfile(home.path(), simulator.baseUrl(), hasCaFile);
    auto environment = QProcessEnvironment::systemEnvironment();
    environment.insert(u"XDG_CONFIG_HOME"_s, home.path());
    environment.insert(u"HOME"_s, home.path());
    QProcess program;
    program.setProcessEnvironment(environment);
    program.start(
        u"unshare"_s,
        mountingAlone({u"sh"_s, u"-c"_s, u"mount --bind \"$0\" /etc/ssl/certs && exec \"$@\""_s,
                       system.path(), QStringLiteral(BUCKETSCOPE_PROGRAM), u"list"_s,
                       u"--profile"_s, profile, u"--no-history"_s}));
    QTRY_COMPARE_WITH_TIMEOUT(program.state(), QProcess::NotRunning, 20'000);
    const QByteArray errors = program.readAllStandardError();
    QCOMPARE(!simulator.seenRequests().isEmpty(), isTrusted);
    QCOMPARE(!program.readAllStandardOutput().isEmpty(), isTrusted);
    QVERIFY2(errors.contains("certificate authority") != isTrusted, errors.constData());
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
