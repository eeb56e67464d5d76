// SPDX-License-Identifier: Apache-2.0
#include "net/pacing/ratebudget.h"
#include "net/pacing/retrypolicy.h"
#include "net/pacing/tokenbucket.h"
#include "net/pacing/turns.h"

#include <QTest>

#include <algorithm>
#include <limits>
#include <memory>

using namespace std::chrono_literals;
using atlas::ApiError;
using net::RateLimit;
using net::RetryPolicy;
using net::TokenBucket;

namespace {

using Wait = std::optional<RetryPolicy::Duration>;

ApiError answer(int status, std::optional<std::chrono::seconds> retryAfter = {})
{
    ApiError error;
    error.status = status;
    error.retryAfter = retryAfter;
    return error;
}

ApiError without(ApiError::Kind kind)
{
    ApiError error;
    error.kind = kind;
    return error;
}

ApiError signIn(int status, std::optional<std::chrono::seconds> retryAfter = {})
{
    ApiError error = answer(status, retryAfter);
    error.kind = ApiError::Kind::SignIn;
    error.duringSignIn = true;
    return error;
}

ApiError handshake()
{
    ApiError error = without(ApiError::Kind::Transport);
    error.cause = ApiError::Cause::HandshakeFailed;
    return error;
}

ApiError resent()
{
    ApiError error = without(ApiError::Kind::Transport);
    error.wasResent = true;
    return error;
}

const TokenBucket::Clock::time_point Start{};

} // namespace

Q_DECLARE_METATYPE(atlas::ApiError)
Q_DECLARE_METATYPE(atlas::EndpointSet)
Q_DECLARE_METATYPE(Wait)

/// When calls are made, and when they are made again: no clock, no network.
class PacingTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void retriesWhatMayHelp_data();
    void retriesWhatMayHelp();
    void addsJitter();
    void canBeTurnedOff();
    void pausesEverLonger();
    void neverWaitsForEver();

    void knowsTheDocumentedLimits_data();
    void knowsTheDocumentedLimits();
    void bucketIsFullAtFirst();
    void bucketRefills();
    void bucketBelievesAtlas();
    void bucketIsClosedAfterARefusal();
    void bucketTakesOverTheRate();
    void bucketBelievesNoOddRate_data();
    void bucketBelievesNoOddRate();
    void bucketBelievesNoOddHeaders();
    void bucketTellsLaterTurns();
    void takesTurns();
    void doesAllThatWaits();
    void endsInTheMidstOfATurn();
};

void PacingTest::retriesWhatMayHelp_data()
{
    QTest::addColumn<ApiError>("error");
    QTest::addColumn<QList<Wait>>("waits");
    const QList<Wait> never{{}, {}, {}, {}};
    QTest::newRow("429") << answer(429) << QList<Wait>{10s, 20s, 40s, {}};
    QTest::newRow("429, says when") << answer(429, 7s) << QList<Wait>{7s, 20s, 40s, {}};
    QTest::newRow("429, says late") << answer(429, 30s) << QList<Wait>{30s, 30s, 40s, {}};
    QTest::newRow("429, says far too late") << answer(429, 86'400s) << never;
    QTest::newRow("502") << answer(502) << QList<Wait>{2s, 4s, 8s, {}};
    QTest::newRow("503, says when") << answer(503, 5s) << QList<Wait>{5s, 5s, 8s, {}};
    QTest::newRow("504") << answer(504) << QList<Wait>{2s, 4s, 8s, {}};
    QTest::newRow("no connection")
        << without(ApiError::Kind::Transport) << QList<Wait>{1s, 2s, 4s, {}};
    QTest::newRow("no connection, sent anew by Qt") << resent() << never;
    for (const int status : {400, 401, 402, 403, 404, 406, 408, 409, 410, 418, 500, 501, 505})
        QTest::addRow("%d", status) << answer(status, 1s) << never;
    QTest::newRow("time-out") << without(ApiError::Kind::TimedOut) << never;
    QTest::newRow("redirect") << without(ApiError::Kind::Redirected) << never;
    QTest::newRow("not what Atlas says") << without(ApiError::Kind::Malformed) << never;
    QTest::newRow("no agreement on TLS") << handshake() << never;
    QTest::newRow("sign-in, 429") << signIn(429) << QList<Wait>{60s, 120s, 240s, {}};
    QTest::newRow("sign-in, 429, says when") << signIn(429, 2s) << QList<Wait>{2s, 120s, 240s, {}};
    QTest::newRow("sign-in, 503") << signIn(503) << QList<Wait>{2s, 4s, 8s, {}};
    QTest::newRow("sign-in, wrong secret") << signIn(401) << never;
    QTest::newRow("sign-in, too many tokens") << signIn(403) << never;
    QTest::newRow("sign-in") << without(ApiError::Kind::SignIn) << never;
    QTest::newRow("not sent at all") << without(ApiError::Kind::Refused) << never;
}

void PacingTest::retriesWhatMayHelp()
{
    QFETCH(const ApiError, error);
    QFETCH(const QList<Wait>, waits);
    for (int retry = 1; retry <= waits.size(); ++retry)
        QCOMPARE(RetryPolicy().waitBefore(retry, error, 0.0), waits[retry - 1]);
}

void PacingTest::addsJitter()
{
    const RetryPolicy policy;
    QCOMPARE(policy.waitBefore(1, answer(429), 0.5), Wait(11'250ms));
    QCOMPARE(policy.waitBefore(3, answer(429), 0.999), Wait(49'990ms));
    QCOMPARE(policy.waitBefore(1, answer(429, 4s), 0.5), Wait(4'500ms));
}

void PacingTest::canBeTurnedOff()
{
    QCOMPARE(RetryPolicy::none().waitBefore(1, answer(429), 0), Wait());
    QCOMPARE(RetryPolicy::none().waitBefore(1, without(ApiError::Kind::Transport), 0), Wait());
}

void PacingTest::pausesEverLonger()
{
    const RetryPolicy policy;
    QCOMPARE(policy.pauseAfter(1, signIn(503), 0), RetryPolicy::Duration(2s));
    QCOMPARE(policy.pauseAfter(3, signIn(503), 0), RetryPolicy::Duration(8s));
    QCOMPARE(policy.pauseAfter(1, signIn(503, 30s), 0), RetryPolicy::Duration(30s));
    QCOMPARE(policy.pauseAfter(1, signIn(403), 0), RetryPolicy::Duration(2s));
    QCOMPARE(policy.pauseAfter(1, signIn(429), 0), RetryPolicy::Duration(60s));
    QCOMPARE(policy.pauseAfter(1'000'000, signIn(503), 0.9), RetryPolicy::Duration(300s));
    QCOMPARE(policy.pauseAfter(1, signIn(503, 86'400s), 0), RetryPolicy::Duration(300s));
}

void PacingTest::neverWaitsForEver()
{
    RetryPolicy policy;
    policy.mostRetries = 1'000;
    QCOMPARE(policy.waitBefore(1'000, answer(503), 0), Wait(300s));
}

void PacingTest::knowsTheDocumentedLimits_data()
{
    QTest::addColumn<atlas::EndpointSet>("endpointSet");
    QTest::addColumn<int>("calls");
    QTest::newRow("projects") << atlas::EndpointSet::Projects << 1200;
    QTest::newRow("backups") << atlas::EndpointSet::CloudBackups << 1200;
    QTest::newRow("clusters") << atlas::EndpointSet::Clusters << 10'000;
    QTest::newRow("roles") << atlas::EndpointSet::CloudProviderAccess << 2'000;
    QTest::newRow("alerts") << atlas::EndpointSet::AlertConfigurations << 1200;
    QTest::newRow("events") << atlas::EndpointSet::Events << 300;
}

void PacingTest::knowsTheDocumentedLimits()
{
    QFETCH(const atlas::EndpointSet, endpointSet);
    net::RateBudget budget;
    QTEST(budget.rateOf({endpointSet, atlas::ProjectId()}).capacity, "calls");
}

void PacingTest::bucketIsFullAtFirst()
{
    TokenBucket bucket({3, 6, 60s}, Start);
    for (int i = 0; i < 3; ++i) {
        QCOMPARE(bucket.waitFor(Start), 0s);
        bucket.take(Start);
    }
    QCOMPARE(bucket.level(Start), 0);
    QCOMPARE(bucket.waitFor(Start), 10s);
}

void PacingTest::bucketRefills()
{
    TokenBucket bucket({3, 6, 60s}, Start);
    for (int i = 0; i < 3; ++i)
        bucket.take(Start);
    QCOMPARE(bucket.waitFor(Start + 4s), 6s);
    QCOMPARE(bucket.waitFor(Start + 10s), 0s);
    QCOMPARE(bucket.level(Start + 25s), 2);
    QCOMPARE(bucket.level(Start + 1h), 3);
}

void PacingTest::bucketBelievesAtlas()
{
    TokenBucket bucket({1200, 500, 60s}, Start);
    bucket.take(Start);
    bucket.take(Start);
    bucket.settle({}, Start);
    QCOMPARE(bucket.level(Start), 1198);
    bucket.settle(RateLimit{100, 7}, Start);
    QCOMPARE(bucket.level(Start), 7);
    bucket.take(Start);
    bucket.take(Start);
    bucket.settle(RateLimit{100, 6}, Start); // The other one may or may not be in Atlas's count.
    QCOMPARE(bucket.level(Start), 5);
    QCOMPARE(bucket.level(Start + 1h), 100);
}

void PacingTest::bucketIsClosedAfterARefusal()
{
    TokenBucket bucket({1200, 500, 60s}, Start);
    bucket.empty(12s, Start);
    QCOMPARE(bucket.level(Start), 0);
    QCOMPARE(bucket.waitFor(Start + 2s), 10s);
    QCOMPARE(bucket.waitFor(Start + 12s), 0s);
    bucket.empty(1s, Start + 3s); // An earlier promise is not broken.
    QCOMPARE(bucket.waitFor(Start + 5s), 7s);
}

void PacingTest::bucketTakesOverTheRate()
{
    TokenBucket bucket({1200, 500, 60s}, Start);
    bucket.setRate({10, 1, 2s}, Start);
    QCOMPARE(bucket.level(Start), 10);
    for (int i = 0; i < 10; ++i)
        bucket.take(Start);
    QCOMPARE(bucket.waitFor(Start), 2s);
}

void PacingTest::bucketBelievesNoOddRate_data()
{
    QTest::addColumn<int>("capacity");
    QTest::addColumn<int>("refill");
    QTest::addColumn<qint64>("interval");
    constexpr int Most = std::numeric_limits<int>::max();
    QTest::newRow("nothing") << 0 << 0 << qint64(0);
    QTest::newRow("no capacity") << 0 << 500 << qint64(60);
    QTest::newRow("no refill") << 1200 << 0 << qint64(60);
    QTest::newRow("negative") << -5 << -5 << qint64(-5);
    QTest::newRow("a token in 68 years") << 1200 << 1 << qint64(Most);
    QTest::newRow("longer than time") << 1200 << 1 << std::numeric_limits<qint64>::max();
    QTest::newRow("an hour") << 1200 << 1200 << qint64(3600);
    QTest::newRow("a token in two minutes") << 1200 << 1 << qint64(120);
    QTest::newRow("no limit at all") << Most << Most << qint64(1);
}

void PacingTest::bucketBelievesNoOddRate()
{
    QFETCH(const int, capacity);
    QFETCH(const int, refill);
    QFETCH(const qint64, interval);
    const TokenBucket::Rate rate{capacity, refill, std::chrono::seconds(interval)};
    QVERIFY(!TokenBucket::isPlausible(rate));
    TokenBucket bucket({3, 6, 60s}, Start);
    bucket.setRate(rate, Start);
    QCOMPARE(bucket.level(Start), 3);
    bucket.empty(0s, Start);
    QCOMPARE(bucket.waitFor(Start), 10s);
}

void PacingTest::bucketBelievesNoOddHeaders()
{
    TokenBucket bucket({3, 6, 60s}, Start);
    bucket.settle(RateLimit{std::numeric_limits<int>::max(), std::numeric_limits<int>::max()},
                  Start);
    QCOMPARE(bucket.level(Start), 1'000'000);
    bucket.settle(RateLimit{5, 700}, Start); // More left than there can be.
    QCOMPARE(bucket.level(Start), 5);
}

void PacingTest::bucketTellsLaterTurns()
{
    TokenBucket bucket({3, 6, 60s}, Start);
    QCOMPARE(bucket.waitFor(Start, 3), 0s);
    QCOMPARE(bucket.waitFor(Start, 4), 10s);
    QCOMPARE(bucket.waitFor(Start, 101), 980s);
    // Blocked: what comes back meanwhile is there at the end.
    bucket.empty(20s, Start);
    QCOMPARE(bucket.waitFor(Start, 1), 20s);
    QCOMPARE(bucket.waitFor(Start, 2), 20s);
    QCOMPARE(bucket.waitFor(Start, 3), 30s);
}

void PacingTest::takesTurns()
{
    net::Turns turns;
    QObject here;
    auto gone = std::make_unique<QObject>();
    QList<int> done;
    turns.add(&here, [&done, &turns, &here] {
        done.append(1);
        turns.add(&here, [&done] { done.append(3); });
    });
    turns.add(gone.get(), [&done] { done.append(-1); });
    turns.add(&here, [&done] { done.append(2); });
    gone.reset();
    QCOMPARE(done, QList<int>());
    QTRY_COMPARE(done.size(), 3);
    QCOMPARE(done, (QList{1, 2, 3}));
}

void PacingTest::doesAllThatWaits()
{
    net::Turns turns;
    QObject here;
    QList<int> done;
    turns.finish(); // Nothing waits.
    for (int number = 0; !turns.isBehind(); ++number) {
        turns.add(&here, [&, number] {
            turns.finish(); // From within: those after it keep their order.
            done.append(number);
            turns.add(&here, [&done] { done.append(-1); });
        });
    }
    turns.finish();
    const QList<int> first = done;
    QVERIFY(std::is_sorted(first.begin(), first.end()));
    QCOMPARE(first.constFirst(), 0);
    QTRY_COMPARE(done.size(), 2 * first.size());
    QCOMPARE(done.count(-1), first.size());
    QVERIFY(!turns.isBehind());
}

void PacingTest::endsInTheMidstOfATurn()
{
    auto turns = std::make_unique<net::Turns>();
    QObject here;
    QList<int> done;
    turns->add(&here, [&done, &turns] {
        turns.reset();
        done.append(1);
    });
    turns->add(&here, [&done] { done.append(2); });
    QTRY_COMPARE(done, QList{1});
    QTest::qWait(0);
    QCOMPARE(done, QList{1});
}

QTEST_GUILESS_MAIN(PacingTest)
#include "tst_pacing.moc"
