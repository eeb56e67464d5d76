// SPDX-License-Identifier: Apache-2.0
#include "insight/advice/errorhint.h"
#include "net/wire/transporterror.h"
#include "tests/integration/servers/oddproxy.h"
#include "tests/integration/servers/serverbehindproxy.h"

#include <QLibraryInfo>
#include <QNetworkProxy>
#include <QNetworkReply>
#include <QSignalSpy>
#include <QTest>
#include <QTranslator>

using namespace Qt::Literals::StringLiterals;
using namespace std::chrono_literals;
using accounts::Authentication;
using atlas::ApiError;
using Cause = atlas::ApiError::Cause;
using testsupport::OddProxy;
using testsupport::ServerBehindProxy;

Q_DECLARE_METATYPE(atlas::ApiError::Cause)
Q_DECLARE_METATYPE(testsupport::OddProxy::Manner)

/// A proxy that fails is said to be the proxy, in every way that it can fail.
class ProxyFailureTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();
    void cleanupTestCase();

    void saysHowTheProxyFails_data();
    void saysHowTheProxyFails();
    void understandsQtInKorean();
    void namesTheProxyThatGivesNoAnswer_data();
    void namesTheProxyThatGivesNoAnswer();
    void saysSoOfPlainHttpToo_data();
    void saysSoOfPlainHttpToo();

private:
    std::unique_ptr<ServerBehindProxy> m_server;
};

void ProxyFailureTest::initTestCase()
{
    m_server = std::make_unique<ServerBehindProxy>();
}

void ProxyFailureTest::init()
{
    QVERIFY(m_server->start());
}

void ProxyFailureTest::cleanupTestCase()
{
    m_server.reset();
}

void ProxyFailureTest::saysHowTheProxyFails_data()
{
    QTest::addColumn<QString>("proxy");
    QTest::addColumn<QByteArray>("answer");
    QTest::addColumn<Cause>("cause");
    QTest::addColumn<QString>("reason");
    const QByteArray none;
    const QByteArray wantsPassword = "HTTP/1.1 407 No\r\nProxy-Authenticate: Basic realm=\"x\"\r\n"
                                     "Content-Length: 0\r\nConnection: close\r\n\r\n";
    QTest::newRow("is not there") << u"127.0.0.1:1"_s << none << Cause::Refused
                                  << u"Proxy refused the connection"_s;
    QTest::newRow("SOCKS, is not there")
        << u"socks5://127.0.0.1:1"_s << none << Cause::Refused << u"Proxy refused the connection"_s;
    QTest::newRow("has an unknown name")
        << u"no-such-proxy.invalid:3128"_s << none << Cause::NotFound << u"Proxy not found"_s;
    QTest::newRow("refuses the password")
        << u"http://me:p4ss@%1"_s << wantsPassword << Cause::PasswordRefused
        << u"Proxy rejected the password"_s;
    QTest::newRow("wants a password") << u"http://%1"_s << wantsPassword << Cause::PasswordWanted
                                      << u"Proxy requires a password"_s;
    for (const int status : {403, 405}) {
        QTest::addRow("answers %d", status) << u"http://%1"_s
                                            << QByteArray("HTTP/1.1 " + QByteArray::number(status)
                                                          + " No\r\nContent-Length: 0\r\n\r\n")
                                            << Cause::Forbidden << u"Forbidden by the proxy"_s;
    }
    for (const int status : {400, 404, 500, 502, 503, 504}) {
        QTest::addRow("answers %d", status)
            << u"http://%1"_s
            << QByteArray("HTTP/1.1 " + QByteArray::number(status)
                          + " No\r\nContent-Length: 0\r\n\r\n")
            << Cause::Unreachable << u"Cannot connect through the proxy"_s;
    }
    QTest::newRow("talks no HTTP") << u"http://%1"_s << QByteArray("SSH-2.0-OpenSSH\r\n\r\n")
                                   << Cause::Unnamed << u"Proxy failed"_s;
}

void ProxyFailureTest::saysHowTheProxyFails()
{
    QFETCH(const QString, proxy);
    QFETCH(const QByteArray, answer);
    const OddProxy odd(answer.isEmpty() ? OddProxy::Manner::HangsUp : OddProxy::Manner::Answers,
                       answer);
    const QString url = proxy.contains(u"%1") ? proxy.arg(odd.address()) : proxy;
    ServerBehindProxy::useEnvironment({{u"https_proxy"_s, url}});
    const ApiError error = m_server->failure(Authentication::ApiKey);
    QCOMPARE(error.kind, ApiError::Kind::Proxy);
    QTEST(error.cause, "cause");
    QTEST(error.reason, "reason");
    QCOMPARE(error.status, 0);
    const QString address = url.section(u'/', -1).section(u'@', -1);
    QVERIFY2(error.detail.startsWith(u"The proxy %1 "_s.arg(address)), qPrintable(error.detail));
    const QString hint = insight::hintFor(error);
    QVERIFY2(hint.contains(u"proxy") && !hint.contains(u"key"), qPrintable(hint));
    for (const QString &text : {error.detail, hint, error.request})
        QVERIFY2(!text.contains(u"p4ss"), qPrintable(text));
}

/// Some causes are told by Qt's text alone, and that is translated.
void ProxyFailureTest::understandsQtInKorean()
{
    QTranslator korean;
    QVERIFY(korean.load(u"qtbase_ko"_s, QLibraryInfo::path(QLibraryInfo::TranslationsPath)));
    QVERIFY(QCoreApplication::installTranslator(&korean));
    const OddProxy odd(OddProxy::Manner::Answers, "HTTP/1.1 403 No\r\nContent-Length: 0\r\n\r\n");
    const QMap<QString, Cause> causes{{odd.address(), Cause::Forbidden},
                                      {u"127.0.0.1:1"_s, Cause::Refused},
                                      {u"socks5://127.0.0.1:1"_s, Cause::Refused},
                                      {u"no-such-proxy.invalid:1"_s, Cause::NotFound}};
    for (auto it = causes.begin(); it != causes.end(); ++it) {
        ServerBehindProxy::useEnvironment({{u"https_proxy"_s, it.key()}});
        QCOMPARE(m_server->failure(Authentication::ApiKey).cause, it.value());
    }
}

void ProxyFailureTest::namesTheProxyThatGivesNoAnswer_data()
{
    QTest::addColumn<QString>("scheme");
    QTest::addColumn<OddProxy::Manner>("manner");
    QTest::newRow("silent") << u"http"_s << OddProxy::Manner::IsSilent;
    QTest::newRow("SOCKS, silent") << u"socks5"_s << OddProxy::Manner::IsSilent;
    // Qt 6.4 lets such a call wait for ever, if HTTP/2 is not allowed.
    QTest::newRow("hangs up") << u"http"_s << OddProxy::Manner::HangsUp;
    QTest::newRow("SOCKS, hangs up") << u"socks5"_s << OddProxy::Manner::HangsUp;
}

void ProxyFailureTest::namesTheProxyThatGivesNoAnswer()
{
    QFETCH(const QString, scheme);
    QFETCH(const OddProxy::Manner, manner);
    const OddProxy proxy(manner);
    ServerBehindProxy::useEnvironment({{u"https_proxy"_s, scheme + u"://"_s + proxy.address()}});
    const ApiError error = m_server->failure(Authentication::ApiKey, 300ms);
    QVERIFY(error.kind == ApiError::Kind::TimedOut || error.cause == Cause::Closed);
    QVERIFY2(error.detail.contains(u"proxy %1 "_s.arg(proxy.address())), qPrintable(error.detail));
    QVERIFY(!insight::hintFor(error).contains(u"key"));
}

void ProxyFailureTest::saysSoOfPlainHttpToo_data()
{
    QTest::addColumn<QString>("host");
    QTest::addColumn<QByteArray>("answer");
    QTest::addColumn<Cause>("cause");
    QTest::newRow("is not there") << u"127.0.0.1"_s << QByteArray() << Cause::Refused;
    QTest::newRow("has an unknown name")
        << u"no-such-proxy.invalid"_s << QByteArray() << Cause::NotFound;
    QTest::newRow("hangs up") << QString() << QByteArray() << Cause::Closed;
    QTest::newRow("wants a password")
        << QString()
        << QByteArray("HTTP/1.1 407 No\r\nProxy-Authenticate: Basic realm=\"x\"\r\n"
                      "Content-Length: 0\r\n\r\n")
        << Cause::PasswordWanted;
}

/// The program itself speaks plain HTTP to this computer alone, and so to no proxy.
void ProxyFailureTest::saysSoOfPlainHttpToo()
{
    QFETCH(const QString, host);
    QFETCH(const QByteArray, answer);
    const OddProxy odd(answer.isEmpty() ? OddProxy::Manner::HangsUp : OddProxy::Manner::Answers,
                       answer);
    const QString address = host.isEmpty() ? odd.address() : QString(host + u":1");
    QNetworkAccessManager manager;
    manager.setProxy({QNetworkProxy::HttpProxy, address.section(u':', 0, 0),
                      address.section(u':', 1).toUShort()});
    const std::unique_ptr<QNetworkReply> reply(
        manager.get(QNetworkRequest(QUrl(u"http://atlas.example/"_s))));
    QSignalSpy finished(reply.get(), &QNetworkReply::finished);
    QVERIFY(finished.wait());
    const ApiError error = net::connectionError(*reply, {});
    QCOMPARE(error.kind, ApiError::Kind::Proxy);
    QTEST(error.cause, "cause");
    QVERIFY2(error.detail.contains(address), qPrintable(error.detail));
}

QTEST_GUILESS_MAIN(ProxyFailureTest)
#include "tst_proxyfailure.moc"
