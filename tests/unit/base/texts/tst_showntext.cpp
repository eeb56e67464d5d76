// SPDX-License-Identifier: Apache-2.0
#include "base/texts/showntext.h"
#include "models/roles.h"

#include <QElapsedTimer>
#include <QSet>
#include <QStringListModel>
#include <QTest>

using namespace Qt::Literals::StringLiterals;
using base::shownText;

class ShownTextTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void leavesAsItIs_data();
    void leavesAsItIs();
    void escapes_data();
    void escapes();
    void escapesAllThatHides();
    void showsNoTwoAlike();
    void shortens_data();
    void shortens();
    void takesNoLongerForMore();
    void givesTheFullTextOfACell();
};

void ShownTextTest::leavesAsItIs_data()
{
    QTest::addColumn<QString>("text");
    QTest::newRow("nothing") << QString();
    QTest::newRow("letters") << u"prod-exports-eu.1"_s;
    QTest::newRow("spaces") << u"a  b c"_s;
    QTest::newRow("markup") << u"<b>&amp;</b>"_s;
    QTest::newRow("a backslash") << u"C:\\dir\\user"_s;
    QTest::newRow("Korean") << u"결제 내보내기"_s;
    QTest::newRow("Hebrew and Arabic") << u"דלי سلة"_s;
    QTest::newRow("Persian with a joiner") << u"می\u200cخواهم"_s;
    QTest::newRow("Hindi with a joiner") << u"क्\u200dष"_s;
    QTest::newRow("combined marks") << u"e\u0301\u0302\u0303"_s;
    QTest::newRow("a family") << u"👨‍👩‍👧"_s;
    QTest::newRow("a heart in colour") << u"❤\ufe0f"_s;
    QTest::newRow("a key") << u"1\ufe0f\u20e3"_s;
    QTest::newRow("an ideograph of one style") << u"葛\U000E0100"_s;
}

void ShownTextTest::leavesAsItIs()
{
    QFETCH(const QString, text);
    QCOMPARE(shownText(text), text);
}

void ShownTextTest::escapes_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("shown");
    QTest::newRow("line breaks") << u"a\nb\r\nc"_s << u"a\\nb\\r\\nc"_s;
    QTest::newRow("a tab") << u"a\tb"_s << u"a\\tb"_s;
    QTest::newRow("a zero") << QStringView(u"a\0b", 3).toString() << u"a\\0b"_s;
    QTest::newRow("an escape") << u"\u001b[0m"_s << u"\\u001B[0m"_s;
    QTest::newRow("a delete") << QString(QChar(0x7f)) << u"\\u007F"_s;
    QTest::newRow("a C1 control") << QString(QChar(0x9b)) << u"\\u009B"_s;
    QTest::newRow("an override") << u"a\u202eb"_s << u"a\\u202Eb"_s;
    QTest::newRow("no width") << u"a\u200bb\ufeffc"_s << u"a\\u200Bb\\uFEFFc"_s;
    QTest::newRow("a soft hyphen") << u"a\u00adb"_s << u"a\\u00ADb"_s;
    QTest::newRow("line separators") << u"\u2028\u2029"_s << u"\\u2028\\u2029"_s;
    QTest::newRow("a high half") << QString(QChar(0xd800)) + u'a' << u"\\uD800a"_s;
    QTest::newRow("a low half") << QString(QChar(0xdc00)) << u"\\uDC00"_s;
    QTest::newRow("halves in the wrong order")
        << QString(QChar(0xdc00)) + QChar(0xd800) << u"\\uDC00\\uD800"_s;
    QTest::newRow("spaces that are no blanks")
        << u"1\u00a0000\u2003\u202f\u3000"_s << u"1\\u00A0000\\u2003\\u202F\\u3000"_s;
    QTest::newRow("blanks around") << u"  a b "_s << u"␣␣a b␣"_s;
    QTest::newRow("only a blank") << u" "_s << u"␣"_s;
    QTest::newRow("the sign of a blank") << u"␣a"_s << u"\\u2423a"_s;
    QTest::newRow("letters without ink")
        << u"a\u3164\u115f\u1160\uffa0\u2800"_s << u"a\\u3164\\u115F\\u1160\\uFFA0\\u2800"_s;
    QTest::newRow("joiners that join nothing")
        << u"a\u200cb가\u200d나👩\u200d"_s << u"a\\u200Cb가\\u200D나👩\\u200D"_s;
    QTest::newRow("a selector of nothing") << u"a\ufe0f"_s << u"a\\uFE0F"_s;
    QTest::newRow("a word of two alphabets")
        << u"one \u0430ws-bucket"_s << u"one \u2248\u0430ws-bucket"_s;
    QTest::newRow("the sign of two alphabets") << u"\u2248aws"_s << u"\\u2248aws"_s;
    QTest::newRow("no character") << u"a\uffff"_s << u"a\\uFFFF"_s;
    QTest::newRow("what looks like an escape") << u"C:\\new"_s << u"C:\\\\new"_s;
    QTest::newRow("what looks like an override") << u"a\\u202Eb"_s << u"a\\\\u202Eb"_s;
    QTest::newRow("a backslash beside an escape") << u"a\\b\n"_s << u"a\\\\b\\n"_s;
    QTest::newRow("a tag") << QStringView(u"\U000E0041").toString() << u"\\U000E0041"_s;
}

void ShownTextTest::escapes()
{
    QFETCH(const QString, text);
    QTEST(shownText(text), "shown");
}

void ShownTextTest::escapesAllThatHides()
{
    QList<char16_t> hidden{0x61c, 0x200e, 0x200f};
    for (char16_t c = 0; c < 0x20; ++c)
        hidden.append(c);
    for (char16_t c = 0x7f; c < 0xa0; ++c)
        hidden.append(c);
    for (char16_t c = 0x202a; c <= 0x202e; ++c)
        hidden.append(c);
    for (char16_t c = 0x2066; c <= 0x2069; ++c)
        hidden.append(c);
    for (const char16_t c : hidden) {
        const QString shown = shownText(u'a' + QString(QChar(c)) + u'b');
        QVERIFY2(!shown.contains(QChar(c)), qPrintable(shown));
        QVERIFY2(shown.startsWith(u"a\\") && shown.endsWith(u'b'), qPrintable(shown));
    }
}

/// Of all short texts of what is hard to tell apart.
void ShownTextTest::showsNoTwoAlike()
{
    const QStringList parts{u"\\"_s, u"n"_s,      u"\n"_s,     u"u202E"_s, u"\u202e"_s,
                            u" "_s,  u"\u00a0"_s, u"\u2423"_s, u"0"_s,     QString(QChar(0))};
    QStringList texts{QString()};
    for (int length = 0; length < 4; ++length) {
        QStringList longer;
        for (const QString &text : std::as_const(texts)) {
            for (const QString &part : parts)
                longer.append(text + part);
        }
        texts = longer;
        QSet<QString> shown;
        for (const QString &text : std::as_const(texts))
            shown.insert(shownText(text));
        QCOMPARE(shown.size(), QSet<QString>(texts.begin(), texts.end()).size());
    }
}

void ShownTextTest::shortens_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("shown");
    QTest::newRow("just fits") << u"abcdefgh"_s << u"abcdefgh"_s;
    QTest::newRow("one too many") << u"abcdefghi"_s << u"abcdefg…"_s;
    QTest::newRow("an escape that fits") << u"ab\u202e"_s << u"ab\\u202E"_s;
    QTest::newRow("an escape that does not") << u"abc\u202e"_s << u"abc…"_s;
    QTest::newRow("a pair that fits") << u"abcdef🪣"_s << u"abcdef🪣"_s;
    QTest::newRow("a pair that does not") << u"abcdefg🪣"_s << u"abcdefg…"_s;
    QTest::newRow("two alphabets that fit") << u"\u0430bcdefg"_s << u"\u2248\u0430bcdefg"_s;
    QTest::newRow("two alphabets that do not") << u"\u0430bcdefgh"_s << u"\u2248\u0430bcdef…"_s;
    QTest::newRow("a pair in the way") << u"abcdef🪣h"_s << u"abcdef…"_s;
}

void ShownTextTest::shortens()
{
    QFETCH(const QString, text);
    QTEST(shownText(text, 8), "shown");
}

void ShownTextTest::takesNoLongerForMore()
{
    const QString text(32 * 1024 * 1024, u'\u0007');
    QElapsedTimer elapsed;
    elapsed.start();
    for (int i = 0; i < 100; ++i)
        QVERIFY(shownText(text).size() <= base::LongestShownText);
    QVERIFY(elapsed.elapsed() < 2000);
}

void ShownTextTest::givesTheFullTextOfACell()
{
    const QStringListModel model({u"as it is"_s});
    QCOMPARE(models::fullText(model.index(0)), u"as it is"_s);
}

QTEST_GUILESS_MAIN(ShownTextTest)
#include "tst_showntext.moc"
