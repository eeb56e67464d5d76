// SPDX-License-Identifier: Apache-2.0
#include "answers.h"
#include "hostilewindow.h"

#include <QDirIterator>
#include <QFile>
#include <QRegularExpression>
#include <QTest>
#include <QThreadPool>

using namespace Qt::Literals::StringLiterals;
using hostile::HostileWindow;
using hostile::Script;
using hostile::ShortDeadline;

namespace {

/// Qt's threads for HTTP that are still at it; none where the system does not tell.
int httpThreads()
{
    int count = 0;
    QDirIterator tasks(u"/proc/self/task"_s, QDir::Dirs | QDir::NoDotAndDotDot);
    while (tasks.hasNext()) {
        QFile name(tasks.next() + u"/comm"_s);
        if (name.open(QIODevice::ReadOnly) && name.readAll().startsWith("QNetworkAccess"))
            ++count;
    }
    return count;
}

} // namespace

/// Answers whose head never ends. Qt reads them on the one thread that all connections share, for
/// as long as there is something to read: whoever waits for it, waits for ever.
class HostileEndlessTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void goesOnAfterTheDeadline_data();
    void goesOnAfterTheDeadline();

private:
    std::unique_ptr<HostileWindow> m_hostile;
};

void HostileEndlessTest::init()
{
    m_hostile = std::make_unique<HostileWindow>();
    QVERIFY(m_hostile->open());
}

void HostileEndlessTest::cleanup()
{
    m_hostile->server().hangUp();
    m_hostile.reset();
    // Qt does not wait for a thread that is held up for long: it is deleted here when it has ended.
    QThreadPool::globalInstance()->waitForDone();
    QTRY_COMPARE_WITH_TIMEOUT(httpThreads(), 0, 30'000);
    QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
}

void HostileEndlessTest::goesOnAfterTheDeadline_data()
{
    QTest::addColumn<Script>("script");
    const QByteArray head = "HTTP/1.1 200 OK\r\n";
    const QByteArray letters(65536, 'x');
    QTest::newRow("line ends") << Script::forever({}, QByteArray("\r\n").repeated(32768));
    QTest::newRow("letters") << Script::forever({}, letters);
    QTest::newRow("a status line") << Script::forever("HTTP/1.1 200 ", letters);
    QTest::newRow("interim answers")
        << Script::forever({}, QByteArray("HTTP/1.1 100 Continue\r\n\r\n").repeated(2048));
    QTest::newRow("a header") << Script::forever(head + "X: ", letters);
    QTest::newRow("headers") << Script::forever(head,
                                                QByteArray("X-Header: value\r\n").repeated(4096));
    QTest::newRow("a chunk's size")
        << Script::forever(hostile::chunkedHead(), QByteArray(65536, '0'));
    QTest::newRow("a chunk's extension") << Script::forever(hostile::chunkedHead() + "5;", letters);
    QTest::newRow("chunks of one byte")
        << Script::forever(hostile::chunkedHead(), hostile::chunk("x").repeated(8192));
    QTest::newRow("trailers") << Script::forever(hostile::chunkedHead() + "0\r\n",
                                                 QByteArray("X-Header: value\r\n").repeated(4096));
    QTest::newRow("a body that is not wanted")
        << Script::forever("HTTP/1.1 204 No Content\r\n\r\n", letters);
}

void HostileEndlessTest::goesOnAfterTheDeadline()
{
    QFETCH(const Script, script);
    static const QRegularExpression expected(
        u"^(—|\\d+)\\|(Connection (closed|failed)|Unexpected response|Answer .*|Timed out)\\|."_s);
    m_hostile->answerBuckets(script);
    QVERIFY(m_hostile->pressAndWait(u"Refresh"_s, ShortDeadline));
    QCOMPARE(m_hostile->session().pager().state(), buckets::BucketPager::State::Failed);
    QCOMPARE(m_hostile->shownNames(), HostileWindow::goodNames());
    const QString problem = m_hostile->onlyProblem();
    QVERIFY2(expected.match(problem).hasMatch(), qPrintable(problem));

    // The other connection is still at it.
    m_hostile->behave();
    QVERIFY(m_hostile->pressAndWait(u"Refresh"_s, hostile::LongDeadline));
    const buckets::BucketPager &pager = m_hostile->session().pager();
    QVERIFY2(pager.state() == buckets::BucketPager::State::Ready,
             qPrintable(pager.error().reason + u' ' + pager.error().detail));
    QCOMPARE(m_hostile->problems()->model()->rowCount(), 1);
}

QTEST_MAIN(HostileEndlessTest)
#include "tst_hostileendless.moc"
