// SPDX-License-Identifier: Apache-2.0
#include "answers.h"
#include "rawserver.h"
#include "tests/integration/servers/projectcalls.h"
#include "tests/support/testaccount.h"

#include <QElapsedTimer>
#include <QProcess>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>
#include <QThreadPool>

using namespace Qt::Literals::StringLiterals;
using hostile::ok;
using hostile::RawServer;
using hostile::Script;
using End = hostile::Script::End;

namespace {

/// 3 s are promised. The rest is for a busy computer and the sanitizers.
constexpr qint64 LongestEnd = 4'500;
constexpr int Patience = 30'000;

Script headerWithoutEnd()
{
    return Script::forever("HTTP/1.1 200 OK\r\n", QByteArray("X-Header: value\r\n").repeated(4096));
}

Script silence()
{
    return Script::of({}, End::KeepOpen);
}

} // namespace

/// A server that feeds a connection without an end can hold neither the window nor a program.
class HostileEndTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();

    void letsGoOfAClient();
    void endsTheProgram_data();
    void endsTheProgram();

private:
    std::unique_ptr<RawServer> m_server;
};

void HostileEndTest::init()
{
    m_server = std::make_unique<RawServer>();
    QVERIFY(m_server->start());
}

void HostileEndTest::letsGoOfAClient()
{
    m_server->answer(u"/"_s, headerWithoutEnd());
    auto client = std::make_unique<net::Client>(
        testsupport::clientSettings(m_server->url(), testsupport::apiKey()));
    testsupport::ProjectCalls calls;
    calls.ask(*client);
    QTRY_COMPARE(m_server->seenCount(u"/"_s), 1);
    // Long enough for the flood to fill what lies between.
    QTRY_VERIFY_WITH_TIMEOUT(calls.results.isEmpty() && m_server->connectionCount() > 0, Patience);
    QElapsedTimer timer;
    timer.start();
    client.reset();
    QVERIFY2(timer.elapsed() < 200, qPrintable(QString::number(timer.elapsed())));
    m_server->hangUp();
    QVERIFY(QThreadPool::globalInstance()->waitForDone(Patience));
}

void HostileEndTest::endsTheProgram_data()
{
    QTest::addColumn<QStringList>("arguments");
    QTest::addColumn<bool>("isSignalled");
    QTest::addColumn<Script>("revocation");
    const QStringList window;
    const QStringList list{u"list"_s};
    QTest::newRow("silent") << window << true << silence();
    QTest::newRow("a header without end") << window << true << headerWithoutEnd();
    QTest::newRow("line ends") << window << true
                               << Script::forever({}, QByteArray("\r\n").repeated(32768));
    QTest::newRow("list, silent") << list << true << silence();
    QTest::newRow("list, a header without end") << list << true << headerWithoutEnd();
    QTest::newRow("list to its end, a header without end") << list << false << headerWithoutEnd();
}

void HostileEndTest::endsTheProgram()
{
#ifndef Q_OS_UNIX
    QSKIP("There is no way to ask a program to end.");
#endif
    QFETCH(const QStringList, arguments);
    QFETCH(const bool, isSignalled);
    QFETCH(const Script, revocation);
    m_server->answer(u"/api/oauth/token"_s,
                     Script::of(ok(R"({"access_token":"eyJhbGciOi.good.token",)"
                                   R"("token_type":"Bearer","expires_in":3600})"),
                                End::KeepOpen));
    m_server->answer(u"/api/atlas/v2/groups?"_s,
                     Script::of(ok(hostile::projectsPage()), End::KeepOpen));
    // A list would be at its end before it is told to end.
    const bool mayBeRead = arguments.isEmpty() || !isSignalled;
    m_server->answer(u"/api/atlas/v2/groups/"_s,
                     mayBeRead ? Script::of(ok(hostile::goodPage()), End::KeepOpen) : silence());
    m_server->answer(u"/api/oauth/revoke"_s, revocation);

    const QTemporaryDir home;
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.insert(u"XDG_CONFIG_HOME"_s, home.path());
    environment.insert(u"XDG_DATA_HOME"_s, home.path());
    environment.insert(u"XDG_RUNTIME_DIR"_s, home.path());
    environment.insert(u"QT_QPA_PLATFORM"_s, u"offscreen"_s);
    environment.insert(u"MONGODB_ATLAS_BASE_URL"_s, m_server->url().toString());
    environment.insert(u"MONGODB_ATLAS_CLIENT_ID"_s, u"mdb_sa_id_0123456789abcdef01234567"_s);
    environment.insert(u"MONGODB_ATLAS_CLIENT_SECRET"_s,
                       u"mdb_sa_sk_0123456789abcdefghijABCDEFGHIJ0123456789"_s);
    QProcess process;
    process.setProcessEnvironment(environment);
    QSignalSpy finished(&process, &QProcess::finished);
    process.start(QStringLiteral(BUCKETSCOPE_PROGRAM), arguments);
    const QString last = isSignalled ? u"/api/atlas/v2/groups/"_s : u"/api/oauth/revoke"_s;
    QTRY_VERIFY_WITH_TIMEOUT(m_server->seenCount(last) > 0, Patience);

    QElapsedTimer timer;
    timer.start();
    if (isSignalled)
        process.terminate();
    QTRY_COMPARE_WITH_TIMEOUT(finished.count(), 1, Patience);
    QVERIFY2(timer.elapsed() < LongestEnd, qPrintable(QString::number(timer.elapsed())));
    QCOMPARE(m_server->seenCount(u"/api/oauth/revoke"_s), 1);
}

QTEST_MAIN(HostileEndTest)
#include "tst_hostileend.moc"
