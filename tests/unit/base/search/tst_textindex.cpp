// SPDX-License-Identifier: Apache-2.0
#include "base/search/nearword.h"
#include "base/search/textindex.h"
#include "base/texts/foldedtext.h"

#include <QTest>

using namespace Qt::Literals::StringLiterals;
using base::TextIndex;

/// What is found as somebody types, and in which order.
class TextIndexTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void takesTypos_data();
    void takesTypos();
    void findsPiecesOfWhateverIsNear_data();
    void findsPiecesOfWhateverIsNear();
    void finds_data();
    void finds();
    void ranks();
    void keepsTextsApart();
    void findsAmongMany();
};

void TextIndexTest::takesTypos_data()
{
    QTest::addColumn<QString>("word");
    QTest::addColumn<QString>("text");
    QTest::addColumn<bool>("isIn");
    const auto row = [](const char *name, const QString &word, const QString &text, bool isIn) {
        QTest::newRow(name) << word << text << isIn;
    };
    row("as typed", u"ledger"_s, u"kestrel-ledger-001"_s, true);
    row("one missing", u"leger"_s, u"kestrel-ledger-001"_s, true);
    row("one too many", u"ledgger"_s, u"kestrel-ledger-001"_s, true);
    row("one wrong", u"lodger"_s, u"kestrel-ledger-001"_s, true);
    row("two swapped", u"ldeger"_s, u"kestrel-ledger-001"_s, true);
    row("two swapped in the middle", u"legder"_s, u"kestrel-ledger-001"_s, true);
    row("the first one wrong", u"tedger"_s, u"ledger"_s, true);
    row("the last one wrong", u"ledget"_s, u"ledger"_s, true);
    row("two typos", u"lodgar"_s, u"kestrel-ledger-001"_s, false);
    row("other word", u"payments"_s, u"kestrel-ledger-001"_s, false);
    row("empty text", u"ledger"_s, QString(), false);
    row("Korean", u"결재팀용"_s, u"결제팀용 버킷"_s, true);
}

void TextIndexTest::takesTypos()
{
    QFETCH(const QString, word);
    QFETCH(const QString, text);
    QTEST(base::NearWord(word).isIn(text), "isIn");
}

void TextIndexTest::findsPiecesOfWhateverIsNear_data()
{
    takesTypos_data();
}

/// Or else a text would be passed over that the word is near to.
void TextIndexTest::findsPiecesOfWhateverIsNear()
{
    QFETCH(const QString, word);
    QFETCH(const QString, text);
    QFETCH(const bool, isIn);
    const QByteArray bytes = text.toUtf8();
    const QList<QByteArray> pieces = base::NearWord(word).pieces();
    const bool hasPiece =
        std::any_of(pieces.begin(), pieces.end(),
                    [&bytes](const QByteArray &piece) { return bytes.contains(piece); });
    QVERIFY(hasPiece || !isIn);
}

void TextIndexTest::finds_data()
{
    QTest::addColumn<QStringList>("texts");
    QTest::addColumn<QString>("typed");
    QTest::addColumn<QStringList>("found");
    const QStringList names{u"atlas-ledger"_s, u"ledger"_s,     u"ledger-002"_s,
                            u"Ledger-01"_s,    u"subledgers"_s, u"payments ledger"_s,
                            u"결제 원장"_s};
    const auto row = [&names](const char *name, const QString &typed, const QStringList &found) {
        QTest::newRow(name) << names << typed << found;
    };
    row("nothing", QString(), {});
    row("blanks", u"   "_s, {});
    row("best first", u"LEDGER"_s,
        {u"ledger"_s, u"Ledger-01"_s, u"ledger-002"_s, u"atlas-ledger"_s, u"payments ledger"_s,
         u"subledgers"_s});
    row("words in any order", u"ledger pay"_s, {u"payments ledger"_s});
    row("a part of a word", u"tla"_s, {u"atlas-ledger"_s});
    row("Korean", u"원장"_s, {u"결제 원장"_s});
    row("a typo", u"paymants"_s, {u"payments ledger"_s});
    row("a typo in one word of two", u"paymants ledger"_s, {u"payments ledger"_s});
    row("too short to be mistyped", u"paz"_s, {});
    row("not there", u"kestrel"_s, {});
}

void TextIndexTest::finds()
{
    QFETCH(const QStringList, texts);
    QFETCH(const QString, typed);
    TextIndex index;
    for (const QString &text : texts)
        index.add(base::foldedText(text).toUtf8());
    QStringList found;
    for (const TextIndex::Found &one : index.find(typed, 10))
        found.append(texts[one.number]);
    QTEST(found, "found");
}

void TextIndexTest::ranks()
{
    TextIndex index;
    index.add("ledger-a", 2);
    index.add("ledger-b", 1);
    index.add("my-ledger", 0);
    const auto found = index.find(u"ledger"_s, 2);
    QCOMPARE(
        found,
        (QList<TextIndex::Found>{{1, TextIndex::Fit::Beginning}, {0, TextIndex::Fit::Beginning}}));
}

/// What ends one text and begins the next is in none.
void TextIndexTest::keepsTextsApart()
{
    TextIndex index;
    index.add("one");
    index.add("");
    index.add("two");
    QVERIFY(index.find(u"onetwo"_s, 10).isEmpty());
    QVERIFY(index.find(u"neto"_s, 10).isEmpty());
    QCOMPARE(index.find(u"two"_s, 10), (QList<TextIndex::Found>{{2, TextIndex::Fit::Whole}}));
}

/// Each of many, whichever is looked for.
void TextIndexTest::findsAmongMany()
{
    constexpr int Count = 20'000;
    TextIndex index;
    for (int i = 0; i < Count; ++i)
        index.add(QByteArray::number(i).rightJustified(6, '0').prepend("bucket-"));
    QCOMPARE(index.size(), Count);
    for (int i = 0; i < Count; i += 997) {
        const auto found = index.find(u"bucket-"_s + QString::number(i).rightJustified(6, u'0'), 3);
        QCOMPARE(found.first(), (TextIndex::Found{i, TextIndex::Fit::Whole}));
    }
    QCOMPARE(index.find(u"bucket"_s, 7).size(), 7);
    const auto mistyped = index.find(u"buckte-000007"_s, 7);
    QCOMPARE(mistyped.first(), (TextIndex::Found{7, TextIndex::Fit::Near}));
}

QTEST_APPLESS_MAIN(TextIndexTest)
#include "tst_textindex.moc"
