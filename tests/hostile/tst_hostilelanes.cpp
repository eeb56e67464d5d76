// SPDX-License-Identifier: Apache-2.0
#include "answers.h"
#include "atlas/calls/requests.h"
#include "net/calls/client.h"
#include "rawserver.h"
#include "tests/support/testaccount.h"

#include <QTest>
#include <QThreadPool>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;
using namespace std::chrono_literals;
using hostile::RawServer;
using hostile::Script;
using net::Lane;
using net::Lanes;
using net::Priority;
using Buckets = atlas::Page<atlas::ExportBucket>;

/// Servers that hold up one lane of several, or that bear no more than one.
class HostileLanesTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void goesOnByTheOthersWhileOneIsHeldUp();
    void opensNoSecondLaneForAFewCalls();

private:
    static atlas::ProjectId project(int number);
    static QString path(int number);
    void ask(int number);
    int failures() const;

    std::unique_ptr<RawServer> m_server;
    std::unique_ptr<net::Client> m_client;
    QObject m_context;
    QList<atlas::Result<Buckets>> m_answers;
};

void HostileLanesTest::init()
{
    m_answers.clear();
    m_server = std::make_unique<RawServer>();
    QVERIFY(m_server->start());
    const QByteArray token = R"({"access_token":"t","expires_in":3600,"token_type":"Bearer"})";
    m_server->answer(u"/api/oauth/"_s, Script::of(hostile::ok(token), Script::End::KeepOpen));
    for (int number = 0; number < 100; ++number)
        m_server->answer(path(number),
                         Script::of(hostile::ok(hostile::goodPage()), Script::End::KeepOpen));
    auto settings = testsupport::clientSettings(m_server->url(), testsupport::serviceAccount());
    settings.deadline = 1s;
    m_client = std::make_unique<net::Client>(settings);
}

void HostileLanesTest::cleanup()
{
    m_server->hangUp();
    m_client.reset();
    m_server.reset();
    QThreadPool::globalInstance()->waitForDone();
    QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
}

atlas::ProjectId HostileLanesTest::project(int number)
{
    return *atlas::ProjectId::fromHex(
        u"65f1a2b3c4d5e6f7081920%1"_s.arg(number, 2, 10, QChar(u'0')));
}

QString HostileLanesTest::path(int number)
{
    return u"/api/atlas/v2/groups/"_s + project(number).toHex();
}

void HostileLanesTest::ask(int number)
{
    m_client->send<Buckets>(
        atlas::listExportBuckets(project(number), {}), &m_context,
        [this](const atlas::Result<Buckets> &answer) { m_answers.append(answer); });
}

int HostileLanesTest::failures() const
{
    return static_cast<int>(
        std::count_if(m_answers.begin(), m_answers.end(),
                      [](const atlas::Result<Buckets> &answer) { return !answer; }));
}

void HostileLanesTest::goesOnByTheOthersWhileOneIsHeldUp()
{
    ask(0);
    QTRY_COMPARE(m_answers.size(), 1);
    const QByteArray answer = hostile::ok(hostile::goodPage());
    for (int number = 1; number < Lane::Connections; ++number) {
        Script slow = Script::of(answer, Script::End::KeepOpen);
        slow.steps.front().pause = 300ms;
        m_server->answer(path(number), slow);
        ask(number);
    }
    ask(6); // By the first lane as well.
    m_server->answer(path(7), Script::forever("HTTP/1.1 200 OK\r\nX: ", QByteArray(65536, 'x')));
    ask(7); // By the second.
    QTRY_VERIFY(m_server->seen().contains(path(7) + u"/backup/exportBuckets"_s)
                || m_server->seenCount(path(7)) > 0);
    for (int number = 10; number < 90; ++number)
        ask(number);
    QTRY_COMPARE(m_answers.size(), 1 + Lane::Connections + 1 + 80);
    // What went by the lane that is held up.
    QVERIFY2(failures() >= 1 && failures() <= Lane::Connections,
             qPrintable(QString::number(failures())));

    m_server->answer(path(7), Script::of(answer, Script::End::KeepOpen));
    m_answers.clear();
    for (int number = 0; number < Lanes::MostPlaces; ++number)
        ask(number);
    QTRY_COMPARE(m_answers.size(), Lanes::MostPlaces);
    QCOMPARE(failures(), 0);
}

void HostileLanesTest::opensNoSecondLaneForAFewCalls()
{
    for (int number = 0; number < Lane::Connections; ++number)
        ask(number);
    QTRY_COMPARE(m_answers.size(), Lane::Connections);
    QCOMPARE(failures(), 0);
    QVERIFY2(m_server->connectionCount() <= Lane::Connections,
             qPrintable(QString::number(m_server->connectionCount())));
}

QTEST_GUILESS_MAIN(HostileLanesTest)
#include "tst_hostilelanes.moc"
