// SPDX-License-Identifier: Apache-2.0
#include "share/report/prettyjson.h"

#include <QElapsedTimer>
#include <QJsonDocument>
#include <QTest>

using namespace Qt::Literals::StringLiterals;
using share::prettyJson;

/// Indentation that changes nothing but white space.
class PrettyJsonTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void indents_data();
    void indents();
    void leavesOtherTextAlone_data();
    void leavesOtherTextAlone();
    void leavesEveryCutAnswerAlone();
    void agreesWithQt();
    void goesDeep_data();
    void goesDeep();
    void staysSmall();
};

void PrettyJsonTest::indents_data()
{
    QTest::addColumn<QByteArray>("json");
    QTest::addColumn<QString>("pretty");
    QTest::newRow("object") << QByteArray(R"({"b":1,"a":[true,null]})")
                            << u"{\n  \"b\": 1,\n  \"a\": [\n    true,\n    null\n  ]\n}"_s;
    QTest::newRow("white space already there")
        << QByteArray(" {\r\n\t\"a\" :\n[ ] , \"b\": { } } \n")
        << u"{\n  \"a\": [],\n  \"b\": {}\n}"_s;
    QTest::newRow("said twice") << QByteArray(R"({"a":1,"a":2})")
                                << u"{\n  \"a\": 1,\n  \"a\": 2\n}"_s;
    QTest::newRow("numbers as spelled")
        << QByteArray("[1.0,-0,1e400,12345678901234567890,0.10E-07]")
        << u"[\n  1.0,\n  -0,\n  1e400,\n  12345678901234567890,\n  0.10E-07\n]"_s;
    QTest::newRow("escapes as spelled")
        << QByteArray(R"(["\u00e9\/\"\\",""])") << u"[\n  \"\\u00e9\\/\\\"\\\\\",\n  \"\"\n]"_s;
    QTest::newRow("what hides") << QByteArray("[\"a\u202eb\"]") << u"[\n  \"a\\u202eb\"\n]"_s;
    QTest::newRow("half a pair") << QByteArray(R"(["\ud800"])") << u"[\n  \"\\ud800\"\n]"_s;
    QTest::newRow("signs in strings")
        << QByteArray(R"({"{,}":"[:]"})") << u"{\n  \"{,}\": \"[:]\"\n}"_s;
    QTest::newRow("other scripts") << QByteArray(R"(["결제"])") << u"[\n  \"결제\"\n]"_s;
    QTest::newRow("no UTF-8 in a string") << QByteArray("[\"a\xff\"]") << u"[\n  \"a\ufffd\"\n]"_s;
    QTest::newRow("bare value") << QByteArray(" -1.5 ") << u"-1.5"_s;
    QTest::newRow("bare string") << QByteArray("\"a\"") << u"\"a\""_s;
}

void PrettyJsonTest::indents()
{
    QFETCH(const QByteArray, json);
    QTEST(prettyJson(json), "pretty");
}

void PrettyJsonTest::leavesOtherTextAlone_data()
{
    QTest::addColumn<QByteArray>("text");
    for (const char *text : {"",           " ",           "<html>503</html>",
                             "{\"a\":1}x", "{\"a\":1}{}", "{\"a\":1,}",
                             "[1,]",       "[,1]",        "{\"a\"}",
                             "{\"a\":}",   "{a:1}",       "{1:2}",
                             "[1 2]",      "[1:2]",       "{\"a\":1]",
                             "[}",         "]",           "{",
                             "[01]",       "[+1]",        "[.5]",
                             "[1.]",       "[1e]",        "[1e+]",
                             "[-]",        "[0x1]",       "[tru]",
                             "[truex]",    "[True]",      "[NaN]",
                             "[\"a]",      "[\"\\x\"]",   "[\"\\u12g4\"]",
                             "[\"\\u12",   "[\"\\",       "[\"a\nb\"]",
                             "['a']",      "[1]//",       "\xef\xbb\xbf"}) {
        QTest::addRow("%s", text) << QByteArray(text);
    }
    QTest::newRow("line break in a string") << QByteArray("[\"a\nb\"]");
    QTest::newRow("NUL") << QByteArray("[1]\0", 4);
}

void PrettyJsonTest::leavesOtherTextAlone()
{
    QFETCH(const QByteArray, text);
    QCOMPARE(prettyJson(text), QString::fromUtf8(text));
    QCOMPARE(prettyJson(text + '\xff'), QString::fromUtf8(text + '\xff'));
}

void PrettyJsonTest::leavesEveryCutAnswerAlone()
{
    const QByteArray whole = R"({"results":[{"_id":"65f1","n":-1.5e3,"x":[null,{}]}],"c":12})";
    QVERIFY(prettyJson(whole).contains(u'\n'));
    for (qsizetype length = 0; length < whole.size(); ++length)
        QCOMPARE(prettyJson(whole.first(length)), QString::fromUtf8(whole.first(length)));
}

void PrettyJsonTest::agreesWithQt()
{
    const QByteArray json = R"({"a":[1,{"b":"\n"},[],{}],"c":{"d":[[["e"]]]},"f":false})";
    QCOMPARE(QJsonDocument::fromJson(prettyJson(json).toUtf8()), QJsonDocument::fromJson(json));
}

void PrettyJsonTest::goesDeep_data()
{
    QTest::addColumn<QByteArray>("opening");
    QTest::addColumn<QByteArray>("closing");
    QTest::newRow("lists") << QByteArray("[") << QByteArray("]");
    QTest::newRow("objects") << QByteArray("{\"a\":") << QByteArray("}");
}

void PrettyJsonTest::goesDeep()
{
    QFETCH(const QByteArray, opening);
    QFETCH(const QByteArray, closing);
    constexpr int Depth = 100'000;
    const QByteArray json = opening.repeated(Depth) + "1" + closing.repeated(Depth);
    const QString pretty = prettyJson(json);
    QVERIFY(pretty.size() > json.size());
    QVERIFY(pretty.size() < json.size() + Depth * 300);
    QString bare = pretty;
    bare.remove(u' ').remove(u'\n');
    QCOMPARE(bare, QString::fromLatin1(json));
}

void PrettyJsonTest::staysSmall()
{
    constexpr int Depth = 64;
    constexpr int Values = 2'000'000;
    const QByteArray json = QByteArray("[").repeated(Depth) + QByteArray("1,").repeated(Values)
        + "1" + QByteArray("]").repeated(Depth);
    QElapsedTimer timer;
    timer.start();
    const QString pretty = prettyJson(json);
    qInfo("%lld bytes to %lld characters in %lld ms", qlonglong(json.size()),
          qlonglong(pretty.size()), timer.elapsed());
    QVERIFY(pretty.size() < 2 * json.size() + 17 * 1024 * 1024);
}

QTEST_GUILESS_MAIN(PrettyJsonTest)
#include "tst_prettyjson.moc"
