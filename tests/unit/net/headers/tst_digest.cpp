// SPDX-License-Identifier: Apache-2.0
#include "net/headers/challenges.h"
#include "net/headers/digestsigner.h"

#include <QTest>

using namespace net;

class DigestTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void splitsChallenges();
    void readsOddHeaders_data();
    void readsOddHeaders();
    void picksAChallengeItCanAnswer_data();
    void picksAChallengeItCanAnswer();
    void tellsAStaleNonce_data();
    void tellsAStaleNonce();
    void signsAsTheRfcDoes_data();
    void signsAsTheRfcDoes();
    void quotesWhatItEchoes();
};

void DigestTest::splitsChallenges()
{
    const auto challenges = parseChallenges(
        R"(Basic realm="a, b", Digest realm="c", nonce="n\"q", qop="auth,auth-int", Negotiate)");
    QCOMPARE(challenges.size(), 3);
    QCOMPARE(challenges[0].scheme, "basic");
    QCOMPARE(challenges[0].value("realm"), "a, b");
    QCOMPARE(challenges[1].scheme, "digest");
    QCOMPARE(challenges[1].value("nonce"), "n\"q");
    QCOMPARE(challenges[1].value("qop"), "auth,auth-int");
    QVERIFY(challenges[1].value("opaque").isNull());
    QCOMPARE(challenges[2].scheme, "negotiate");
}

void DigestTest::readsOddHeaders_data()
{
    QTest::addColumn<QByteArray>("header");
    QTest::addColumn<int>("count");
    QTest::newRow("empty") << QByteArray() << 0;
    QTest::newRow("commas") << QByteArray(" ,, ,") << 0;
    QTest::newRow("parameter without scheme") << QByteArray("realm=\"x\"") << 0;
    QTest::newRow("never closed") << QByteArray("Digest realm=\"x") << 1;
    QTest::newRow("escape at the end") << QByteArray("Digest realm=\"x\\") << 1;
    QTest::newRow("rubbish") << QByteArray("\x01\xff\"=\"\x00;", 7) << 0;
    QTest::newRow("spaces around =") << QByteArray("Digest realm = \"x\" , nonce= y") << 1;
    QTest::newRow("token68") << QByteArray("NTLM TlRMTVNTUAAC==") << 1;
}

void DigestTest::readsOddHeaders()
{
    QFETCH(const QByteArray, header);
    QTEST(int(parseChallenges(header).size()), "count");
}

void DigestTest::picksAChallengeItCanAnswer_data()
{
    QTest::addColumn<QByteArray>("header");
    QTest::addColumn<QByteArray>("nonce");
    QTest::newRow("as Atlas sends it") << QByteArray(
        R"(Digest realm="MMS Public API", domain="", nonce="abc", algorithm=MD5, qop="auth", stale=false)")
                                       << QByteArray("abc");
    QTest::newRow("op instead of qop")
        << QByteArray(R"(Digest realm="r", nonce="abc", op="auth")") << QByteArray("abc");
    QTest::newRow("the second of two") << QByteArray(
        R"(Digest realm="r", nonce="1", algorithm=SHA-512-256, qop="auth", Digest realm="r", nonce="2", qop="auth")")
                                       << QByteArray("2");
    QTest::newRow("SHA-256") << QByteArray(
        R"(Digest realm="r", nonce="1", algorithm=SHA-256, qop="auth")")
                             << QByteArray("1");
    QTest::newRow("after Basic") << QByteArray(
        R"(Basic realm="r", Digest realm="r", nonce="2", qop="auth")")
                                 << QByteArray("2");
    QTest::newRow("in capitals, without blanks")
        << QByteArray(R"(DIGEST Realm="r",Nonce="abc",QOP="auth")") << QByteArray("abc");
    QTest::newRow("algorithm and stale in quotes") << QByteArray(
        R"(Digest realm="r", nonce="abc", algorithm="MD5", stale="false", qop="auth")")
                                                   << QByteArray("abc");
    QTest::newRow("after Bearer, qop without quotes")
        << QByteArray(R"(Bearer realm="r", Digest realm="r", nonce="2", qop=auth)")
        << QByteArray("2");
    QTest::newRow("auth-int only")
        << QByteArray(R"(Digest realm="r", nonce="1", qop="auth-int")") << QByteArray();
    QTest::newRow("no qop") << QByteArray(R"(Digest realm="r", nonce="1")") << QByteArray();
    QTest::newRow("no nonce") << QByteArray(R"(Digest realm="r", qop="auth")") << QByteArray();
    QTest::newRow("session variant")
        << QByteArray(R"(Digest realm="r", nonce="1", algorithm=MD5-sess, qop="auth")")
        << QByteArray();
    QTest::newRow("Basic only") << QByteArray(R"(Basic realm="r")") << QByteArray();
    QTest::newRow("a line break in the nonce")
        << QByteArray("Digest realm=\"r\", nonce=\"1\r\nX: y\", qop=\"auth\"") << QByteArray();
    QTest::newRow("an absurd nonce") << QByteArray("Digest realm=\"r\", nonce=\""
                                                   + QByteArray(100'000, 'n') + "\", qop=\"auth\"")
                                     << QByteArray();
}

void DigestTest::picksAChallengeItCanAnswer()
{
    QFETCH(const QByteArray, header);
    const auto challenge = DigestChallenge::fromHeader(header);
    QTEST(challenge ? challenge->nonce : QByteArray(), "nonce");
}

void DigestTest::tellsAStaleNonce_data()
{
    QTest::addColumn<QByteArray>("parameter");
    QTest::addColumn<bool>("isStale");
    QTest::newRow("as Atlas sends it") << QByteArray("stale=true") << true;
    QTest::newRow("in quotes and capitals") << QByteArray("Stale=\"TRUE\"") << true;
    QTest::newRow("false") << QByteArray("stale=false") << false;
    QTest::newRow("something else") << QByteArray("stale=1") << false;
    QTest::newRow("not said") << QByteArray("x=y") << false;
}

void DigestTest::tellsAStaleNonce()
{
    QFETCH(const QByteArray, parameter);
    const QByteArray header =
        QByteArray("Digest realm=\"r\", nonce=\"n\", qop=\"auth\", ") + parameter;
    const auto challenge = DigestChallenge::fromHeader(header);
    QVERIFY(challenge);
    QTEST(challenge->isStale, "isStale");
}

void DigestTest::signsAsTheRfcDoes_data()
{
    // RFC 7616, 3.9.1
    QTest::addColumn<QByteArray>("algorithm");
    QTest::addColumn<QByteArray>("response");
    QTest::newRow("MD5") << QByteArray("MD5") << QByteArray("8ca523f5e9506fed4657c9700eebdbec");
    QTest::newRow("SHA-256") << QByteArray("SHA-256")
                             << QByteArray("753927fa0e85d155564e2e272a28d180"
                                           "2ca10daf4496794697cf8db5856cb6c1");
}

void DigestTest::signsAsTheRfcDoes()
{
    QFETCH(const QByteArray, algorithm);
    QFETCH(const QByteArray, response);
    const QByteArray offered = "Digest realm=\"http-auth@example.org\", qop=\"auth, auth-int\", "
                               "nonce=\"7ypf/xlj9XXwfDPEoM4URrv/xwf94BcCAzFZH4GiTo0v\", "
                               "opaque=\"FQhe/qaU925kfnzjCev0ciny7QMkPqMAFRtzCUYo5tdS\", algorithm="
        + algorithm;
    const auto challenge = DigestChallenge::fromHeader(offered);
    QVERIFY(challenge);
    const QByteArray header =
        digestAuthorization(*challenge, {"Mufasa", "Circle of Life"},
                            {"/dir/index.html", 1, "f2/wE4q74E6zIJEtWaHKaf5wv/H5QzzpXusqGemxURZJ"});
    const QByteArray signedBy = "response=\"" + response + '"';
    QVERIFY2(header.contains(signedBy), header.constData());
    QVERIFY(header.contains("nc=00000001"));
    QVERIFY(header.contains("uri=\"/dir/index.html\""));
    QVERIFY(header.contains("opaque=\"FQhe/qaU925kfnzjCev0ciny7QMkPqMAFRtzCUYo5tdS\""));
    QVERIFY(!header.contains("Circle"));
}

void DigestTest::quotesWhatItEchoes()
{
    DigestChallenge challenge;
    challenge.realm = "a\"b\\c";
    challenge.nonce = "n";
    const QByteArray header = digestAuthorization(challenge, {"u\"v", "p"}, {"/", 255, "c"});
    QVERIFY(header.contains("realm=\"a\\\"b\\\\c\""));
    QVERIFY(header.contains("username=\"u\\\"v\""));
    QVERIFY(header.contains("nc=000000ff"));
}

QTEST_GUILESS_MAIN(DigestTest)
#include "tst_digest.moc"
