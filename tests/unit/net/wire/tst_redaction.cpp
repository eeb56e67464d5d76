// SPDX-License-Identifier: Apache-2.0
#include "net/wire/redaction.h"

#include <QTest>

using namespace Qt::Literals::StringLiterals;

namespace {

void redact(atlas::ApiError &error, const QByteArray &authorization)
{
    net::Redaction redaction;
    redaction.addAuthorization(authorization);
    redaction.apply(error);
}

} // namespace

class RedactionTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void hidesWhatWasSent_data();
    void hidesWhatWasSent();
    void hidesTheCredential_data();
    void hidesTheCredential();
    void leavesTheRest();
};

void RedactionTest::hidesWhatWasSent_data()
{
    QTest::addColumn<QByteArray>("authorization");
    QTest::addColumn<QString>("secret");
    const QByteArray pair = "mdb_sa_id_1:mdb_sa_sk_a%2Fb%2Bc";
    QTest::newRow("token") << QByteArray("Bearer eyJhbGciOi.J9") << u"eyJhbGciOi.J9"_s;
    QTest::newRow("Basic") << QByteArray("Basic " + pair.toBase64())
                           << QString::fromLatin1(pair.toBase64());
    QTest::newRow("secret as sent")
        << QByteArray("Basic " + pair.toBase64()) << u"mdb_sa_sk_a%2Fb%2Bc"_s;
    QTest::newRow("token in capitals") << QByteArray("Bearer eyJhbGciOi.J9") << u"EYJHBGCIOI.J9"_s;
    QTest::newRow("half a token") << QByteArray("Bearer eyJhbGciOi.J9.abcdefgh") << u"GciOi.J9"_s;
    QTest::newRow("response of a Digest")
        << QByteArray("Digest username=\"u\", realm=\"r\", nonce=\"n\", uri=\"/twice\", "
                      "response=\"6629fae49393a05397450978507c4ef1\", qop=auth")
        << u"6629FAE49393A05397450978507C4EF1"_s;
    QTest::newRow("secret") << QByteArray("Basic " + pair.toBase64()) << u"mdb_sa_sk_a/b+c"_s;
}

void RedactionTest::hidesWhatWasSent()
{
    QFETCH(const QByteArray, authorization);
    QFETCH(const QString, secret);
    const QString text = u"You sent: "_s + secret + u", twice: "_s + secret;
    atlas::ApiError error;
    error.errorCode = error.reason = error.detail = text;
    error.parameters = {text};
    error.fieldViolations = {{text, text}};
    redact(error, authorization);
    const QString redacted = u"You sent: •••, twice: •••"_s;
    QCOMPARE(error.errorCode, redacted);
    QCOMPARE(error.reason, redacted);
    QCOMPARE(error.detail, redacted);
    QCOMPARE(error.parameters, QStringList{redacted});
    QCOMPARE(error.fieldViolations.constFirst().field, redacted);
    QCOMPARE(error.fieldViolations.constFirst().description, redacted);
}

void RedactionTest::hidesTheCredential_data()
{
    QTest::addColumn<QString>("secret");
    QTest::newRow("as it is") << u"mdb_sa_sk_a/b+c"_s;
    QTest::newRow("in capitals") << u"MDB_SA_SK_A/B+C"_s;
    QTest::newRow("half of it") << u"b_sa_sk_a"_s;
    QTest::newRow("form-encoded") << u"mdb_sa_sk_a%2Fb%2Bc"_s;
    QTest::newRow("Basic") << QString::fromLatin1(
        QByteArray("mdb_sa_id_1:mdb_sa_sk_a%2Fb%2Bc").toBase64());
    QTest::newRow("Basic, not encoded")
        << QString::fromLatin1(QByteArray("mdb_sa_id_1:mdb_sa_sk_a/b+c").toBase64());
}

void RedactionTest::hidesTheCredential()
{
    QFETCH(const QString, secret);
    net::Redaction redaction;
    redaction.addCredential({accounts::Authentication::ServiceAccount, u"mdb_sa_id_1"_s,
                             accounts::Secret::fromUtf8("mdb_sa_sk_a/b+c")});
    atlas::ApiError error;
    error.detail = u"<"_s + secret + u"> of mdb_sa_id_1"_s;
    redaction.apply(error);
    QCOMPARE(error.detail, u"<•••> of mdb_sa_id_1"_s);
}

void RedactionTest::leavesTheRest()
{
    atlas::ApiError error;
    error.detail = u"Bearer tokens are fine."_s;
    redact(error, {});
    redact(error, "Bearer ");
    redact(error, "Bearer are");
    redact(error, "Digest username=\"tokens are\", uri=\"/are fine.\", response=\"0123456789\"");
    QCOMPARE(error.detail, u"Bearer tokens are fine."_s);
}

QTEST_GUILESS_MAIN(RedactionTest)
#include "tst_redaction.moc"
