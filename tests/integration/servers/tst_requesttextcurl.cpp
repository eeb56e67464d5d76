// SPDX-License-Identifier: Apache-2.0
#include "share/snippets/requesttext.h"
#include "tests/atlassim/program/simulator.h"
#include "tests/atlassim/tests/testclient.h"
#include "tests/atlassim/world/sampleworld.h"
#include "tests/integration/servers/certificatemaker.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QProcess>
#include <QSignalSpy>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::Literals::StringLiterals;
using atlassim::Simulator;
using share::BucketsCall;
using share::RequestFormat;

namespace {

constexpr int Total = 2508;

QString flag(bool on)
{
    return on ? u"true"_s : u"false"_s;
}

BucketsCall callOf(const Simulator &simulator, const atlas::PageRequest &page = {})
{
    return {simulator.baseUrl(),
            *atlas::ProjectId::fromHex(QString(atlassim::sample::AtlasCliE2e)),
            page,
            {}};
}

} // namespace

/// What is copied as a curl command, pasted into a real shell and run by the real curl.
class RequestTextCurlTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void asksAsTheWindowDoes_data();
    void asksAsTheWindowDoes();
    void trustsTheCertificateFile();
    void hidesTheCredentialFromOthers_data();
    void hidesTheCredentialFromOthers();
    void takesAnyCharacterOfACredential();

private:
    static QByteArray runInShell(const QString &text, const QByteArray &token);
    static QByteArray tokenOf(const Simulator &simulator);

    std::unique_ptr<Simulator> m_simulator;
    QByteArray m_token;
};

/// The shell shares this thread's event loop with the simulator.
QByteArray RequestTextCurlTest::runInShell(const QString &text, const QByteArray &token)
{
    auto environment = QProcessEnvironment::systemEnvironment();
    environment.insert(u"PUBLIC_KEY"_s, QString(atlassim::sample::PublicKey));
    environment.insert(u"PRIVATE_KEY"_s, QString(atlassim::sample::PrivateKey));
    environment.insert(u"ACCESS_TOKEN"_s, QString::fromLatin1(token));
    environment.insert(u"no_proxy"_s, u"*"_s);
    QProcess shell;
    shell.setProcessEnvironment(environment);
    QSignalSpy finished(&shell, &QProcess::finished);
    shell.start(u"sh"_s, {u"-c"_s, text});
    finished.wait(20000);
    return shell.exitCode() == 0 ? shell.readAllStandardOutput() : QByteArray();
}

QByteArray RequestTextCurlTest::tokenOf(const Simulator &simulator)
{
    const Curl answer = testclient::askForToken(simulator);
    return answer.json().value("access_token"_L1).toString().toLatin1();
}

void RequestTextCurlTest::initTestCase()
{
    if (QStandardPaths::findExecutable(u"curl"_s).isEmpty())
        QSKIP("There is no curl");
    m_simulator = std::make_unique<Simulator>(atlassim::sample::world());
    QVERIFY(m_simulator->listen());
    m_token = tokenOf(*m_simulator);
    QVERIFY(!m_token.isEmpty());
}

void RequestTextCurlTest::asksAsTheWindowDoes_data()
{
    QTest::addColumn<RequestFormat>("format");
    QTest::addColumn<int>("page");
    QTest::addColumn<int>("items");
    QTest::addColumn<bool>("count");
    QTest::addColumn<bool>("envelope");
    QTest::addColumn<bool>("pretty");
    for (const auto format : {RequestFormat::CurlApiKey, RequestFormat::CurlServiceAccount}) {
        const char *name = format == RequestFormat::CurlApiKey ? "API key" : "token";
        QTest::addRow("%s, as usual", name) << format << 1 << 100 << true << false << false;
        QTest::addRow("%s, last page", name) << format << 6 << 500 << true << false << false;
        QTest::addRow("%s, beyond it", name) << format << 7 << 500 << true << false << false;
        QTest::addRow("%s, no count", name) << format << 3 << 7 << false << false << false;
        QTest::addRow("%s, envelope", name) << format << 2 << 1 << true << true << false;
        QTest::addRow("%s, pretty", name) << format << 2 << 1 << true << false << true;
        QTest::addRow("%s, all else", name) << format << 9 << 11 << false << true << true;
    }
}

void RequestTextCurlTest::asksAsTheWindowDoes()
{
    QFETCH(const RequestFormat, format);
    QFETCH(const int, page);
    QFETCH(const int, items);
    QFETCH(const bool, count);
    QFETCH(const bool, envelope);
    QFETCH(const bool, pretty);
    BucketsCall call = callOf(
        *m_simulator, {*atlas::PageNumber::from(page), *atlas::ItemsPerPage::from(items), count});
    call.options = {{}, envelope, pretty};
    m_simulator->clearSeenRequests();
    const QByteArray body = runInShell(share::requestText(format, call), m_token);

    const QJsonObject answer = QJsonDocument::fromJson(body).object();
    const qsizetype expected = std::clamp(Total - (page - 1) * items, 0, items);
    QCOMPARE(answer.value("results"_L1).toArray().size(), expected);
    QCOMPARE(answer.value("totalCount"_L1).toInt(-1), count ? Total : -1);
    QCOMPARE(answer.value("status"_L1).toInt(-1), envelope ? 200 : -1);
    QCOMPARE(body.trimmed().contains('\n'), pretty);

    const atlassim::SeenRequest last =
        m_simulator->seenRequests().value(m_simulator->seenRequests().size() - 1);
    QCOMPARE(last.method, QByteArray("GET"));
    QVERIFY(last.authorised);
    QCOMPARE(last.scheme,
             format == RequestFormat::CurlApiKey ? atlassim::AuthScheme::Digest
                                                 : atlassim::AuthScheme::Bearer);
    QCOMPARE(last.accept, QByteArray("application/vnd.atlas.2025-02-19+json"));
    const QList<QPair<QString, QString>> query{{u"envelope"_s, flag(envelope)},
                                               {u"includeCount"_s, flag(count)},
                                               {u"itemsPerPage"_s, QString::number(items)},
                                               {u"pageNum"_s, QString::number(page)},
                                               {u"pretty"_s, flag(pretty)}};
    QCOMPARE(last.queryItems, query);
}

void RequestTextCurlTest::trustsTheCertificateFile()
{
    testsupport::CertificateMaker maker;
    const auto authority = maker.makeAuthority(u"Request Text Authority"_s);
    const auto files = maker.issue(authority, {u"127.0.0.1"_s, u"IP:127.0.0.1"_s});
    Simulator secure(atlassim::sample::world());
    QVERIFY(secure.useTls(files.certificate, files.key) && secure.listen());
    const QTemporaryDir folder;
    const QString caFile = folder.filePath(u"it's \"our\" $(exit 3) `exit 3`\\ CA.pem"_s);
    QVERIFY(QFile::copy(authority.certificate, caFile));

    BucketsCall call = callOf(secure);
    QVERIFY(runInShell(share::requestText(RequestFormat::CurlApiKey, call), {}).isEmpty());
    call.caFile = caFile;
    const QByteArray body = runInShell(share::requestText(RequestFormat::CurlApiKey, call), {});
    QCOMPARE(QJsonDocument::fromJson(body)["results"_L1].toArray().size(), 100);
}

void RequestTextCurlTest::hidesTheCredentialFromOthers_data()
{
    QTest::addColumn<RequestFormat>("format");
    QTest::addColumn<QString>("signIn");
    QTest::newRow("API key") << RequestFormat::CurlApiKey << u"--config"_s;
    QTest::newRow("token") << RequestFormat::CurlServiceAccount << u"--header"_s;
}

/// A stand-in that is found before curl says what `ps` would tell of curl.
void RequestTextCurlTest::hidesTheCredentialFromOthers()
{
    QFETCH(const RequestFormat, format);
    QFETCH(const QString, signIn);
    if (!QFile::exists(u"/proc/self/cmdline"_s))
        QSKIP("There is no /proc");
    const QTemporaryDir folder;
    QFile standIn(folder.filePath(u"curl"_s));
    QVERIFY(standIn.open(QIODevice::WriteOnly));
    standIn.write("#!/bin/sh\ncat /proc/$$/cmdline\n");
    standIn.setPermissions(QFile::ReadOwner | QFile::ExeOwner);
    standIn.close();

    const QString path = u"PATH='"_s + folder.path() + u"':$PATH\n"_s;
    const QByteArray words = runInShell(path + share::requestText(format, callOf(*m_simulator)),
                                        "a-token-for-this-test");
    QVERIFY2(words.contains(signIn.toLatin1()), words.constData());
    for (const QByteArray &secret :
         {QByteArray("a-token-for-this-test"), QByteArray(atlassim::sample::PrivateKey.data()),
          QByteArray(atlassim::sample::PublicKey.data())})
        QVERIFY2(!words.contains(secret), words.constData());
}

/// What stands in a key is no part of curl's configuration.
void RequestTextCurlTest::takesAnyCharacterOfACredential()
{
    const QString text = share::requestText(RequestFormat::CurlApiKey, callOf(*m_simulator));
    const QString keys = uR"sh(PUBLIC_KEY='a"b\n#' PRIVATE_KEY='$(id)"%s\'
)sh"_s;
    QCOMPARE(runInShell(keys + u"curl() { cat; }\n"_s + text, {}),
             QByteArray("user=a\"b\\n#:$(id)\"%s\\\n"));
}

QTEST_GUILESS_MAIN(RequestTextCurlTest)
#include "tst_requesttextcurl.moc"
