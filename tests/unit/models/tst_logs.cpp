// SPDX-License-Identifier: Apache-2.0
#include "models/exchangelog.h"
#include "models/problemlog.h"

#include <QAbstractItemModelTester>
#include <QTest>

using namespace Qt::Literals::StringLiterals;
using atlas::ApiError;
using models::ExchangeLog;
using models::ProblemLog;

class LogsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void showsProblemsNewestFirst();
    void putsWhatFailsAgainOnTop();
    void tellsTheDay();
    void reportsWhatBecameOfIt_data();
    void reportsWhatBecameOfIt();
    void reportsInFull();
    void reportsALineForALine();
    void showsExchangesNewestFirst();
    void saysWhichSizeItShows();
    void forgetsTheOldest();
};

void LogsTest::showsProblemsNewestFirst()
{
    ProblemLog log;
    const QAbstractItemModelTester tester(&log,
                                          QAbstractItemModelTester::FailureReportingMode::QtTest);
    ApiError first;
    first.status = 404;
    first.errorCode = u"GROUP_NOT_FOUND"_s;
    first.reason = u"Not Found"_s;
    first.detail = u"gone"_s;
    first.request = u"GET https://cloud.mongodb.com/x"_s;
    log.add(first);
    ApiError second;
    second.kind = ApiError::Kind::Transport;
    second.reason = u"Connection refused"_s;
    log.add(second);

    QCOMPARE(log.rowCount(), 2);
    const auto text = [&log](int row, ProblemLog::Column column) {
        return log.index(row, static_cast<int>(column)).data().toString();
    };
    QCOMPARE(text(0, ProblemLog::Column::Status), u"—"_s);
    QCOMPARE(text(0, ProblemLog::Column::Reason), u"Connection refused"_s);
    QCOMPARE(text(0, ProblemLog::Column::Detail), u"—"_s);
    QVERIFY(!log.report().contains(u"Detail: —"_s));
    QCOMPARE(text(1, ProblemLog::Column::Status), u"404"_s);
    QCOMPARE(text(1, ProblemLog::Column::ErrorCode), u"GROUP_NOT_FOUND"_s);
    QCOMPARE(text(1, ProblemLog::Column::Detail), u"gone"_s);
    QCOMPARE(text(1, ProblemLog::Column::Request), first.request);
    QVERIFY(!text(1, ProblemLog::Column::Hint).isEmpty());
    const QStringList headers{u"Time"_s,   u"Status"_s,  u"Error code"_s, u"Reason"_s,
                              u"Detail"_s, u"Request"_s, u"Hint"_s};
    for (int column = 0; column < ProblemLog::ColumnCount; ++column)
        QCOMPARE(log.headerData(column, Qt::Horizontal).toString(), headers[column]);
    log.clear();
    QCOMPARE(log.rowCount(), 0);
}

void LogsTest::putsWhatFailsAgainOnTop()
{
    ProblemLog log;
    const QAbstractItemModelTester tester(&log,
                                          QAbstractItemModelTester::FailureReportingMode::QtTest);
    ApiError first;
    first.call = 1;
    first.detail = u"first"_s;
    ApiError second;
    second.call = 2;
    second.detail = u"second"_s;
    log.addRetry(first, std::chrono::seconds(1));
    log.add(second);
    QCOMPARE(log.at(0).error.detail, u"second"_s);
    log.add(first);
    QCOMPARE(log.rowCount(), 2);
    QCOMPARE(log.at(0).error.detail, u"first"_s);
    QCOMPARE(log.at(1).error.detail, u"second"_s);
    QVERIFY(log.at(0).time >= log.at(1).time);
}

void LogsTest::tellsTheDay()
{
    ProblemLog problems;
    problems.add({});
    const QString day = QDate::currentDate().toString(Qt::ISODate);
    const auto problemTime = static_cast<int>(ProblemLog::Column::Time);
    QVERIFY(problems.index(0, problemTime).data().toString().startsWith(day));
    ExchangeLog exchanges;
    net::Exchange exchange;
    exchange.time = QDateTime::currentDateTimeUtc();
    exchanges.add(exchange);
    const auto exchangeTime = static_cast<int>(ExchangeLog::Column::Time);
    QVERIFY(exchanges.index(0, exchangeTime).data().toString().startsWith(day));
}

void LogsTest::reportsWhatBecameOfIt_data()
{
    QTest::addColumn<int>("retries");
    QTest::addColumn<bool>("fails");
    QTest::addColumn<bool>("recovers");
    QTest::addColumn<QString>("says");
    QTest::newRow("failed") << 0 << true << false << u"Outcome: Failed\n"_s;
    QTest::newRow("retried, failed") << 2 << true << false << u"Outcome: Failed. Retries: 2\n"_s;
    QTest::newRow("mended") << 1 << false << true << u"Outcome: Succeeded on retry\n"_s;
    QTest::newRow("stopped") << 1 << false << false << u"Outcome: Stopped before the retry\n"_s;
}

void LogsTest::reportsWhatBecameOfIt()
{
    QFETCH(const int, retries);
    QFETCH(const bool, fails);
    QFETCH(const bool, recovers);
    QFETCH(const QString, says);
    ProblemLog log;
    ApiError error;
    error.call = 7;
    for (int i = 0; i < retries; ++i)
        log.addRetry(error, std::chrono::seconds(1));
    if (fails)
        log.add(error);
    else
        log.endRetries(error.call, recovers);
    QVERIFY2(log.report().contains(says), qPrintable(log.report()));
}

void LogsTest::reportsALineForALine()
{
    ProblemLog log;
    atlas::ApiError error = atlas::malformedAnswer(200, u"a\nStatus: 500\rb"_s);
    error.parameters = {u"c\nHint: none"_s};
    log.add(error);
    const QStringList lines = log.report().split(u'\n');
    QVERIFY(lines.contains(u"Detail: a\\nStatus: 500\\rb"_s));
    QVERIFY(lines.contains(u"Parameters: c\\nHint: none"_s));
    QVERIFY(lines.contains(u"Status: 200"_s));
}

void LogsTest::reportsInFull()
{
    ProblemLog log;
    ApiError error;
    error.status = 400;
    error.errorCode = u"VALIDATION_ERROR"_s;
    error.detail = u"Invalid."_s;
    error.parameters = {u"a"_s, u"b"_s};
    error.fieldViolations = {{u"pageNum"_s, u"must be positive"_s}};
    log.add(error);
    const QString report = log.report();
    for (const QString &part : {u"Status: 400"_s, u"VALIDATION_ERROR"_s,
                                u"Invalid. pageNum: must be positive"_s, u"Parameters: a, b"_s})
        QVERIFY2(report.contains(part), qPrintable(report));
}

void LogsTest::showsExchangesNewestFirst()
{
    ExchangeLog log;
    const QAbstractItemModelTester tester(&log,
                                          QAbstractItemModelTester::FailureReportingMode::QtTest);
    net::Exchange exchange;
    exchange.method = "GET";
    exchange.url = QUrl(u"https://cloud.mongodb.com/api/atlas/v2/groups"_s);
    exchange.status = 200;
    exchange.duration = std::chrono::milliseconds(98);
    exchange.rateLimit = {1200, 1198};
    log.add(exchange);
    exchange.status = 0;
    exchange.failure = u"Connection refused"_s;
    log.add(exchange);

    const auto text = [&log](int row, ExchangeLog::Column column) {
        return log.index(row, static_cast<int>(column)).data().toString();
    };
    QCOMPARE(text(0, ExchangeLog::Column::Status), u"Connection refused"_s);
    QCOMPARE(text(1, ExchangeLog::Column::Status), u"200"_s);
    QCOMPARE(text(1, ExchangeLog::Column::Method), u"GET"_s);
    QCOMPARE(text(1, ExchangeLog::Column::Duration), u"98 ms"_s);
    QVERIFY(text(1, ExchangeLog::Column::RateLimit).contains(u"of"));
    const QStringList headers{u"Time"_s,     u"Method"_s, u"URL"_s,       u"Status"_s,
                              u"Duration"_s, u"Size"_s,   u"Rate limit"_s};
    for (int column = 0; column < ExchangeLog::ColumnCount; ++column)
        QCOMPARE(log.headerData(column, Qt::Horizontal).toString(), headers[column]);
}

void LogsTest::saysWhichSizeItShows()
{
    const ExchangeLog log;
    for (int column = 0; column < ExchangeLog::ColumnCount; ++column) {
        const QString told = log.headerData(column, Qt::Horizontal, Qt::ToolTipRole).toString();
        const bool isSize = column == static_cast<int>(ExchangeLog::Column::Size);
        QCOMPARE(told.contains(u"as sent: if compressed, before decompression"_s), isSize);
    }
}

void LogsTest::forgetsTheOldest()
{
    ExchangeLog log;
    for (int i = 0; i < ExchangeLog::Capacity + 5; ++i) {
        net::Exchange exchange;
        exchange.status = i;
        log.add(exchange);
    }
    QCOMPARE(log.rowCount(), ExchangeLog::Capacity);
    QCOMPARE(log.totalCount(), ExchangeLog::Capacity + 5);
    QCOMPARE(log.at(0).status, ExchangeLog::Capacity + 4);
}

QTEST_GUILESS_MAIN(LogsTest)
#include "tst_logs.moc"
