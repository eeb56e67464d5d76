// SPDX-License-Identifier: Apache-2.0
#include "net/pacing/ratebudget.h"

#include <QTest>

#include <algorithm>
#include <array>
#include <optional>

using namespace Qt::Literals::StringLiterals;
using namespace std::chrono_literals;
using net::RateBudget;

namespace {

/// A token every 120 ms.
const RateBudget::Limit Lists{atlas::EndpointSet::CloudBackups, atlas::ProjectId()};

atlas::ApiError refusal(std::chrono::seconds retryAfter, const QStringList &parameters = {})
{
    atlas::ApiError error;
    error.status = 429;
    error.retryAfter = retryAfter;
    error.parameters = parameters;
    return error;
}

/// One who waits, and what it was told.
struct Caller
{
    QObject context;
    bool isAdmitted = false;
    int tellings = 0;
    QDeadlineTimer turn;

    void ask(RateBudget &budget)
    {
        isAdmitted = budget.admit(Lists,
                                  {&context, [this] { isAdmitted = true; },
                                   [this](QDeadlineTimer told) {
                                       turn = told;
                                       ++tellings;
                                   }});
    }
    /// In milliseconds.
    qint64 wait() const { return turn.remainingTime(); }
};

/// Nothing is left, and no more comes before a token's time has passed.
void useUp(RateBudget &budget)
{
    Caller caller;
    caller.ask(budget);
    budget.settle(Lists, net::RateLimit{1200, 0});
}

bool isAbout(qint64 wait, qint64 expected)
{
    return wait <= expected && wait > expected - 1000;
}

} // namespace

/// Who waits for a rate limit, for how long, and what they are told of it.
class RateBudgetTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void tellsEachItsTurn();
    void tellsAgainAfterARefusal();
    void tellsAgainWhenSomebodyGoes();
    void admitsTheNextWhenTheFirstHasGone();
    void forgetsTheDead();
    void tellsWhatIsLeft();
    void believesNoOddRefusal_data();
    void believesNoOddRefusal();
};

void RateBudgetTest::tellsEachItsTurn()
{
    RateBudget budget;
    useUp(budget);
    std::array<Caller, 101> callers;
    for (Caller &caller : callers)
        caller.ask(budget);
    QVERIFY(!callers.back().isAdmitted);
    QVERIFY2(isAbout(callers.front().wait(), 120), qPrintable(QString::number(callers[0].wait())));
    QVERIFY2(isAbout(callers.back().wait(), 101 * 120),
             qPrintable(QString::number(callers.back().wait())));
    QCOMPARE(callers.back().tellings, 1);
}

void RateBudgetTest::tellsAgainAfterARefusal()
{
    RateBudget budget;
    useUp(budget);
    std::array<Caller, 2> callers;
    for (Caller &caller : callers)
        caller.ask(budget);
    budget.noteRefusal(Lists, refusal(60s));
    for (const Caller &caller : callers) {
        QCOMPARE(caller.tellings, 2);
        QVERIFY2(isAbout(caller.wait(), 60'000), qPrintable(QString::number(caller.wait())));
    }
}

void RateBudgetTest::tellsAgainWhenSomebodyGoes()
{
    RateBudget budget;
    useUp(budget);
    std::array<Caller, 51> callers;
    for (Caller &caller : callers)
        caller.ask(budget);
    QVERIFY(callers.back().wait() > 5000);
    for (std::size_t i = 0; i < 50; ++i)
        budget.withdraw(Lists, &callers[i].context);
    QVERIFY2(callers.back().wait() < 1000, qPrintable(QString::number(callers.back().wait())));
}

void RateBudgetTest::admitsTheNextWhenTheFirstHasGone()
{
    RateBudget budget;
    useUp(budget);
    std::array<Caller, 3> callers;
    for (Caller &caller : callers)
        caller.ask(budget);
    budget.withdraw(Lists, &callers[0].context);
    QTRY_VERIFY(callers[1].isAdmitted);
    QTRY_VERIFY(callers[2].isAdmitted);
    QVERIFY(!callers[0].isAdmitted);
}

void RateBudgetTest::tellsWhatIsLeft()
{
    const auto mine = atlas::ProjectId::fromHex(u"5f00000000000000000000aa");
    const auto other = atlas::ProjectId::fromHex(u"5f00000000000000000000bb");
    RateBudget budget;
    QCOMPARE(budget.shareLeft({}), 1.0);
    const auto use = [&budget](const RateBudget::Limit &limit, int remaining) {
        Caller caller;
        QVERIFY(budget.admit(limit,
                             {&caller.context, [] {},
                              [](QDeadlineTimer) {
                              }}));
        budget.settle(limit, net::RateLimit{1200, remaining});
    };
    const auto isAboutShare = [](double share, double expected) {
        return std::abs(share - expected) < 0.01;
    };
    use({atlas::EndpointSet::CloudBackups, other}, 300);
    QVERIFY(isAboutShare(budget.shareLeft(other), 0.25));
    QVERIFY(isAboutShare(budget.shareLeft({}), 0.25));
    QCOMPARE(budget.shareLeft(mine), 1.0);
    use({atlas::EndpointSet::CloudBackups, mine}, 900);
    QVERIFY(isAboutShare(budget.shareLeft(mine), 0.75));
    // The credential's counts for each project.
    use({atlas::EndpointSet::Projects, {}}, 600);
    QVERIFY(isAboutShare(budget.shareLeft(mine), 0.5));
}

void RateBudgetTest::forgetsTheDead()
{
    RateBudget budget;
    useUp(budget);
    std::optional<Caller> first(std::in_place);
    first->ask(budget);
    Caller second;
    second.ask(budget);
    first.reset();
    QTRY_VERIFY(second.isAdmitted);
}

void RateBudgetTest::believesNoOddRefusal_data()
{
    QTest::addColumn<QStringList>("parameters");
    QTest::newRow("a token in 68 years")
        << QStringList{u"/x"_s, u"1"_s, u"1200"_s, u"1"_s, u"2147483647"_s};
    QTest::newRow("beyond numbers")
        << QStringList{u"/x"_s, u"99999999999"_s, u"99999999999"_s, u"1"_s, u"99999999999"_s};
    QTest::newRow("negative") << QStringList{u"/x"_s, u"-1"_s, u"-1"_s, u"-1"_s, u"-1"_s};
    QTest::newRow("the older form") << QStringList{u"/x"_s, u"10"_s, u"1"_s};
}

void RateBudgetTest::believesNoOddRefusal()
{
    QFETCH(const QStringList, parameters);
    RateBudget budget;
    const auto documented = budget.rateOf(Lists);
    budget.noteRefusal(Lists, refusal(1s, parameters));
    QCOMPARE(budget.rateOf(Lists).capacity, documented.capacity);
    QCOMPARE(budget.rateOf(Lists).refill, documented.refill);
    QCOMPARE(budget.rateOf(Lists).interval, documented.interval);
    Caller caller;
    caller.ask(budget);
    QTRY_VERIFY(caller.isAdmitted);
}

QTEST_GUILESS_MAIN(RateBudgetTest)
#include "tst_ratebudget.moc"
