// SPDX-License-Identifier: Apache-2.0
#include "requestcalls.h"
#include "share/snippets/goquote.h"
#include "share/snippets/requesttext.h"
#include "share/snippets/shellquote.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QProcess>
#include <QRegularExpression>
#include <QStandardPaths>
#include <QTest>

using namespace Qt::Literals::StringLiterals;
using requestcalls::callsIn;
using requestcalls::unusualCall;
using requestcalls::usualCall;
using share::BucketsCall;
using share::RequestFormat;
using share::requestText;

namespace {

/// What a Go literal stands for. Without `\U`, it is JSON as well.
QString goUnquoted(const QString &literal)
{
    return QJsonDocument::fromJson(QString(u'[' + literal + u']').toUtf8())
        .array()
        .at(0)
        .toString();
}

void addHostileTexts()
{
    QTest::addColumn<QString>("text");
    QTest::newRow("empty") << u""_s;
    QTest::newRow("plain") << u"/etc/ssl/ca.pem"_s;
    QTest::newRow("spaces") << u" a  b "_s;
    QTest::newRow("single quotes") << u"it's 'a' ''"_s;
    QTest::newRow("a quote alone") << u"'"_s;
    QTest::newRow("double quotes") << u"\"a\" \"\""_s;
    QTest::newRow("command") << u"$(exit 3)"_s;
    QTest::newRow("backticks") << u"`exit 3`"_s;
    QTest::newRow("variable") << u"$HOME ${PATH} $1"_s;
    QTest::newRow("backslashes") << u"\\ \\\\ \\n \\"_s;
    QTest::newRow("line breaks") << u"a\nexit 3\r\nb\n"_s;
    QTest::newRow("end of command") << u"a; exit 3 & exit 3 | exit 3 # x"_s;
    QTest::newRow("redirection") << u"a >/dev/full </nowhere"_s;
    QTest::newRow("patterns") << u"* ? [a-z] {a,b} ~ ~root"_s;
    QTest::newRow("history") << u"!! !x"_s;
    QTest::newRow("option") << u"--upload-file"_s;
    QTest::newRow("Go's quotes") << u"`\"'%d %s"_s;
    QTest::newRow("arg's places") << u"%1 %2 %L3"_s;
    QTest::newRow("other scripts") << u"결제/π/𝄞"_s;
    QTest::newRow("hidden characters") << u"a\u202eb\u200bc\u0007d\u2028e\ufefff"_s;
    QTest::newRow("end of comment") << u"*/ // a"_s;
}

} // namespace

/// Whatever stands in a call, a shell and Go take it for a text.
class RequestQuotesTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void quotesForAShell_data();
    void quotesForAShell();
    void quotesWholeCommands_data();
    void quotesWholeCommands();
    void leavesOutNul();
    void quotesForGo_data();
    void quotesForGo();
    void satisfiesGofmt_data();
    void satisfiesGofmt();
};

void RequestQuotesTest::quotesForAShell_data()
{
    addHostileTexts();
}

void RequestQuotesTest::quotesForAShell()
{
    QFETCH(const QString, text);
    const auto calls = callsIn(u"curl "_s + share::shellQuoted(text) + u" end"_s);
    QCOMPARE(calls.size(), 1);
    QCOMPARE(calls[0].sliced(2), QStringList({u"curl"_s, text, u"end"_s}));
}

void RequestQuotesTest::quotesWholeCommands_data()
{
    addHostileTexts();
}

void RequestQuotesTest::quotesWholeCommands()
{
    QFETCH(const QString, text);
    BucketsCall call = unusualCall();
    call.caFile = text;
    const auto curl = callsIn(requestText(RequestFormat::CurlServiceAccount, call));
    QCOMPARE(curl.size(), 1);
    QCOMPARE(curl[0].contains(u"--cacert"_s), !text.isEmpty());
    if (!text.isEmpty())
        QCOMPARE(curl[0].value(curl[0].indexOf(u"--cacert"_s) + 1), text);
    QVERIFY(curl[0].last().startsWith(u"https://atlas.example:8443/api/"));

    const auto cli = callsIn(requestText(RequestFormat::AtlasCli, call));
    QCOMPARE(cli.size(), 2);
    for (const QStringList &words : cli) {
        QCOMPARE(words.value(0), text);
        QCOMPARE(words.value(2), u"atlas"_s);
    }
}

void RequestQuotesTest::leavesOutNul()
{
    const QString text = u"a"_s + QChar(QChar::Null) + u"b"_s;
    QCOMPARE(share::shellQuoted(text), u"ab"_s);
    QCOMPARE(share::shellQuoted(QString(QChar(QChar::Null))), u"''"_s);
    QCOMPARE(share::goQuoted(text), u"\"a\\u0000b\""_s);
}

void RequestQuotesTest::quotesForGo_data()
{
    addHostileTexts();
}

void RequestQuotesTest::quotesForGo()
{
    QFETCH(const QString, text);
    static const QRegularExpression unseen(u"[\\p{C}\\p{Zl}\\p{Zp}]"_s);
    const QString literal = share::goQuoted(text);
    QCOMPARE(goUnquoted(literal), text);
    QVERIFY2(!unseen.match(literal).hasMatch(), qPrintable(literal));

    BucketsCall call = usualCall();
    const qsizetype linesBefore = requestText(RequestFormat::GoSdk, call).count(u'\n');
    call.caFile = text;
    const QString program = requestText(RequestFormat::GoSdk, call);
    QCOMPARE(program.count(u'\n'), linesBefore + (text.isEmpty() ? 0 : 1));
    QVERIFY(text.isEmpty() || program.contains(literal));
}

void RequestQuotesTest::satisfiesGofmt_data()
{
    if (QStandardPaths::findExecutable(u"gofmt"_s).isEmpty())
        QSKIP("There is no gofmt");
    addHostileTexts();
}

void RequestQuotesTest::satisfiesGofmt()
{
    QFETCH(const QString, text);
    BucketsCall page = unusualCall();
    page.caFile = text;
    BucketsCall single = page;
    single.subject = *atlas::BucketId::fromHex(u"65f1a2b3c4d5e6f708190a1b");
    for (const BucketsCall &call : {page, single}) {
        const QByteArray program = requestText(RequestFormat::GoSdk, call).toUtf8();
        QProcess process;
        process.start(u"gofmt"_s, {u"-e"_s});
        process.write(program);
        process.closeWriteChannel();
        QVERIFY(process.waitForFinished());
        QCOMPARE(process.readAllStandardError(), QByteArray());
        QCOMPARE(process.readAllStandardOutput(), program);
    }
}

QTEST_GUILESS_MAIN(RequestQuotesTest)
#include "tst_requestquotes.moc"
