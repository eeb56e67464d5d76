// SPDX-License-Identifier: Apache-2.0
#include "answers.h"
#include "hostiletest.h"

#include <QTest>

using namespace Qt::Literals::StringLiterals;
using namespace std::chrono_literals;
using hostile::chunk;
using hostile::chunkedHead;
using hostile::goodPage;
using hostile::headWithLength;
using hostile::ok;
using hostile::Script;
using hostile::ShortDeadline;
using End = hostile::Script::End;

namespace {

const auto Broken = u"^—\\|Connection (closed|failed)\\|."_s;
const auto TimedOut = u"^—\\|Timed out\\|No complete response within 0.4 s.$"_s;
const auto NotWhole = u"^200\\|Unexpected response\\|The response is not a complete JSON object"_s;
const auto Any = u"^(—|\\d+)\\|(Connection (closed|failed)|Unexpected response)\\|."_s;
/// Qt does not always see that a connection was closed inside of a chunk's size.
const auto AnyOrTimedOut =
    u"^(—|\\d+)\\|(Connection (closed|failed)|Unexpected response|Timed out)\\|."_s;

/// The good answer up to a place inside it.
QByteArray upTo(const QByteArray &place)
{
    const QByteArray whole = ok(goodPage());
    return whole.first(whole.indexOf(place));
}

QByteArray goodChunks()
{
    const QByteArray body = goodPage();
    return chunkedHead() + chunk(body.first(100)) + chunk(body.sliced(100)) + "0\r\n\r\n";
}

} // namespace

/// Connections that break, lie about lengths, or go on and on.
class HostileConnectionTest : public hostile::HostileTest
{
    Q_OBJECT

private Q_SLOTS:
    void breaks_data();
    void breaks() { runCase(); }
    void liesAboutLengths_data();
    void liesAboutLengths() { runCase(); }
    void cutsChunks_data();
    void cutsChunks() { runCase(); }
    void cutsTheLastLineEnd_data();
    void cutsTheLastLineEnd();
    void garblesChunks_data();
    void garblesChunks() { runCase(); }
    void isSlow_data();
    void isSlow() { runCase(); }
    void smugglesASecondAnswer();
};

void HostileConnectionTest::breaks_data()
{
    addColumns();
    failsToTurn("closed when connected", Script::of({}).uponConnection(), Broken);
    failsToTurn("reset when connected", Script::of({}, End::Reset).uponConnection(), Broken);
    fails("closed before the head", Script::of({}), Broken);
    fails("reset before the head", Script::of({}, End::Reset), Broken);
    fails("closed in the status line", Script::of("HTTP/1.1 20"), Broken);
    fails("reset in the status line", Script::of("HTTP/1.1 20", End::Reset).thenWait(20ms), Broken);
    fails("closed after the status line", Script::of("HTTP/1.1 200 OK\r\n"), Any);
    fails("closed in a header", Script::of(upTo("Length")), Any);
    fails("reset in a header", Script::of(upTo("Length"), End::Reset).thenWait(20ms), Any);
    fails("closed after the head", Script::of(upTo("{")), Broken);
    fails("reset after the head", Script::of(upTo("{"), End::Reset).thenWait(20ms), Broken);
    fails("closed in the body", Script::of(upTo("good-two")), Broken);
    fails("reset in the body", Script::of(upTo("good-two"), End::Reset).thenWait(20ms), Broken);
    shows("closed after the body", Script::of(ok(goodPage())));
    shows("reset after the body", Script::of(ok(goodPage()), End::Reset).thenWait(50ms));
    fails("reset in a body without a length",
          Script::of("HTTP/1.1 200 OK\r\n\r\n" + goodPage().first(99), End::Reset).thenWait(20ms),
          Any);
    fails("closed in a body without a length",
          Script::of("HTTP/1.1 200 OK\r\n\r\n" + goodPage().first(99)), NotWhole);
    shows("a body that ends with the connection",
          Script::of("HTTP/1.1 200 OK\r\n\r\n" + goodPage()));
}

void HostileConnectionTest::liesAboutLengths_data()
{
    addColumns();
    const QByteArray body = goodPage();
    const QByteArray length = QByteArray::number(body.size());
    fails("too short", Script::of(headWithLength("99") + body), NotWhole);
    fails("too long, then closed", Script::of(headWithLength("9999") + body), Broken);
    fails("too long, then silence", Script::of(headWithLength("9999") + body, End::KeepOpen),
          TimedOut, ShortDeadline);
    fails("zero", Script::of(headWithLength("0") + body),
          u"^200\\|Unexpected response\\|The response has no body.$"_s);
    fails("two that differ",
          Script::of("HTTP/1.1 200 OK\r\nContent-Length: 99\r\nContent-Length: " + length
                     + "\r\n\r\n" + body),
          Any);
    shows("negative, closed at the end", Script::of(headWithLength("-5") + body));
    shows("not a number, closed at the end", Script::of(headWithLength("many") + body));
    fails("greater than any number",
          Script::of(headWithLength("99999999999999999999") + body.first(99)), Any);
    fails("as great as a number can be", Script::of(headWithLength("9223372036854775807") + body),
          Any);
    shows("a length beside chunks",
          Script::of("HTTP/1.1 200 OK\r\nContent-Length: 5\r\nTransfer-Encoding: chunked\r\n\r\n"
                     + goodChunks().sliced(chunkedHead().size())));
}

void HostileConnectionTest::cutsChunks_data()
{
    addColumns();
    const QByteArray whole = goodChunks();
    const qsizetype head = chunkedHead().size();
    const qsizetype second = whole.indexOf("\r\n", head + 100) + 2;
    const QList<QPair<const char *, qsizetype>> cuts{
        {"after the head", head},
        {"in a size", head + 1},
        {"after a size", head + 2},
        {"in the line end of a size", head + 3},
        {"before the data", head + 4},
        {"in the data", head + 50},
        {"after the data", head + 104},
        {"in the line end of the data", head + 105},
        {"between chunks", second},
        {"in the last data", whole.size() - 20},
        {"before the last chunk", whole.size() - 5},
        {"in the last chunk", whole.size() - 4},
    };
    for (const auto &[name, length] : cuts)
        fails(name, Script::of(whole.first(length)), AnyOrTimedOut, 3s);
    shows("not at all", Script::of(whole));
    fails("and silence", Script::of(whole.first(head + 50), End::KeepOpen), TimedOut,
          ShortDeadline);
}

/// All of the page has come by then; whether Qt misses the rest depends on who is faster.
void HostileConnectionTest::cutsTheLastLineEnd_data()
{
    QTest::addColumn<int>("missing");
    QTest::newRow("after the last chunk's size") << 2;
    QTest::newRow("in the last line end") << 1;
}

void HostileConnectionTest::cutsTheLastLineEnd()
{
    QFETCH(const int, missing);
    const QByteArray whole = goodChunks();
    hostile().answerBuckets(Script::of(whole.chopped(missing)));
    QVERIFY(hostile().pressAndWait(u"Refresh"_s, 3s));
    QCOMPARE(hostile().shownNames(), hostile::HostileWindow::goodNames());
}

void HostileConnectionTest::garblesChunks_data()
{
    addColumns();
    const QByteArray body = goodPage();
    const auto sized = [&body](const QByteArray &size) {
        return Script::of(chunkedHead() + size + "\r\n" + body + "\r\n0\r\n\r\n");
    };
    const QByteArray size = QByteArray::number(body.size(), 16);
    fails("a size of letters", sized("xyz"), Any);
    fails("a negative size", sized("-5"), Any);
    fails("no size", sized({}), Any);
    fails("a size too great by far", sized("7fffffffffffffff"), Any);
    fails("a size no number can hold", sized("ffffffffffffffffffff"), Any);
    fails("a size too small", sized("5"), Any);
    fails("a size too great", sized(QByteArray::number(body.size() + 40, 16)), Any);
    shows("an extension", sized(size + ";name=\"value\""));
    shows("trailers", Script::of(chunkedHead() + chunk(body) + "0\r\nExtra: yes\r\n\r\n"));
    fails("data for ever", Script::forever(chunkedHead(), chunk(QByteArray(1024 * 1024, ' '))),
          u"^—\\|Response too large\\|The response is larger than 32 MiB"_s);
}

void HostileConnectionTest::isSlow_data()
{
    addColumns();
    const QByteArray answer = ok(goodPage());
    const qsizetype head = answer.indexOf("\r\n\r\n") + 4;
    fails("silent", Script::of({}, End::KeepOpen), TimedOut, ShortDeadline);
    fails("a head that drips", Script::drip({}, answer, 1, 20ms), TimedOut, ShortDeadline);
    fails("a head that drips slowly", Script::drip({}, answer, 1, 150ms), TimedOut, ShortDeadline);
    fails("a body that drips", Script::drip(answer.first(head), answer.sliced(head), 1, 10ms),
          TimedOut, ShortDeadline);
    fails("a body that never begins", Script::of(answer.first(head), End::KeepOpen), TimedOut,
          ShortDeadline);
    fails("chunks that drip", Script::drip(chunkedHead(), chunk("x").repeated(200), 6, 10ms),
          TimedOut, ShortDeadline);
    fails("interim answers that drip",
          Script::drip({}, QByteArray("HTTP/1.1 100 Continue\r\n\r\n").repeated(200), 25, 10ms),
          TimedOut, ShortDeadline);
    fails("headers that drip",
          Script::drip("HTTP/1.1 200 OK\r\n", QByteArray("X: y\r\n").repeated(200), 6, 10ms),
          TimedOut, ShortDeadline);
    fails("gzip that drips",
          Script::drip("HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\n\r\n",
                       hostile::gzip(hostile::ninefold(9000)), 2, 10ms),
          TimedOut, ShortDeadline);
    shows("a drip that makes it", Script::drip(answer.first(head), answer.sliced(head), 40, 5ms));
}

/// What follows an answer on its connection must not be taken for the answer to the next request.
void HostileConnectionTest::smugglesASecondAnswer()
{
    const QByteArray evil = ok(hostile::page({hostile::bucket(66, "smuggled")}));
    hostile().answerBuckets(Script::of(ok(goodPage()) + evil, End::KeepOpen));
    QVERIFY(hostile().pressAndWait(u"Refresh"_s));
    QCOMPARE(hostile().shownNames(), hostile::HostileWindow::goodNames());
    hostile().answerBuckets(Script::of(ok(goodPage()), End::KeepOpen));
    for (int i = 0; i < 3; ++i) {
        QVERIFY(hostile().pressAndWait(u"Refresh"_s));
        QCOMPARE(hostile().shownNames(), hostile::HostileWindow::goodNames());
    }
}

QTEST_MAIN(HostileConnectionTest)
#include "tst_hostileconnection.moc"
