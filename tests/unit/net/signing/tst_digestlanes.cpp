// SPDX-License-Identifier: Apache-2.0
#include "net/signing/digestauthenticator.h"

#include <QTest>

#include <memory>
#include <vector>

using net::Authorization;
using net::DigestAuthenticator;
using net::Lane;
using net::Lanes;

namespace {

/// The error of a 401.
atlas::ApiError unauthorized()
{
    atlas::ApiError error;
    error.status = 401;
    return error;
}

accounts::Credential key()
{
    accounts::Credential key;
    key.identity = QStringLiteral("me");
    key.secret = accounts::Secret::fromString(QStringLiteral("secret"));
    return key;
}

} // namespace

namespace digestlanes {

/// One call in a place of its own.
struct Caller
{
    QObject context;
    int place = 0;
    std::optional<Authorization> authorization;
    bool hasFailed = false;
    int refusals = 0;

    void ask(DigestAuthenticator &digest)
    {
        const net::Signable request{"/x", place / Lane::Connections, place};
        authorization = digest.authorize(request,
                                         {&context,
                                          [this](const atlas::Result<Authorization> &outcome) {
                                              hasFailed = !outcome;
                                              if (outcome)
                                                  authorization = *outcome;
                                          },
                                          {}});
    }
    bool isSigned() const { return authorization && authorization->generation > 0; }
    bool isUnsigned() const { return authorization && authorization->generation == 0; }
};

} // namespace digestlanes

using digestlanes::Caller;

/// Which nonce signs what, by which lane and place it goes.
class DigestLanesTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void triesAKeyByOneRequestInAll();
    void fetchesANonceForEachLane();
    void goesOnByOtherLanesWhileOneHangs();
    void goesOnWhenAFetchIsAbandoned();
    void renewsAStaleNonceOnce();
    void signsByPlacesForAStrictServer();
    void beginsAnewWithAKeyThatIsRevoked();

private:
    QByteArray challenge(bool stale);
    void ask(std::size_t count);
    std::optional<atlas::ApiError> refuse(Caller &caller, bool stale = false);
    void accept(Caller &caller);
    void proveKey();
    int signedCallers() const;
    int unsignedCallers() const;
    Caller &caller(int place) { return *m_callers.at(static_cast<std::size_t>(place)); }

    std::unique_ptr<DigestAuthenticator> m_digest;
    std::vector<std::unique_ptr<Caller>> m_callers;
    int m_nonces = 0;
};

void DigestLanesTest::init()
{
    m_callers.clear();
    m_digest = std::make_unique<DigestAuthenticator>(key());
    for (int place = 0; place < Lanes::MostPlaces; ++place) {
        m_callers.push_back(std::make_unique<Caller>());
        m_callers.back()->place = place;
    }
}

QByteArray DigestLanesTest::challenge(bool stale)
{
    return R"(Digest realm="r", qop="auth", nonce=")" + QByteArray::number(++m_nonces)
        + (stale ? R"(", stale=true)" : R"(", stale=false)");
}

void DigestLanesTest::ask(std::size_t count)
{
    for (std::size_t i = 0; i < count; ++i)
        m_callers[i]->ask(*m_digest);
}

std::optional<atlas::ApiError> DigestLanesTest::refuse(Caller &caller, bool stale)
{
    const Authorization used = *std::exchange(caller.authorization, std::nullopt);
    auto error = m_digest->refused(used, challenge(stale), unauthorized(), ++caller.refusals);
    if (!error)
        caller.ask(*m_digest);
    return error;
}

void DigestLanesTest::accept(Caller &caller)
{
    m_digest->accepted(*std::exchange(caller.authorization, std::nullopt));
    caller.refusals = 0;
}

void DigestLanesTest::proveKey()
{
    caller(0).ask(*m_digest);
    refuse(caller(0));
    accept(caller(0));
}

int DigestLanesTest::signedCallers() const
{
    return static_cast<int>(std::count_if(m_callers.begin(), m_callers.end(),
                                          [](const auto &one) { return one->isSigned(); }));
}

int DigestLanesTest::unsignedCallers() const
{
    return static_cast<int>(std::count_if(m_callers.begin(), m_callers.end(),
                                          [](const auto &one) { return one->isUnsigned(); }));
}

void DigestLanesTest::triesAKeyByOneRequestInAll()
{
    ask(24);
    QCOMPARE(unsignedCallers(), 1);
    QCOMPARE(signedCallers(), 0);
    QVERIFY(!refuse(caller(0)));
    QCOMPARE(unsignedCallers(), 0);
    QCOMPARE(signedCallers(), 1);
    for (const auto &one : m_callers) {
        if (!one->authorization)
            continue;
        one->refusals = 1;
        QVERIFY(refuse(*one));
        break;
    }
    for (const auto &one : m_callers) {
        QVERIFY(!one->authorization);
        QVERIFY(one->hasFailed || one->refusals > 0);
    }
}

void DigestLanesTest::fetchesANonceForEachLane()
{
    proveKey();
    ask(24);
    QCOMPARE(signedCallers(), 6);
    QCOMPARE(unsignedCallers(), 3);
    for (const int place : {6, 12, 18}) {
        QVERIFY(!refuse(caller(place)));
        QCOMPARE(signedCallers(), place + 6);
    }
    QCOMPARE(unsignedCallers(), 0);
    for (const auto &one : m_callers)
        accept(*one);
    ask(24);
    QCOMPARE(signedCallers(), 24);
}

void DigestLanesTest::goesOnByOtherLanesWhileOneHangs()
{
    proveKey();
    ask(24);
    QVERIFY(!refuse(caller(6)));
    m_digest->timedOut(*caller(12).authorization, unauthorized());
    for (int place = 13; place < 18; ++place)
        QVERIFY(caller(place).hasFailed);
    for (int place = 19; place < 24; ++place)
        QVERIFY(!caller(place).hasFailed);
    QVERIFY(!refuse(caller(18)));
    QCOMPARE(signedCallers(), 18);
}

void DigestLanesTest::goesOnWhenAFetchIsAbandoned()
{
    proveKey();
    ask(24);
    for (int place = 6; place < 11; ++place) {
        QVERIFY(caller(place).isUnsigned());
        m_digest->withdraw(&caller(place).context);
        m_digest->abandoned(*std::exchange(caller(place).authorization, std::nullopt));
    }
    QVERIFY(caller(11).isUnsigned());
    QVERIFY(!refuse(caller(11)));
    QVERIFY(caller(11).isSigned());
}

void DigestLanesTest::renewsAStaleNonceOnce()
{
    proveKey();
    ask(6);
    for (int place = 0; place < 6; ++place)
        QVERIFY(!refuse(caller(place), true));
    QCOMPARE(signedCallers(), 6);
    const quint64 generation = caller(0).authorization->generation;
    for (int place = 0; place < 6; ++place) {
        QCOMPARE(caller(place).authorization->generation, generation);
        QCOMPARE(caller(place).authorization->nonce, 0);
        accept(caller(place));
    }
}

void DigestLanesTest::signsByPlacesForAStrictServer()
{
    proveKey();
    ask(24);
    for (const int place : {6, 12, 18})
        refuse(caller(place));
    // The sixth was here before the others of its lane.
    accept(caller(5));
    for (int place = 1; place < 5; ++place) {
        QVERIFY(!refuse(caller(place)));
        QVERIFY(caller(place).isSigned());
        QCOMPARE(caller(place).authorization->nonce, place);
        accept(caller(place));
        caller(place).ask(*m_digest);
        QVERIFY(caller(place).isSigned());
    }
    // Those that are on their way by the old ones.
    for (int place = 6; place < 24; ++place)
        accept(caller(place));
    ask(24);
    for (const auto &one : m_callers)
        QCOMPARE(one->authorization->nonce, one->place);
    QCOMPARE(signedCallers(), 1 + 4 + 3); // By those that are known.
    for (const auto &one : m_callers) {
        if (one->isUnsigned())
            QVERIFY(!refuse(*one));
        QVERIFY(one->isSigned());
        accept(*one);
    }
}

void DigestLanesTest::beginsAnewWithAKeyThatIsRevoked()
{
    proveKey();
    ask(6);
    while (!refuse(caller(0)))
        QVERIFY(caller(0).isSigned());
    QVERIFY(caller(0).refusals <= 3);
    for (int place = 1; place < 6; ++place)
        refuse(caller(place));
    QVERIFY(signedCallers() + unsignedCallers() <= 1);
}

QTEST_GUILESS_MAIN(DigestLanesTest)
#include "tst_digestlanes.moc"
