// SPDX-License-Identifier: Apache-2.0
#include "tests/integration/support/clienttest.h"

#include <QElapsedTimer>
#include <QTest>
#include <QTimer>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;
using namespace std::chrono_literals;
using accounts::Authentication;

namespace {

constexpr int CallCount = 4;

/// The order in which calls are cancelled: each of them, or fewer.
using Order = QList<int>;

/// Each subset of the calls, in each order.
QList<Order> allOrders()
{
    QList<Order> orders{{}};
    for (qsizetype at = 0; at < orders.size(); ++at) {
        const Order order = orders[at];
        for (int next = 0; next < CallCount; ++next) {
            if (!order.contains(next))
                orders.append(order + Order{next});
        }
    }
    return orders;
}

/// What is used up or unknown when the calls are made.
enum class Before { Nothing, StaleNonce, ExpiredToken, NoRequestsLeft };

} // namespace

Q_DECLARE_METATYPE(Before)

/// Whatever is stopped, and when: the next call gets its answer.
class StopsTest : public ClientTest
{
    Q_OBJECT

private Q_SLOTS:
    void answersTheNextCall_data();
    void answersTheNextCall();

private:
    using Calls = QList<QPointer<net::Call>>;

    void prepare(net::Client &client, Before before);
    Calls ask(net::Client &client, int count);
    bool waitForAnswers(qsizetype count);

    /// Of all calls of a test, in the order they came.
    QList<atlas::Result<Projects>> m_answers;
    QObject m_context;
};

StopsTest::Calls StopsTest::ask(net::Client &client, int count)
{
    Calls calls;
    for (int i = 0; i < count; ++i) {
        calls.append(client.send<Projects>(
            atlas::listProjects({}), &m_context,
            [this](const atlas::Result<Projects> &answer) { m_answers.append(answer); }));
    }
    return calls;
}

bool StopsTest::waitForAnswers(qsizetype count)
{
    QElapsedTimer timer;
    timer.start();
    QTimer wakeUp; // If nothing happens any more.
    wakeUp.start(1s);
    while (m_answers.size() < count && timer.elapsed() < 20'000)
        QCoreApplication::processEvents(QEventLoop::WaitForMoreEvents);
    return m_answers.size() == count
        && std::all_of(m_answers.begin(), m_answers.end(),
                       [](const auto &answer) { return answer.has_value(); });
}

void StopsTest::prepare(net::Client &client, Before before)
{
    if (before == Before::Nothing)
        return;
    ask(client, 1);
    QVERIFY(waitForAnswers(1));
    if (before == Before::StaleNonce)
        simulator().expireNonces();
    if (before == Before::ExpiredToken)
        simulator().expireTokens();
}

void StopsTest::answersTheNextCall_data()
{
    QTest::addColumn<Authentication>("authentication");
    QTest::addColumn<Before>("before");
    QTest::addColumn<int>("requestsBefore");
    const auto addRows = [](const char *name, Authentication authentication, Before before) {
        QTest::addRow("%s, at once", name) << authentication << before << 0;
        QTest::addRow("%s, on the way", name) << authentication << before << 1;
    };
    addRows("no nonce", Authentication::ApiKey, Before::Nothing);
    addRows("stale nonce", Authentication::ApiKey, Before::StaleNonce);
    addRows("no token", Authentication::ServiceAccount, Before::Nothing);
    addRows("expired token", Authentication::ServiceAccount, Before::ExpiredToken);
    QTest::newRow("no requests left")
        << Authentication::ServiceAccount << Before::NoRequestsLeft << 0;
}

void StopsTest::answersTheNextCall()
{
    QFETCH(const Authentication, authentication);
    QFETCH(const Before, before);
    QFETCH(const int, requestsBefore);
    if (before == Before::NoRequestsLeft) {
        simulator().options().rateCapacity = 1;
        simulator().options().rateRefill = 600;
        simulator().options().rateInterval = 6s;
    }
    for (const Order &order : allOrders()) {
        m_answers.clear();
        simulator().refillRateLimits();
        const auto client = makeClient(testsupport::credential(authentication), 10s);
        prepare(*client, before);
        m_answers.clear();
        simulator().clearSeenRequests();
        const Calls calls = ask(*client, CallCount);
        while (simulator().seenRequests().size() < requestsBefore)
            QCoreApplication::processEvents(QEventLoop::WaitForMoreEvents);
        int cancelled = 0;
        for (const int which : order) {
            if (calls[which]) {
                calls[which]->cancel();
                ++cancelled;
            }
        }
        ask(*client, 1);
        QVERIFY(waitForAnswers(CallCount - cancelled + 1));
    }
}

QTEST_GUILESS_MAIN(StopsTest)
#include "tst_stops.moc"
