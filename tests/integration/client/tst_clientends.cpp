// SPDX-License-Identifier: Apache-2.0
#include "tests/integration/support/clienttest.h"

#include <QTest>

#include <functional>

using namespace Qt::Literals::StringLiterals;
using namespace std::chrono_literals;
using accounts::Authentication;
using atlassim::Fault;

namespace {

const auto GroupsPath = u"/api/atlas/v2/groups"_s;

/// Ends the client, the first time.
using End = std::function<void()>;

Fault everyAnswer(int status, const atlassim::HeaderList &headers, const QByteArray &body)
{
    Fault fault;
    fault.pathPrefix = GroupsPath;
    fault.times = Fault::Forever;
    fault.status = status;
    fault.headers = headers;
    fault.body = body;
    return fault;
}

} // namespace

/// Whoever is told something by the client may end it there and then. Of use under the address
/// sanitizer only.
class ClientEndsTest : public ClientTest
{
    Q_OBJECT

private Q_SLOTS:
    void endsInAHandler_data();
    void endsInAHandler();
    void endsInASignalOfTheClient_data();
    void endsInASignalOfTheClient();
    void endsInASignalOfACall_data();
    void endsInASignalOfACall();
    void endsInRetriesEndedOfACancelledCall_data();
    void endsInRetriesEndedOfACancelledCall();
    void endsInLeft_data();
    void endsInLeft();

private:
    static void addRows(const QStringList &names);
    void start(Authentication authentication, bool isKnown = true);
    QPointer<net::Call> ask();
    End end()
    {
        return [this] {
            m_client.reset();
        };
    }
    /// The client has ended, and nothing is told after.
    void checkEnd();

    std::unique_ptr<net::Client> m_client;
    QObject m_context;
    int m_told = 0;
};

void ClientEndsTest::addRows(const QStringList &names)
{
    QTest::addColumn<Authentication>("authentication");
    QTest::addColumn<QString>("what");
    for (const QString &name : names) {
        QTest::addRow("API key, %s", qPrintable(name)) << Authentication::ApiKey << name;
        QTest::addRow("service account, %s", qPrintable(name))
            << Authentication::ServiceAccount << name;
    }
}

void ClientEndsTest::start(Authentication authentication, bool isKnown)
{
    auto credential = testsupport::credential(authentication);
    if (!isKnown)
        credential.secret = accounts::Secret::fromString(u"of nobody"_s);
    auto settings = testsupport::clientSettings(simulator().baseUrl(), credential);
    settings.retries = {};
    settings.retries.afterServerError = 10ms;
    settings.deadline = 500ms;
    m_client = std::make_unique<net::Client>(settings);
    m_told = 0;
}

QPointer<net::Call> ClientEndsTest::ask()
{
    return m_client->send<Projects>(atlas::listProjects({}), &m_context,
                                    [this](const atlas::Result<Projects> &) {
                                        ++m_told;
                                        m_client.reset();
                                    });
}

void ClientEndsTest::checkEnd()
{
    QTRY_VERIFY(!m_client);
    const int told = m_told;
    for (int turn = 0; turn < 20; ++turn)
        QCoreApplication::processEvents();
    QCOMPARE(m_told, told);
}

void ClientEndsTest::endsInAHandler_data()
{
    addRows({u"answer"_s, u"wrong secret"_s, u"damaged body"_s, u"cut body"_s, u"refused"_s,
             u"not a page"_s, u"time-out"_s, u"time-out of the sign-in"_s, u"redirect"_s,
             u"no server"_s});
}

void ClientEndsTest::endsInAHandler()
{
    QFETCH(const Authentication, authentication);
    QFETCH(const QString, what);
    start(authentication, what != "wrong secret"_L1);
    if (what == "damaged body"_L1)
        simulator().addFault(everyAnswer(200, {{"Content-Encoding", "gzip"}}, "no gzip at all"));
    if (what == "cut body"_L1)
        simulator().addFault(everyAnswer(200, {{"Content-Encoding", "gzip"}}, {}));
    if (what == "refused"_L1)
        simulator().addFault(everyAnswer(403, {}, "{}"));
    if (what == "not a page"_L1)
        simulator().addFault(everyAnswer(200, {}, R"({"results":7})"));
    if (what == "redirect"_L1)
        simulator().addFault(everyAnswer(302, {{"Location", "/elsewhere"}}, {}));
    if (what.startsWith("time-out"_L1)) {
        Fault late = Fault::delay(what == "time-out"_L1 ? GroupsPath : u"/api/"_s, 1h);
        late.beforeAuthentication = what != "time-out"_L1;
        late.times = Fault::Forever;
        simulator().addFault(late);
    }
    if (what == "no server"_L1) {
        m_client.reset();
        auto settings = testsupport::clientSettings(simulator().baseUrl(),
                                                    testsupport::credential(authentication));
        simulator().close();
        m_client = std::make_unique<net::Client>(settings);
    }
    for (int i = 0; i < 4; ++i)
        ask();
    checkEnd();
    QCOMPARE(m_told, 1);
}

void ClientEndsTest::endsInASignalOfTheClient_data()
{
    addRows({u"exchanged"_s, u"retryPlanned"_s, u"retriesEnded"_s});
}

void ClientEndsTest::endsInASignalOfTheClient()
{
    QFETCH(const Authentication, authentication);
    QFETCH(const QString, what);
    start(authentication);
    Fault busy = everyAnswer(503, {}, {});
    busy.times = 2;
    simulator().addFault(busy);
    if (what == "exchanged"_L1)
        connect(m_client.get(), &net::Client::exchanged, &m_context, end());
    if (what == "retryPlanned"_L1)
        connect(m_client.get(), &net::Client::retryPlanned, &m_context, end());
    if (what == "retriesEnded"_L1)
        connect(m_client.get(), &net::Client::retriesEnded, &m_context, end());
    for (int i = 0; i < 4; ++i) {
        m_client->send<Projects>(atlas::listProjects({}), &m_context,
                                 [](const atlas::Result<Projects> &) {});
    }
    checkEnd();
}

void ClientEndsTest::endsInASignalOfACall_data()
{
    addRows({u"answered"_s, u"waitingChanged"_s, u"waitingChanged, at its turn"_s,
             u"retryPlanned"_s, u"retriesEnded"_s});
}

void ClientEndsTest::endsInASignalOfACall()
{
    QFETCH(const Authentication, authentication);
    QFETCH(const QString, what);
    start(authentication);
    if (what != "answered"_L1) {
        Fault busy = everyAnswer(503, {}, {});
        busy.times = 1;
        simulator().addFault(busy);
    }
    const auto call = m_client->send<Projects>(atlas::listProjects({}), &m_context,
                                               [](const atlas::Result<Projects> &) {});
    if (what == "answered"_L1)
        connect(call, &net::Call::answered, &m_context, end());
    if (what == "waitingChanged"_L1)
        connect(call, &net::Call::waitingChanged, &m_context, end());
    if (what == "waitingChanged, at its turn"_L1) {
        connect(call, &net::Call::waitingChanged, &m_context, [this, call] {
            if (!call->waiting())
                m_client.reset();
        });
    }
    if (what == "retryPlanned"_L1)
        connect(call, &net::Call::retryPlanned, &m_context, end());
    if (what == "retriesEnded"_L1)
        connect(call, &net::Call::retriesEnded, &m_context, end());
    checkEnd();
}

void ClientEndsTest::endsInRetriesEndedOfACancelledCall_data()
{
    addRows({u"cancel"_s, u"leave"_s, u"context"_s});
}

void ClientEndsTest::endsInRetriesEndedOfACancelledCall()
{
    QFETCH(const Authentication, authentication);
    QFETCH(const QString, what);
    start(authentication);
    simulator().addFault(everyAnswer(503, {{"Retry-After", "60"}}, {}));
    auto context = std::make_unique<QObject>();
    QList<QPointer<net::Call>> calls;
    for (int i = 0; i < 3; ++i) {
        calls.append(m_client->send<Projects>(atlas::listProjects({}), context.get(),
                                              [](const atlas::Result<Projects> &) {}));
    }
    for (const auto &call : calls)
        QTRY_VERIFY(call->waiting());
    connect(m_client.get(), &net::Client::retriesEnded, &m_context, end());
    if (what == "cancel"_L1)
        calls[0]->cancel();
    if (what == "leave"_L1)
        m_client->leave();
    if (what == "context"_L1)
        context.reset();
    QVERIFY(!m_client);
    checkEnd();
}

void ClientEndsTest::endsInLeft_data()
{
    addRows({u"signed in"_s, u"not signed in"_s, u"in the midst of it"_s});
}

void ClientEndsTest::endsInLeft()
{
    QFETCH(const Authentication, authentication);
    QFETCH(const QString, what);
    start(authentication);
    simulator().options().latency = 20ms;
    if (what != "not signed in"_L1) {
        bool isAnswered = false;
        m_client->send<Projects>(
            atlas::listProjects({}), &m_context,
            [&isAnswered](const atlas::Result<Projects> &) { isAnswered = true; });
        if (what == "signed in"_L1)
            QTRY_VERIFY(isAnswered);
        else
            QTRY_VERIFY(!simulator().seenRequests().isEmpty());
    }
    connect(m_client.get(), &net::Client::left, &m_context, end());
    m_client->leave();
    checkEnd();
}

QTEST_GUILESS_MAIN(ClientEndsTest)
#include "tst_clientends.moc"
