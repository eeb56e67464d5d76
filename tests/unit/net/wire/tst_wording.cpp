// SPDX-License-Identifier: Apache-2.0
#include "atlas/errors/apierror.h"
#include "net/wire/redaction.h"

#include <QTest>
#include <QTranslator>

using namespace Qt::Literals::StringLiterals;
using atlas::ApiError;
using atlas::Wording;

namespace {

/// Turns English into capitals, and the values around.
class Loud final : public QTranslator
{
public:
    bool isEmpty() const override { return false; }
    QString translate(const char *context, const char *text, const char *, int) const override
    {
        if (qstrcmp(context, "test") != 0)
            return {};
        return qstrcmp(text, "%1 before %2") == 0 ? u"%2 AFTER %1"_s
                                                  : QString::fromUtf8(text).toUpper();
    }
};

QString inOtherWords(const Wording &wording)
{
    Loud loud;
    QCoreApplication::installTranslator(&loud);
    return wording.toString();
}

Wording order(const Wording &first, const Wording &second)
{
    return {"test", "%1 before %2", {first, second}};
}

} // namespace

/// Our own words for errors, told in the language of the moment.
class WordingTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void followsTheLanguage_data();
    void followsTheLanguage();
    void leavesTheServersWordsAlone();
    void wordsErrorsAnew();
    void hidesSecretsInBothLanguages();
};

void WordingTest::followsTheLanguage_data()
{
    QTest::addColumn<Wording>("wording");
    QTest::addColumn<QString>("english");
    QTest::addColumn<QString>("loud");
    const Wording closed("test", "closed");
    QTest::newRow("nothing") << Wording() << u""_s << u""_s;
    QTest::newRow("text") << closed << u"closed"_s << u"CLOSED"_s;
    QTest::newRow("values") << order(u"a"_s, u"b"_s) << u"a before b"_s << u"b AFTER a"_s;
    QTest::newRow("places in values")
        << order(u"%2 100%"_s, u"%1"_s) << u"%2 100% before %1"_s << u"%1 AFTER %2 100%"_s;
    QTest::newRow("words in words")
        << order(closed, u"b"_s) << u"closed before b"_s << u"b AFTER CLOSED"_s;
    QTest::newRow("sequence") << Wording::sequence({closed, u"b"_s, closed}, u", "_s)
                              << u"closed, b, closed"_s << u"CLOSED, b, CLOSED"_s;
    QTest::newRow("number") << Wording::counted("test", "%Ln of %1", 3, {u"%Ln"_s}) << u"3 of %Ln"_s
                            << u"%LN OF %Ln"_s;
    QTest::newRow("no such value") << Wording("test", "%1 %3 %") << u"%1 %3 %"_s << u"%1 %3 %"_s;
}

void WordingTest::followsTheLanguage()
{
    QFETCH(const Wording, wording);
    QTEST(wording.toString(), "english");
    QTEST(inOtherWords(wording), "loud");
    QTEST(wording.toString(), "english");
}

void WordingTest::leavesTheServersWordsAlone()
{
    ApiError error;
    error.reason = u"closed"_s;
    error.detail = u"%1 before %2"_s;
    Loud loud;
    QCoreApplication::installTranslator(&loud);
    QCOMPARE(atlas::wordedAnew(error), error);
}

void WordingTest::wordsErrorsAnew()
{
    ApiError error;
    atlas::word(error, {"test", "closed"}, order(u"a"_s, u"b"_s));
    QCOMPARE(error.reason, u"closed"_s);
    QCOMPARE(error.detail, u"a before b"_s);
    Loud loud;
    QCoreApplication::installTranslator(&loud);
    QCOMPARE(atlas::wordedAnew(error).reason, u"CLOSED"_s);
    QCOMPARE(atlas::wordedAnew(error).detail, u"b AFTER a"_s);
}

void WordingTest::hidesSecretsInBothLanguages()
{
    ApiError error;
    atlas::word(error, {"test", "closed"}, order(u"mdb_sa_sk_abcdef"_s, u"b"_s));
    net::Redaction redaction;
    redaction.addSecret("mdb_sa_sk_abcdef");
    redaction.apply(error);
    QCOMPARE(error.detail, u"••• before b"_s);
    QCOMPARE(atlas::wordedAnew(error).detail, u"••• before b"_s);
}

QTEST_GUILESS_MAIN(WordingTest)
#include "tst_wording.moc"
