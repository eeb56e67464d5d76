// SPDX-License-Identifier: Apache-2.0
#include "atlas/values/utc.h"
#include "insight/advice/errorhint.h"
#include "net/wire/certificateproblem.h"
#include "net/wire/trustedcertificates.h"
#include "tests/atlassim/program/simulator.h"
#include "tests/atlassim/world/sampleworld.h"
#include "tests/integration/servers/certificatemaker.h"
#include "tests/integration/servers/projectcalls.h"
#include "tests/support/testaccount.h"

#include <QTest>

using namespace Qt::Literals::StringLiterals;
using accounts::Authentication;
using atlas::ApiError;
using atlassim::Simulator;
using Cause = atlas::ApiError::Cause;
using Files = testsupport::CertificateMaker::Files;
using testsupport::CertificateMaker;
using testsupport::ProjectCalls;

Q_DECLARE_METATYPE(accounts::Authentication)
Q_DECLARE_METATYPE(atlas::ApiError::Cause)
Q_DECLARE_METATYPE(testsupport::CertificateMaker::Files)

/// Over real TLS, with certificates made by openssl: a certificate that is not trusted stops
/// everything, and the error names what is wrong with it.
class TlsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();

    void trustsAGoodCertificate();
    void namesTheProblem_data();
    void namesTheProblem();
    void isMendedByACaFile_data();
    void isMendedByACaFile();
    void isNotMendedByAnotherCaFile();
    void namesTheHostsOfACertificate();
    void namesAllProblems();
    void knowsEveryProblem_data();
    void knowsEveryProblem();
    void showsNamesAsPlainText();
    void refusesABurst_data();
    void refusesABurst();
    void noticesAServerWithoutTls();

private:
    std::unique_ptr<Simulator> startServer(const Files &files) const;
    ApiError failureAt(const Simulator &simulator, Authentication authentication,
                       const QString &caFile) const;
    ApiError failureOf(const Files &files, Authentication authentication = Authentication::ApiKey,
                       const QString &caFile = {}) const;

    CertificateMaker m_maker;
    Files m_authority;
    Files m_good;
    Files m_selfSigned;
};

namespace {

const auto Here = u"IP:127.0.0.1"_s;

std::unique_ptr<net::Client> clientOf(const Simulator &simulator, Authentication authentication,
                                      const QString &caFile)
{
    auto settings =
        testsupport::clientSettings(simulator.baseUrl(), testsupport::credential(authentication));
    if (!caFile.isEmpty())
        settings.extraAuthorities =
            net::readTrustedCertificates(caFile).value_or(QList<QSslCertificate>{});
    return std::make_unique<net::Client>(settings);
}

} // namespace

std::unique_ptr<Simulator> TlsTest::startServer(const Files &files) const
{
    auto simulator = std::make_unique<Simulator>(atlassim::sample::world());
    const bool started = simulator->useTls(files.certificate, files.key) && simulator->listen();
    return started ? std::move(simulator) : nullptr;
}

ApiError TlsTest::failureAt(const Simulator &simulator, Authentication authentication,
                            const QString &caFile) const
{
    const auto client = clientOf(simulator, authentication, caFile);
    ProjectCalls calls;
    calls.ask(*client);
    const bool ended = QTest::qWaitFor([&calls] { return !calls.results.isEmpty(); });
    const bool failed = ended && !calls.results[0];
    const bool nothingSent = simulator.seenRequests().isEmpty();
    return failed && nothingSent ? calls.results[0].error() : ApiError{};
}

ApiError TlsTest::failureOf(const Files &files, Authentication authentication,
                            const QString &caFile) const
{
    const auto simulator = startServer(files);
    return simulator ? failureAt(*simulator, authentication, caFile) : ApiError{};
}

void TlsTest::initTestCase()
{
    m_authority = m_maker.makeAuthority(u"Test Authority"_s);
    m_good = m_maker.issue(m_authority, {u"Good Server"_s, Here});
    m_selfSigned = m_maker.selfSign({u"Lonely Server"_s, Here});
    QVERIFY(!m_good.certificate.isEmpty());
    QVERIFY(!m_selfSigned.certificate.isEmpty());
}

void TlsTest::trustsAGoodCertificate()
{
    const auto simulator = startServer(m_good);
    QVERIFY(simulator);
    const auto client =
        clientOf(*simulator, Authentication::ServiceAccount, m_authority.certificate);
    ProjectCalls calls;
    calls.ask(*client, 4);
    QTRY_COMPARE(calls.results.size(), 4);
    QVERIFY(calls.allSucceeded());
}

void TlsTest::namesTheProblem_data()
{
    QTest::addColumn<Authentication>("authentication");
    QTest::addColumn<Files>("files");
    QTest::addColumn<QString>("caFile");
    QTest::addColumn<Cause>("cause");
    QTest::addColumn<QString>("reason");
    QTest::addColumn<QStringList>("details");
    QTest::addColumn<QString>("hint");

    const QString ca = m_authority.certificate;
    const QString issuer = u"issued by “Test Authority”"_s;
    const Files elsewhere =
        m_maker.issue(m_authority, {u"Other Server"_s, u"DNS:atlas.example,IP:127.0.0.2"_s});
    const QDateTime past(QDate(2020, 1, 2), QTime(3, 4), atlas::Utc);
    const Files expired =
        m_maker.issue(m_authority, {u"Old Server"_s, Here, past, past.addDays(1)});
    const QDateTime future(QDate(2090, 1, 2), QTime(3, 4), atlas::Utc);
    const Files early =
        m_maker.issue(m_authority, {u"New Server"_s, Here, future, future.addDays(1)});

    for (const auto authentication : {Authentication::ApiKey, Authentication::ServiceAccount}) {
        const auto row = [authentication](const char *name) -> QTestData & {
            const bool isKey = authentication == Authentication::ApiKey;
            return QTest::addRow("%s, %s", name, isKey ? "API key" : "service account")
                << authentication;
        };
        row("wrong host") << elsewhere << ca << Cause::HostMismatch
                          << u"Certificate of another host"_s
                          << QStringList{u"“Other Server”"_s, issuer, u"atlas.example"_s}
                          << u"base URL"_s;
        row("expired") << expired << ca << Cause::Expired << u"Certificate expired"_s
                       << QStringList{u"“Old Server”"_s, issuer,
                                      u"2020-01-02 03:04 UTC to 2020-01-03 03:04 UTC"_s}
                       << u"clock"_s;
        row("not yet valid") << early << ca << Cause::NotYetValid << u"Certificate not yet valid"_s
                             << QStringList{u"“New Server”"_s, issuer,
                                            u"2090-01-02 03:04 UTC to 2090-01-03 03:04 UTC"_s}
                             << u"clock"_s;
        row("self-signed") << m_selfSigned << QString() << Cause::SelfSigned
                           << u"Self-signed certificate"_s
                           << QStringList{u"“Lonely Server”, issued by “Lonely Server”"_s}
                           << u"--ca-certificates"_s;
        row("unknown CA") << m_good << QString() << Cause::UnknownAuthority
                          << u"Unknown certificate authority"_s
                          << QStringList{u"“Good Server”"_s, issuer, u"UTC to"_s}
                          << u"--ca-certificates"_s;
    }
}

void TlsTest::namesTheProblem()
{
    QFETCH(const Authentication, authentication);
    QFETCH(const Files, files);
    QFETCH(const QString, caFile);
    QFETCH(const QStringList, details);
    QFETCH(const QString, hint);
    const auto simulator = startServer(files);
    QVERIFY(simulator);
    const ApiError error = failureAt(*simulator, authentication, caFile);
    QCOMPARE(error.kind, ApiError::Kind::Untrusted);
    QTEST(error.cause, "cause");
    QTEST(error.reason, "reason");
    QCOMPARE(error.status, 0);
    QVERIFY(error.request.contains(simulator->baseUrl().toString()));
    QVERIFY2(error.detail.startsWith(simulator->baseUrl().authority()), qPrintable(error.detail));
    for (const QString &detail : details)
        QVERIFY2(error.detail.contains(detail), qPrintable(error.detail));
    const QString advice = insight::hintFor(error);
    QVERIFY2(advice.contains(hint), qPrintable(advice));
    QVERIFY2(!advice.contains(u"key"), qPrintable(advice));
}

void TlsTest::isMendedByACaFile_data()
{
    QTest::addColumn<Files>("files");
    QTest::addColumn<QString>("caFile");
    QTest::newRow("self-signed") << m_selfSigned << m_selfSigned.certificate;
    QTest::newRow("unknown CA") << m_good << m_authority.certificate;
}

void TlsTest::isMendedByACaFile()
{
    QFETCH(const Files, files);
    QFETCH(const QString, caFile);
    const auto simulator = startServer(files);
    QVERIFY(simulator);
    QCOMPARE(failureAt(*simulator, Authentication::ApiKey, {}).kind, ApiError::Kind::Untrusted);
    const auto client = clientOf(*simulator, Authentication::ApiKey, caFile);
    ProjectCalls calls;
    calls.ask(*client);
    QTRY_COMPARE(calls.results.size(), 1);
    QVERIFY(calls.allSucceeded());
}

void TlsTest::isNotMendedByAnotherCaFile()
{
    const Files other = m_maker.makeAuthority(u"Another Authority"_s);
    const ApiError error = failureOf(m_good, Authentication::ApiKey, other.certificate);
    QCOMPARE(error.kind, ApiError::Kind::Untrusted);
    QCOMPARE(error.cause, Cause::UnknownAuthority);
    // Not even if it says that it is the authority.
    const Files impostor = m_maker.makeAuthority(u"Test Authority"_s);
    QCOMPARE(failureOf(m_good, Authentication::ApiKey, impostor.certificate).kind,
             ApiError::Kind::Untrusted);
}

void TlsTest::namesTheHostsOfACertificate()
{
    QStringList hosts;
    for (int i = 1; i <= 6; ++i)
        hosts.append(u"DNS:h%1.example"_s.arg(i));
    const Files files = m_maker.issue(m_authority, {u"Many"_s, hosts.join(u',')});
    const ApiError error = failureOf(files, Authentication::ApiKey, m_authority.certificate);
    QCOMPARE(error.cause, Cause::HostMismatch);
    QCOMPARE(error.detail.count(u".example"), 4);
    QVERIFY2(error.detail.contains(u"…"), qPrintable(error.detail));
}

void TlsTest::namesAllProblems()
{
    const QDateTime past(QDate(2020, 1, 2), QTime(3, 4), atlas::Utc);
    const Files files =
        m_maker.issue(m_authority, {u"Hopeless"_s, u"DNS:atlas.example"_s, past, past.addDays(1)});
    const ApiError error = failureOf(files);
    QCOMPARE(error.kind, ApiError::Kind::Untrusted);
    QCOMPARE(error.cause, Cause::HostMismatch);
    for (const QString &problem : {u"Certificate expired"_s, u"Unknown certificate authority"_s})
        QVERIFY2(error.detail.contains(problem), qPrintable(error.detail));
}

void TlsTest::knowsEveryProblem_data()
{
    QTest::addColumn<QList<QSslError::SslError>>("errors");
    QTest::addColumn<Cause>("cause");
    QTest::addColumn<QString>("reason");
    using Errors = QList<QSslError::SslError>;
    QTest::newRow("an unknown root in the chain")
        << Errors{QSslError::SelfSignedCertificateInChain} << Cause::UnknownAuthority
        << u"Unknown certificate authority"_s;
    QTest::newRow("revoked, and what a CA file could mend")
        << Errors{QSslError::CertificateUntrusted, QSslError::CertificateRevoked} << Cause::Revoked
        << u"Certificate revoked"_s;
    QTest::newRow("blocked by Qt")
        << Errors{QSslError::CertificateBlacklisted} << Cause::Revoked << u"Certificate revoked"_s;
    QTest::newRow("for another purpose")
        << Errors{QSslError::InvalidPurpose} << Cause::Unnamed << u"Certificate not trusted"_s;
    QTest::newRow("a CA that is none, self-signed")
        << Errors{QSslError::SelfSignedCertificate, QSslError::InvalidCaCertificate}
        << Cause::Unnamed << u"Certificate not trusted"_s;
}

/// Of those that are hard to have over the wire.
void TlsTest::knowsEveryProblem()
{
    QFETCH(const QList<QSslError::SslError>, errors);
    const auto certificates = QSslCertificate::fromPath(m_good.certificate);
    QList<QSslError> list;
    for (const auto error : errors)
        list.append(QSslError(error, certificates.value(0)));
    const ApiError error = net::certificateError(QUrl(u"https://atlas.example:8443"_s), list);
    QCOMPARE(error.kind, ApiError::Kind::Untrusted);
    QTEST(error.cause, "cause");
    QTEST(error.reason, "reason");
    QVERIFY2(
        error.detail.startsWith(u"atlas.example:8443 presented a certificate for “Good Server”"),
        qPrintable(error.detail));
    if (error.cause == Cause::Unnamed)
        QVERIFY2(error.detail.contains(list.constLast().errorString()), qPrintable(error.detail));
    QVERIFY(!insight::hintFor(error).isEmpty());
}

void TlsTest::showsNamesAsPlainText()
{
    const QString evil = u"<b>Evil\u202Egnp.\tx%1 %2"_s + QString(30, u'y');
    const ApiError error = failureOf(m_maker.selfSign({evil, Here}));
    QCOMPARE(error.cause, Cause::SelfSigned);
    QVERIFY(!error.detail.contains(QChar(0x202E)));
    QVERIFY(!error.detail.contains(u'\t'));
    QVERIFY2(error.detail.contains(u"<b>Evil\uFFFDgnp.\uFFFDx%1 %2y"_s), qPrintable(error.detail));
}

void TlsTest::refusesABurst_data()
{
    QTest::addColumn<Authentication>("authentication");
    QTest::newRow("API key") << Authentication::ApiKey;
    QTest::newRow("service account") << Authentication::ServiceAccount;
}

void TlsTest::refusesABurst()
{
    QFETCH(const Authentication, authentication);
    const auto simulator = startServer(m_selfSigned);
    QVERIFY(simulator);
    const auto client = clientOf(*simulator, authentication, {});
    ProjectCalls calls;
    calls.ask(*client, 8);
    QTRY_COMPARE(calls.results.size(), 8);
    for (const auto &result : calls.results) {
        QVERIFY(!result);
        QCOMPARE(result.error().kind, ApiError::Kind::Untrusted);
    }
    QVERIFY(simulator->seenRequests().isEmpty());
}

void TlsTest::noticesAServerWithoutTls()
{
    Simulator simulator(atlassim::sample::world());
    QVERIFY(simulator.listen());
    QUrl url = simulator.baseUrl();
    url.setScheme(u"https"_s);
    net::Client client(testsupport::clientSettings(url, testsupport::apiKey()));
    ProjectCalls calls;
    calls.ask(client);
    QTRY_COMPARE(calls.results.size(), 1);
    QVERIFY(!calls.results[0]);
    QCOMPARE(calls.results[0].error().kind, ApiError::Kind::Transport);
    QVERIFY(simulator.seenRequests().isEmpty());
}

QTEST_GUILESS_MAIN(TlsTest)
#include "tst_tls.moc"
