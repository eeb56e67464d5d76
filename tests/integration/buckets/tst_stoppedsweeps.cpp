// SPDX-License-Identifier: Apache-2.0
#include "tests/integration/support/clienttest.h"

#include <QElapsedTimer>
#include <QTest>
#include <QTimer>

#include <random>

using namespace Qt::Literals::StringLiterals;
using namespace std::chrono_literals;

/// Sweeps with an API key that are stopped at a thousand moments.
class StoppedSweepsTest : public ClientTest
{
    Q_OBJECT

private Q_SLOTS:
    void answersTheNextCall_data();
    void answersTheNextCall();

private:
    QPointer<net::Call> ask(net::Client &client);
    bool waitForAnAnswer();

    QList<atlas::Result<Projects>> m_answers;
    QObject m_context;
};

QPointer<net::Call> StoppedSweepsTest::ask(net::Client &client)
{
    return client.send<Projects>(
        atlas::listProjects({}), &m_context,
        [this](const atlas::Result<Projects> &answer) { m_answers.append(answer); });
}

bool StoppedSweepsTest::waitForAnAnswer()
{
    QElapsedTimer timer;
    timer.start();
    QTimer wakeUp; // If nothing happens any more.
    wakeUp.start(1s);
    while (m_answers.isEmpty() && timer.elapsed() < 20'000)
        QCoreApplication::processEvents(QEventLoop::WaitForMoreEvents);
    return m_answers.size() == 1 && m_answers[0].has_value();
}

void StoppedSweepsTest::answersTheNextCall_data()
{
    QTest::addColumn<unsigned>("seed");
    for (const unsigned seed : {1U, 2U, 3U, 4U})
        QTest::addRow("%u", seed) << seed;
}

/// A server that wants rising counts refuses calls that overtake each other: there are stale nonces
/// all the time.
void StoppedSweepsTest::answersTheNextCall()
{
    QFETCH(const unsigned, seed);
    constexpr int Rounds = 250;
    std::mt19937 random(seed);
    const auto upTo = [&random](int most) {
        return std::uniform_int_distribution<int>(0, most)(random);
    };
    simulator().options().strictlyIncreasingNonceCount = true;
    const auto client = makeClient(testsupport::apiKey(), 10s);
    for (int round = 0; round < Rounds; ++round) {
        m_answers.clear();
        simulator().refillRateLimits();
        simulator().options().latency = std::chrono::milliseconds(upTo(2));
        if (upTo(3) == 0)
            simulator().expireNonces();
        QList<QPointer<net::Call>> calls;
        for (int i = 0; i < 8; ++i)
            calls.append(ask(*client));
        for (int turn = upTo(40); turn > 0; --turn)
            QCoreApplication::processEvents();
        for (const auto &call : calls) {
            if (call)
                call->cancel();
        }
        m_answers.clear();
        ask(*client);
        QVERIFY2(waitForAnAnswer(), qPrintable(u"round %1"_s.arg(round)));
    }
}

QTEST_GUILESS_MAIN(StoppedSweepsTest)
#include "tst_stoppedsweeps.moc"
