// SPDX-License-Identifier: Apache-2.0
#include "net/redaction.h"

#include <QTest>

using namespace Qt::Literals::StringLiterals;

class RedactionTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void hidesWhatWasSent_data();
    void hidesWhatWasSent();
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
    net::redact(error, authorization);
    const QString redacted = u"You sent: •••, twice: •••"_s;
    QCOMPARE(error.errorCode, redacted);
    QCOMPARE(error.reason, redacted);
    QCOMPARE(error.detail, redacted);
    QCOMPARE(error.parameters, QStringList{redacted});
    QCOMPARE(error.fieldViolations.constFirst().field, redacted);
    QCOMPARE(error.fieldViolations.constFirst().description, redacted);
}

void RedactionTest::leavesTheRest()
{
    atlas::ApiError error;
    error.detail = u"Bearer tokens are fine."_s;
    net::redact(error, {});
    net::redact(error, "Bearer ");
    net::redact(error, "Bearer are");
    QCOMPARE(error.detail, u"Bearer tokens are fine."_s);
}

QTEST_GUILESS_MAIN(RedactionTest)
#include "tst_redaction.moc"
