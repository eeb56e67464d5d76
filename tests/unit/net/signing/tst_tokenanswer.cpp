// SPDX-License-Identifier: Apache-2.0
#include "net/signing/tokenanswer.h"

#include <QJsonDocument>
#include <QTest>

using namespace Qt::Literals::StringLiterals;

class TokenAnswerTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void readsLifetimes_data();
    void readsLifetimes();
    void takesBearersOnly_data();
    void takesBearersOnly();
    void namesWhatIsWrong_data();
    void namesWhatIsWrong();
};

namespace {

atlas::Result<net::TokenAnswer> read(const QByteArray &json)
{
    return net::decodeTokenAnswer(QJsonDocument::fromJson(json).object());
}

} // namespace

void TokenAnswerTest::readsLifetimes_data()
{
    QTest::addColumn<QByteArray>("expiresIn");
    QTest::addColumn<qint64>("seconds");
    QTest::newRow("as Atlas sends it") << QByteArray("3600") << qint64(3600);
    QTest::newRow("a second") << QByteArray("1") << qint64(1);
    QTest::newRow("longer than a day") << QByteArray("86401") << qint64(86400);
    QTest::newRow("longer than milliseconds can tell")
        << QByteArray("9007199254740992") << qint64(86400);
}

void TokenAnswerTest::readsLifetimes()
{
    QFETCH(const QByteArray, expiresIn);
    const auto answer = read(R"({"access_token":"a.b-c","expires_in":)" + expiresIn + '}');
    QVERIFY(answer);
    QCOMPARE(answer->token, "a.b-c");
    QTEST(qint64(answer->lifetime.count()), "seconds");
}

void TokenAnswerTest::takesBearersOnly_data()
{
    QTest::addColumn<QByteArray>("type");
    QTest::addColumn<bool>("isTaken");
    QTest::newRow("as Atlas sends it") << QByteArray(R"("Bearer")") << true;
    QTest::newRow("as OAuth allows it") << QByteArray(R"("bEARER")") << true;
    QTest::newRow("not said") << QByteArray("null") << true;
    QTest::newRow("mac") << QByteArray(R"("mac")") << false;
    QTest::newRow("nothing") << QByteArray(R"("")") << false;
    QTest::newRow("more") << QByteArray(R"("Bearer ")") << false;
    QTest::newRow("no text") << QByteArray("1") << false;
}

void TokenAnswerTest::takesBearersOnly()
{
    QFETCH(const QByteArray, type);
    QFETCH(const bool, isTaken);
    const auto answer = read(R"({"access_token":"a","expires_in":9,"token_type":)" + type + '}');
    QCOMPARE(answer.has_value(), isTaken);
    if (!answer)
        QVERIFY(answer.error().detail.startsWith(u"token_type: "));
}

void TokenAnswerTest::namesWhatIsWrong_data()
{
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<QString>("problem");
    QTest::newRow("nothing") << QByteArray("{}") << u"access_token: missing"_s;
    QTest::newRow("no lifetime") << QByteArray(R"({"access_token":"a"})")
                                 << u"expires_in: not a number of seconds"_s;
    QTest::newRow("no time left") << QByteArray(R"({"access_token":"a","expires_in":0})")
                                  << u"expires_in: not a number of seconds"_s;
    QTest::newRow("lifetime beyond numbers")
        << QByteArray(R"({"access_token":"a","expires_in":1e300})")
        << u"expires_in: not a whole number"_s;
    QTest::newRow("empty token") << QByteArray(R"({"access_token":"","expires_in":9})")
                                 << u"access_token: not a token"_s;
    QTest::newRow("a second header") << QByteArray(R"({"access_token":"a\r\nX: y","expires_in":9})")
                                     << u"access_token: not a token"_s;
    QTest::newRow("no ASCII") << QByteArray(R"({"access_token":"한","expires_in":9})")
                              << u"access_token: not a token"_s;
}

void TokenAnswerTest::namesWhatIsWrong()
{
    QFETCH(const QByteArray, body);
    const auto answer = read(body);
    QVERIFY(!answer);
    QCOMPARE(answer.error().kind, atlas::ApiError::Kind::Malformed);
    QTEST(answer.error().detail, "problem");
}

QTEST_GUILESS_MAIN(TokenAnswerTest)
#include "tst_tokenanswer.moc"
