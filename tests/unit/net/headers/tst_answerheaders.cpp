// SPDX-License-Identifier: Apache-2.0
#include "atlas/values/utc.h"
#include "net/headers/answerheaders.h"

#include <QNetworkReply>
#include <QTest>

#include <ctime>

using namespace Qt::Literals::StringLiterals;

class AnswerHeadersTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void readsMoments_data();
    void readsMoments();
    void readsHoursThatTheLocalClockSkips();
    void readsWaits_data();
    void readsWaits();
    void readsLimits_data();
    void readsLimits();
};

namespace {

/// An answer with one header.
class ReplyWith : public QNetworkReply
{
public:
    ReplyWith(const QByteArray &name, const QByteArray &value) { setRawHeader(name, value); }

    void abort() override { }

protected:
    qint64 readData(char *, qint64) override { return -1; }
};

QDateTime utc(const QDate &date, const QTime &time)
{
    return QDateTime(date, time, atlas::Utc);
}

} // namespace

void AnswerHeadersTest::readsMoments_data()
{
    QTest::addColumn<QByteArray>("header");
    QTest::addColumn<QDateTime>("since");
    QTest::newRow("seconds") << QByteArray("@1659578233") << utc({2022, 8, 4}, {1, 57, 13});
    QTest::newRow("date") << QByteArray("Thu, 30 May 2024 00:00:00 GMT")
                          << utc({2024, 5, 30}, {0, 0});
    QTest::newRow("no number") << QByteArray("@soon") << QDateTime();
    QTest::newRow("beyond calendars") << QByteArray("@1862784008627840000") << QDateTime();
    QTest::newRow("beyond numbers") << QByteArray("@9223372036854775808") << QDateTime();
    QTest::newRow("true") << QByteArray("true") << QDateTime();
}

void AnswerHeadersTest::readsMoments()
{
    QFETCH(const QByteArray, header);
    QFETCH(const QDateTime, since);
    const auto deprecation = net::deprecationOf(ReplyWith("Deprecation", header));
    QCOMPARE(deprecation.since.has_value(), since.isValid());
    if (deprecation.since)
        QCOMPARE(*deprecation.since, since);
}

void AnswerHeadersTest::readsHoursThatTheLocalClockSkips()
{
    const QByteArray before = qgetenv("TZ");
    qputenv("TZ", "Europe/Berlin");
    tzset();
    const auto deprecation =
        net::deprecationOf(ReplyWith("Sunset", "Sun, 31 Mar 2024 02:30:00 GMT"));
    qputenv("TZ", before);
    tzset();
    QVERIFY(deprecation.sunset);
    QCOMPARE(deprecation.sunset->toString(Qt::ISODate), u"2024-03-31T02:30:00Z"_s);
}

void AnswerHeadersTest::readsWaits_data()
{
    QTest::addColumn<QByteArray>("header");
    QTest::addColumn<qint64>("seconds");
    QTest::newRow("seconds") << QByteArray("120") << qint64(120);
    QTest::newRow("date") << QByteArray("Thu, 30 May 2024 00:01:00 GMT") << qint64(60);
    QTest::newRow("past") << QByteArray("Fri, 30 May 2014 00:00:00 GMT") << qint64(0);
    QTest::newRow("negative") << QByteArray("-1") << qint64(-1);
    QTest::newRow("a day") << QByteArray("86400") << qint64(86400);
    QTest::newRow("longer than a day") << QByteArray("86401") << qint64(86400);
    QTest::newRow("beyond ints") << QByteArray("99999999999") << qint64(86400);
    QTest::newRow("beyond numbers") << QByteArray(40, '9') << qint64(86400);
    QTest::newRow("a date in another age")
        << QByteArray("Sun, 30 May 9024 00:00:00 GMT") << qint64(86400);
    QTest::newRow("signed") << QByteArray("+5") << qint64(-1);
    QTest::newRow("nothing") << QByteArray("  ") << qint64(-1);
    QTest::newRow("rubbish") << QByteArray("soon") << qint64(-1);
}

void AnswerHeadersTest::readsWaits()
{
    QFETCH(const QByteArray, header);
    const auto wait =
        net::retryAfterOf(ReplyWith("Retry-After", header), utc({2024, 5, 30}, {0, 0}));
    QTEST(wait ? qint64(wait->count()) : qint64(-1), "seconds");
}

void AnswerHeadersTest::readsLimits_data()
{
    QTest::addColumn<QByteArray>("header");
    QTest::addColumn<int>("limit");
    QTest::newRow("as Atlas sends it") << QByteArray("1200") << 1200;
    QTest::newRow("nothing left") << QByteArray("0") << 0;
    QTest::newRow("a million") << QByteArray("1000000") << 1'000'000;
    QTest::newRow("more than a million") << QByteArray("1000001") << -1;
    QTest::newRow("the largest int") << QByteArray("2147483647") << -1;
    QTest::newRow("beyond numbers") << QByteArray(40, '9') << -1;
    QTest::newRow("negative") << QByteArray("-1") << -1;
    QTest::newRow("rubbish") << QByteArray("many") << -1;
}

void AnswerHeadersTest::readsLimits()
{
    QFETCH(const QByteArray, header);
    QFETCH(const int, limit);
    QCOMPARE(net::rateLimitOf(ReplyWith("RateLimit-Limit", header)).limit.value_or(-1), limit);
    QCOMPARE(net::rateLimitOf(ReplyWith("RateLimit-Remaining", header)).remaining.value_or(-1),
             limit);
}

QTEST_GUILESS_MAIN(AnswerHeadersTest)
#include "tst_answerheaders.moc"
