// SPDX-License-Identifier: Apache-2.0
#include "answers.h"
#include "hostilewindow.h"
#include "memory.h"

#include <QTest>

using namespace Qt::Literals::StringLiterals;
using hostile::gzip;
using hostile::gzipped;
using hostile::HostileWindow;
using hostile::ok;
using hostile::Script;
using hostile::ShortDeadline;

#if defined(__SANITIZE_ADDRESS__)
#define BUCKETSCOPE_UNDER_ASAN
#elif defined(__has_feature)
#if __has_feature(address_sanitizer)
#define BUCKETSCOPE_UNDER_ASAN
#endif
#endif

#ifdef BUCKETSCOPE_UNDER_ASAN
/// ASan keeps freed memory for a while, which would be taken for growth.
extern "C" const char *__asan_default_options();
extern "C" const char *__asan_default_options()
{
    return "quarantine_size_mb=1:thread_local_quarantine_size_kb=64";
}
#endif

namespace {

#ifdef BUCKETSCOPE_UNDER_ASAN
/// Shadow memory, red zones, and allocations that cannot grow in place.
constexpr long MostGrowthKiB = 160 * 1024;
#else
constexpr long MostGrowthKiB = 64 * 1024;
#endif

constexpr qsizetype MiB = 1024 * 1024;

QByteArray results(int count)
{
    QByteArrayList buckets;
    for (int i = 0; i < count; ++i)
        buckets.append(hostile::bucket(i, "bucket"));
    return hostile::page(buckets);
}

} // namespace

/// No answer makes the program grow by more than 64 MiB, not even for a moment.
class HostileMemoryTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();
    void cleanup();
    void staysSmall_data();
    void staysSmall();
    void doesNotGrow();

private:
    std::unique_ptr<HostileWindow> m_hostile;
    QByteArray m_bomb = gzip(QByteArray(100 * MiB, ' '));
    QByteArray m_smallBomb = gzip(hostile::ninefold(40 * MiB));
};

void HostileMemoryTest::initTestCase()
{
    if (!hostile::restartPeak() || !hostile::peakKiB())
        QSKIP("This system does not tell the peak of a process's memory.");
}

void HostileMemoryTest::init()
{
    m_hostile = std::make_unique<HostileWindow>();
    QVERIFY(m_hostile->open());
}

void HostileMemoryTest::cleanup()
{
    m_hostile->server().hangUp();
    m_hostile.reset();
}

void HostileMemoryTest::staysSmall_data()
{
    QTest::addColumn<Script>("script");
    const QByteArray head = "HTTP/1.1 200 OK\r\n";
    const QByteArray piece(65536, ' ');
    QTest::newRow("a body for ever") << Script::forever(head + "\r\n", piece);
    QTest::newRow("chunks for ever")
        << Script::forever(hostile::chunkedHead(), hostile::chunk(piece));
    QTest::newRow("a body of 4 GiB")
        << Script::forever(hostile::headWithLength("4294967296"), piece);
    QTest::newRow("an error for ever")
        << Script::forever("HTTP/1.1 400 Bad Request\r\n\r\n", piece);
    QTest::newRow("a header for ever") << Script::forever(head + "X: ", QByteArray(65536, 'x'));
    QTest::newRow("headers for ever")
        << Script::forever(head, QByteArray("X-Header: value\r\n").repeated(4096));
    QTest::newRow("interim answers for ever")
        << Script::forever({}, QByteArray("HTTP/1.1 100 Continue\r\n\r\n").repeated(2048));
    QTest::newRow("a status line for ever")
        << Script::forever("HTTP/1.1 200 ", QByteArray(65536, 'x'));
    QTest::newRow("letters for ever") << Script::forever({}, QByteArray(65536, 'x'));
    QTest::newRow("a chunk's extension for ever")
        << Script::forever(hostile::chunkedHead() + "5;", QByteArray(65536, 'x'));
    QTest::newRow("trailers for ever") << Script::forever(
        hostile::chunkedHead() + "0\r\n", QByteArray("X-Header: value\r\n").repeated(4096));
    QTest::newRow("a bomb of a hundred to one") << Script::of(gzipped(m_bomb));
    QTest::newRow("a bomb of nine to one") << Script::of(gzipped(m_smallBomb));
    QTest::newRow("100,000 results") << Script::of(ok(results(100'000)));
    QTest::newRow("a name of 1 MiB")
        << Script::of(ok(hostile::page({hostile::bucket(1, QByteArray(MiB, 'n'))})));
    QTest::newRow("nested 100,000 deep") << Script::of(ok(QByteArray(100'000, '[')));
    QTest::newRow("a million empty lists")
        << Script::of(ok("{\"results\":[" + QByteArray("[],").repeated(1'000'000) + "1]}"));
}

void HostileMemoryTest::staysSmall()
{
    QFETCH(const Script, script);
    m_hostile->answerBuckets(script);
    hostile::restartPeak();
    const long before = *hostile::residentKiB();
    QVERIFY(m_hostile->pressAndWait(
        u"Refresh"_s, script.endless ? std::chrono::seconds(2) : hostile::LongDeadline));
    const long growth = *hostile::peakKiB() - before;
    qInfo("%ld MiB at its peak", growth / 1024);
    QVERIFY(growth < MostGrowthKiB);
}

/// Whatever came: nothing of it stays.
void HostileMemoryTest::doesNotGrow()
{
    const long before = *hostile::residentKiB();
    for (int i = 0; i < 5; ++i) {
        m_hostile->answerBuckets(Script::of(gzipped(m_bomb)));
        QVERIFY(m_hostile->pressAndWait(u"Refresh"_s));
        QVERIFY(m_hostile->recover());
    }
    const long growth = *hostile::residentKiB() - before;
    qInfo("%ld MiB after 5 bombs", growth / 1024);
    QVERIFY(growth < 32 * 1024);
}

QTEST_MAIN(HostileMemoryTest)
#include "tst_hostilememory.moc"
