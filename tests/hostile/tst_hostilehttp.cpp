// SPDX-License-Identifier: Apache-2.0
#include "answers.h"
#include "hostiletest.h"

#include <QTest>

using namespace Qt::Literals::StringLiterals;
using hostile::answer;
using hostile::goodPage;
using hostile::ok;
using hostile::Script;
using hostile::ShortDeadline;
using End = hostile::Script::End;

namespace {

const auto Any = u"^(—|\\d+)\\|(Connection (closed|failed)|Unexpected response)\\|."_s;
const auto AnyOrTimedOut =
    u"^(—|\\d+)\\|(Connection (closed|failed)|Unexpected response|Timed out)"_s;
const auto TimedOut = u"^—\\|Timed out\\|"_s;
const auto NotPage = u"^%1\\|Unexpected response\\|"_s;

QByteArray statusLine(const QByteArray &line)
{
    const QByteArray whole = ok(goodPage());
    return line + whole.sliced(whole.indexOf("\r\n"));
}

QByteArray withHeaders(const QByteArray &headers)
{
    return ok(goodPage(), headers);
}

QByteArray manyHeaders(int count)
{
    QByteArray headers;
    for (int i = 0; i < count; ++i)
        headers += "X-Header-" + QByteArray::number(i) + ": value\r\n";
    return headers;
}

QByteArray error(const QByteArray &status)
{
    return R"({"error":)" + status
        + R"(,"reason":"Forbidden","errorCode":"USER_UNAUTHORIZED","detail":"Not for you."})";
}

} // namespace

/// Servers that speak no HTTP, or HTTP with a vengeance; and statuses that a page never has.
class HostileHttpTest : public hostile::HostileTest
{
    Q_OBJECT

private Q_SLOTS:
    void isNotHttp_data();
    void isNotHttp() { runCase(); }
    void hasAnOddStatusLine_data();
    void hasAnOddStatusLine() { runCase(); }
    void sendsInterimAnswers_data();
    void sendsInterimAnswers() { runCase(); }
    void hasOddHeaders_data();
    void hasOddHeaders() { runCase(); }
    void hasAnotherStatus_data();
    void hasAnotherStatus() { runCase(); }
};

void HostileHttpTest::isNotHttp_data()
{
    addColumns();
    fails("HTTP/0.9", Script::of(goodPage()), Any);
    fails("HTML alone", Script::of("<html><body>Hello</body></html>"), Any);
    fails("zeros", Script::of(QByteArray(5000, '\0')), Any);
    fails("all bytes", Script::of([] {
              QByteArray bytes;
              for (int i = 0; i < 2560; ++i)
                  bytes += static_cast<char>(i);
              return bytes;
          }()),
          Any);
    fails("line ends alone", Script::of(QByteArray("\r\n").repeated(3000)), Any);
    fails("a mail server", Script::of("220 mail.example ESMTP\r\n", End::KeepOpen), AnyOrTimedOut,
          ShortDeadline);
    fails("a TLS alert", Script::of(QByteArray("\x15\x03\x01\x00\x02\x02\x28", 7)), Any);
    fails("HTTP/2 frames",
          Script::of(QByteArray("\x00\x00\x00\x04\x00\x00\x00\x00\x00", 9).repeated(50)), Any);
    failsToTurn("SSH, unasked",
                Script::of("SSH-2.0-OpenSSH_9.2\r\n")
                    .thenWait(std::chrono::milliseconds(20))
                    .uponConnection(),
                Any);
}

void HostileHttpTest::hasAnOddStatusLine_data()
{
    addColumns();
    shows("no reason", Script::of(statusLine("HTTP/1.1 200")));
    shows("HTTP/1.0", Script::of(statusLine("HTTP/1.0 200 OK")));
    shows("a reason of 100 KiB", Script::of(statusLine("HTTP/1.1 200 " + QByteArray(102400, 'k'))));
    // Qt takes any version.
    shows("a version from the future", Script::of(statusLine("HTTP/9.9 200 OK")));
    fails("letters for a status", Script::of(statusLine("HTTP/1.1 abc OK")), Any);
    fails("no status", Script::of(statusLine("HTTP/1.1")), Any);
    fails("a negative status", Script::of(statusLine("HTTP/1.1 -200 OK")), Any);
    fails("a status of four digits", Script::of(statusLine("HTTP/1.1 2000 OK")), Any);
    fails("a status of two digits", Script::of(statusLine("HTTP/1.1 20 OK")), Any);
    fails("a status beyond any number", Script::of(statusLine("HTTP/1.1 99999999999 OK")), Any);
    fails("another protocol", Script::of(statusLine("ICY 200 OK")), Any);
    shows("line feeds alone", Script::of(ok(goodPage()).replace("\r\n", "\n")));
}

void HostileHttpTest::sendsInterimAnswers_data()
{
    addColumns();
    const QByteArray interim = "HTTP/1.1 100 Continue\r\n\r\n";
    shows("100 once", Script::of(interim + ok(goodPage())));
    // Qt 6.4 skips no other than 100, and takes this for the answer; 6.8 reads on.
    showsOrFails("103 with headers",
                 Script::of("HTTP/1.1 103 Early Hints\r\nLink: </x>\r\n\r\n" + ok(goodPage())),
                 u"^103\\|Interim response\\|"_s);
    showsOrFails("102", Script::of("HTTP/1.1 102 Processing\r\n\r\n" + ok(goodPage())),
                 u"^102\\|Interim response\\|"_s);
    shows("100, a thousand times", Script::of(interim.repeated(1000) + ok(goodPage())));
    fails("100 and no more", Script::of(interim), Any);
    fails("100 and silence", Script::of(interim, End::KeepOpen), TimedOut, ShortDeadline);
    fails("101", Script::of("HTTP/1.1 101 Switching Protocols\r\nUpgrade: x\r\n\r\n"), Any);
}

void HostileHttpTest::hasOddHeaders_data()
{
    addColumns();
    // Qt 6.4 takes both; others wait for an end of the head.
    showsOrFails("one of 1 MiB",
                 Script::of(withHeaders("X-Long: " + QByteArray(1 << 20, 'x') + "\r\n")),
                 AnyOrTimedOut);
    showsOrFails("10,000", Script::of(withHeaders(manyHeaders(10'000))), AnyOrTimedOut);
    shows("one without a colon", Script::of(withHeaders("no colon here\r\n")));
    shows("one without a name", Script::of(withHeaders(": value\r\n")));
    shows("one that is folded", Script::of(withHeaders("X-Folded: a\r\n b\r\n\tc\r\n")));
    shows("a zero byte", Script::of(withHeaders(QByteArray("X-Zero: a\0b\r\n", 13))));
    shows("bytes beyond ASCII", Script::of(withHeaders("X-Name: \xff\xfe\xc3\xa9\r\n")));
    shows("a rate limit beyond numbers",
          Script::of(withHeaders("RateLimit-Limit: 99999999999999999999\r\n"
                                 "RateLimit-Remaining: -1\r\nRetry-After: 1e999\r\n")));
    shows("dates that make no sense",
          Script::of(withHeaders("Deprecation: @99999999999999999999\r\nSunset: yesterday\r\n")));
    shows("cookies", Script::of(withHeaders("Set-Cookie: a=b\r\n")));
    shows("a location", Script::of(withHeaders("Location: https://evil.example/\r\n")));
    shows("a refresh", Script::of(withHeaders("Refresh: 0; url=https://evil.example/\r\n")));
}

void HostileHttpTest::hasAnotherStatus_data()
{
    addColumns();
    fails("200 with an error inside", Script::of(ok(error("403"))),
          u"^403\\|Forbidden\\|Not for you.$"_s);
    fails("200 with an error in an envelope",
          Script::of(ok(R"({"status":404,"content":)" + error("404") + '}')),
          u"^404\\|Forbidden\\|Not for you.$"_s);
    fails("200 with an error and a page",
          Script::of(ok(hostile::page(hostile::goodBuckets(), R"(,"status":500)"))),
          u"^500\\|Internal Server Error\\|"_s);
    fails("200 with OAuth's error",
          Script::of(ok(R"({"error":"invalid_client","error_description":"No."})")),
          u"^200\\|Unexpected response\\|results: missing$"_s);
    fails("201", Script::of(answer("201 Created", goodPage())), NotPage.arg(201));
    fails("202", Script::of(answer("202 Accepted", goodPage())), NotPage.arg(202));
    fails("204", Script::of("HTTP/1.1 204 No Content\r\n\r\n"), NotPage.arg(204));
    fails("204 with a body", Script::of(answer("204 No Content", goodPage())), NotPage.arg(204));
    fails("205", Script::of(answer("205 Reset Content", {})), NotPage.arg(205));
    fails("206 with a part", Script::of(answer("206 Partial Content", goodPage().first(50))),
          NotPage.arg(206));
    fails("206 with everything",
          Script::of(answer("206 Partial Content", goodPage(), "Content-Range: bytes 0-9/99\r\n")),
          NotPage.arg(206));
    fails("300", Script::of(answer("300 Multiple Choices", goodPage())), u"^300\\|"_s);
    fails("302 without a location", Script::of(answer("302 Found", {})),
          u"^302\\|Unexpected response\\|"_s);
    fails("304", Script::of("HTTP/1.1 304 Not Modified\r\n\r\n"),
          u"^304\\|Unexpected response\\|"_s);
    fails("401 without a challenge", Script::of(answer("401 Unauthorized", {})),
          u"^401\\|Cannot sign in\\|"_s);
    fails("407", Script::of(answer("407 Proxy Authentication Required", {})), u"^(407|—)\\|"_s);
    fails("418 with HTML", Script::of(answer("418 I'm a teapot", "<h1>Tea</h1><script>x</script>")),
          u"^418\\|.*\\|Tea$"_s);
    fails("500 with half of its body",
          Script::of(answer("500 Internal Server Error", error("500")).chopped(20)),
          u"^(500|—)\\|"_s);
    fails("503 with a body of 1 MiB",
          Script::of(answer("503 Service Unavailable", QByteArray(1 << 20, 'z'))),
          u"^503\\|Service Unavailable\\|z+…$"_s);
    fails("599", Script::of(answer("599 What", goodPage())),
          u"^599\\|—\\|The response gives no reason.$"_s);
    fails("999", Script::of(answer("999 What", goodPage())), NotPage.arg(999));
}

QTEST_MAIN(HostileHttpTest)
#include "tst_hostilehttp.moc"
