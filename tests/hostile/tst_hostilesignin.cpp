// SPDX-License-Identifier: Apache-2.0
#include "answers.h"
#include "hostilewindow.h"
#include "tests/ui/support/widgetfinder.h"
#include "ui/window/mainwindow.h"

#include <QLabel>
#include <QTest>

using namespace Qt::Literals::StringLiterals;
using hostile::HostileWindow;
using hostile::ok;
using hostile::Script;
using hostile::ShortDeadline;
using End = hostile::Script::End;

namespace {

const auto TokenPath = u"/api/oauth/token"_s;
const auto NotToken = u"^200\\|Unexpected response\\|access_token: "_s;
const auto TooLarge = u"^—\\|Response too large\\|."_s;
const auto NotSeconds = u"^200\\|Unexpected response\\|expires_in: "_s;
const auto NotWhole = u"^200\\|Unexpected response\\|The response is not a complete JSON object"_s;
const auto Broken = u"^—\\|Connection (closed|failed)\\|."_s;

QByteArray token(const QByteArray &value, const QByteArray &lifetime)
{
    return R"({"access_token":)" + value + R"(,"token_type":"Bearer","expires_in":)" + lifetime
        + '}';
}

QByteArray goodToken()
{
    return token(R"("eyJhbGciOi.good.token")", "3600");
}

} // namespace

/// A token call that is answered as no token call should be; and a window with nothing in it yet.
class HostileSignInTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void isRefused_data();
    void isRefused();
    void isTaken_data();
    void isTaken();
    void isNotReadForEver();
    void isSlow();

private:
    void start();
    QString empty();

    std::unique_ptr<HostileWindow> m_hostile;
};

void HostileSignInTest::init()
{
    m_hostile = std::make_unique<HostileWindow>();
}

void HostileSignInTest::cleanup()
{
    m_hostile.reset();
}

void HostileSignInTest::start()
{
    QVERIFY(m_hostile->openSignedOut());
    QTRY_VERIFY_WITH_TIMEOUT(m_hostile->hasSession() && !m_hostile->session().isBusy(), 20'000);
}

/// All texts in the window's middle.
QString HostileSignInTest::empty()
{
    QStringList texts;
    const auto labels = m_hostile->window()->findChildren<QLabel *>();
    for (const QLabel *label : labels) {
        if (label->isVisible())
            texts.append(label->text());
    }
    return texts.join(u'\n');
}

void HostileSignInTest::isRefused_data()
{
    QTest::addColumn<Script>("script");
    QTest::addColumn<QString>("says");
    const auto body = [](const QByteArray &json) {
        return Script::of(ok(json));
    };
    QTest::newRow("closed before the head") << Script::of({}) << Broken;
    QTest::newRow("reset before the head") << Script::of({}, End::Reset) << Broken;
    QTest::newRow("closed in the body") << Script::of(ok(goodToken()).chopped(20)) << u"^"_s;
    QTest::newRow("garbage") << Script::of("220 smtp\r\n") << Broken;
    QTest::newRow("another kind of token")
        << body(goodToken().replace("Bearer", "mac")) << u"token_type"_s;
    QTest::newRow("nothing") << body({}) << u"The response has no body.$"_s;
    QTest::newRow("HTML") << body("<html>Sign in to the hotel's network</html>") << NotWhole;
    QTest::newRow("cut JSON") << body(goodToken().chopped(5)) << NotWhole;
    QTest::newRow("gzip, corrupt")
        << Script::of(hostile::gzipped("\x1f\x8b\x08zzzzzzzz")) << u"^"_s;
    QTest::newRow("no token") << body(R"({"expires_in":3600})") << NotToken;
    QTest::newRow("an empty token") << body(token(R"("")", "3600")) << NotToken;
    QTest::newRow("a token that is a number") << body(token("7", "3600")) << NotToken;
    QTest::newRow("a token with a header in it")
        << body(token(R"("a\r\nX-Evil: yes")", "3600")) << NotToken;
    QTest::newRow("a token with a zero in it") << body(token(R"("a\u0000b")", "3600")) << NotToken;
    QTest::newRow("a token beyond ASCII") << body(token(R"("t\u00f6ken")", "3600")) << NotToken;
    QTest::newRow("a token of 1 MiB")
        << body(token('"' + QByteArray(1 << 20, 't') + '"', "3600")) << TooLarge;
    QTest::newRow("a token of 100 KiB")
        << body(token('"' + QByteArray(100 << 10, 't') + '"', "3600")) << NotToken;
    QTest::newRow("no lifetime") << body(R"({"access_token":"t"})") << NotSeconds;
    QTest::newRow("a lifetime of 0") << body(token(R"("t")", "0")) << NotSeconds;
    QTest::newRow("a negative lifetime") << body(token(R"("t")", "-5")) << NotSeconds;
    QTest::newRow("a lifetime that is text") << body(token(R"("t")", R"("3600")")) << NotSeconds;
    QTest::newRow("a lifetime beyond numbers") << body(token(R"("t")", "1e300")) << NotSeconds;
    QTest::newRow("200 with OAuth's error")
        << body(R"({"error":"invalid_client","error_description":"No."})") << NotToken;
    QTest::newRow("401 with HTML in OAuth's error") << Script::of(hostile::answer(
        "401 Unauthorized", R"({"error":"invalid_client","error_description":"<b>No</b>"})"))
                                                    << u"^401\\|Unauthorized\\|<b>No</b>$"_s;
    QTest::newRow("302") << Script::of(
        hostile::answer("302 Found", {}, "Location: http://127.0.0.1:9/x\r\n"))
                         << u"^302\\|Redirected\\|"_s;
}

void HostileSignInTest::isRefused()
{
    QFETCH(const Script, script);
    QFETCH(const QString, says);
    m_hostile->server().answer(TokenPath, script);
    start();
    const QString problem = m_hostile->onlyProblem();
    QVERIFY2(hostile::matches(says, problem), qPrintable(problem));
    QVERIFY2(empty().contains(u"The projects could not be loaded"), qPrintable(empty()));
    QVERIFY(!m_hostile->session().pager().isShowing());
    QCOMPARE(m_hostile->server().seenCount(hostile::projectsPath()), 0);

    // As soon as the server is good again, one click goes on.
    m_hostile->server().answer(TokenPath, Script::of(ok(goodToken()), End::KeepOpen));
    QVERIFY(m_hostile->pressAndWait(u"Retry"_s));
    QTRY_COMPARE(m_hostile->shownNames(), HostileWindow::goodNames());
}

void HostileSignInTest::isTaken_data()
{
    QTest::addColumn<QByteArray>("token");
    QTest::newRow("a good one") << goodToken();
    QTest::newRow("a lifetime of 285 million years") << token(R"("t")", "9007199254740992");
    QTest::newRow("a lifetime of a second") << token(R"("t")", "1");
}

void HostileSignInTest::isTaken()
{
    QFETCH(const QByteArray, token);
    m_hostile->server().answer(TokenPath, Script::of(ok(token), End::KeepOpen));
    start();
    QTRY_COMPARE(m_hostile->shownNames(), HostileWindow::goodNames());
    QCOMPARE(m_hostile->problems()->model()->rowCount(), 0);
}

/// The call ends at its deadline, and with it the reading of the token.
void HostileSignInTest::isNotReadForEver()
{
    m_hostile->server().answer(TokenPath, Script::of({}));
    start();
    m_hostile->session().problemLog().clear();
    m_hostile->server().answer(TokenPath,
                               Script::forever("HTTP/1.1 200 OK\r\n\r\n", QByteArray(65536, ' ')));
    QVERIFY(m_hostile->pressAndWait(u"Retry"_s));
    const QString problem = m_hostile->onlyProblem();
    QVERIFY2(problem.contains(u"|Response too large|"), qPrintable(problem));
    QTRY_COMPARE(m_hostile->server().connectionCount(), 0);
}

void HostileSignInTest::isSlow()
{
    m_hostile->server().answer(TokenPath, Script::of({}));
    start();
    m_hostile->session().problemLog().clear();
    m_hostile->server().answer(TokenPath,
                               Script::drip({}, ok(goodToken()), 1, std::chrono::milliseconds(20)));
    QVERIFY(m_hostile->pressAndWait(u"Retry"_s, ShortDeadline));
    const QString problem = m_hostile->onlyProblem();
    QVERIFY2(problem.startsWith(u"—|Timed out|"), qPrintable(problem));
}

QTEST_MAIN(HostileSignInTest)
#include "tst_hostilesignin.moc"
