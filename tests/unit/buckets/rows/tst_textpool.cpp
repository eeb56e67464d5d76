// SPDX-License-Identifier: Apache-2.0
#include "base/texts/foldedtext.h"
#include "base/texts/wordfilter.h"
#include "buckets/rows/textpool.h"

#include <QRandomGenerator>
#include <QTest>

using namespace Qt::Literals::StringLiterals;
using buckets::TextPool;

namespace {

/// All texts that have `needle`, found as findAll() does.
std::vector<quint8> found(const TextPool &pool, const QByteArray &needle, TextPool::Index first = 0)
{
    std::vector<quint8> matches(pool.end());
    pool.findAll(needle, first, matches);
    return matches;
}

/// The same, one text after the other.
std::vector<quint8> foundNaively(const TextPool &pool, const QByteArray &needle,
                                 TextPool::Index first = 0)
{
    std::vector<quint8> matches(pool.end());
    for (TextPool::Index index = std::max(first, TextPool::Index(1)); index < pool.end(); ++index)
        matches[index] = TextPool::foldedText(pool.text(index)).contains(needle) ? 1 : 0;
    return matches;
}

QString randomText(QRandomGenerator &random)
{
    static const QStringList letters{u"a"_s,  u"b"_s, u"A"_s, u"B"_s, u"é"_s, u"É"_s,
                                     u"감"_s, u"ß"_s, u"İ"_s, u"😀"_s, u"-"_s, QString(QChar(0))};
    QString text;
    for (int left = random.bounded(7); left > 0; --left)
        text += letters[random.bounded(int(letters.size()))];
    return text;
}

} // namespace

class TextPoolTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void keepsEachTextOnce();
    void tellsNothingFromEmpty();
    void keepsTextsAsTheyAre_data();
    void keepsTextsAsTheyAre();
    void foldsCase_data();
    void foldsCase();
    void foldingTwiceChangesNothing();
    void findsProjectsByTheSameForm();
    void keepsByteOrderMarks();
    void keepsHalvesOfSurrogatePairs();
    void findsNoTextAcrossTwo();
    void findsInTextsLongerThanABlock();
    void findsWhatANaiveSearchFinds();
    void findsOnlyFromTheFirstOn();
    void startsAfreshWhenCleared();
};

void TextPoolTest::keepsEachTextOnce()
{
    TextPool pool;
    QHash<QString, TextPool::Index> known;
    for (int i = 0; i < 5000; ++i)
        known.insert(u"text %1"_s.arg(i), pool.add(u"text %1"_s.arg(i)));
    for (auto it = known.cbegin(); it != known.cend(); ++it) {
        QCOMPARE(pool.add(it.key()), it.value());
        QCOMPARE(pool.addUtf8(it.key().toUtf8()), it.value());
        QCOMPARE(pool.find(it.key().toUtf8()), it.value());
        QCOMPARE(pool.text(it.value()), it.key());
    }
    QCOMPARE(pool.find("not there"), TextPool::None);
    QCOMPARE(pool.end(), 5001U);
}

void TextPoolTest::tellsNothingFromEmpty()
{
    TextPool pool;
    QCOMPARE(pool.add(std::optional<QString>()), TextPool::None);
    const TextPool::Index empty = pool.add(QString());
    QVERIFY(empty != TextPool::None);
    QCOMPARE(pool.add(std::optional<QString>(u""_s)), empty);
    QCOMPARE(pool.optionalText(empty), std::optional<QString>(u""_s));
    QCOMPARE(pool.optionalText(TextPool::None), std::optional<QString>());
    QVERIFY(!pool.text(empty).isNull());
    QVERIFY(pool.text(TextPool::None).isNull());
}

void TextPoolTest::keepsTextsAsTheyAre_data()
{
    QTest::addColumn<QString>("text");
    QTest::newRow("Korean") << u"감사 보관"_s;
    QTest::newRow("emoji") << u"👩‍🚀 export"_s;
    QTest::newRow("NUL") << u"a\0b"_s;
    QTest::newRow("only NUL") << u"\0"_s;
    QTest::newRow("half a pair") << QString(QChar(0xd83d));
    QTest::newRow("the other half") << QString(u"x"_s + QChar(0xde00));
    QTest::newRow("as long as a block") << QString(256 * 1024, u'x');
    QTest::newRow("longer than a block") << QString(300 * 1024, u'é');
}

void TextPoolTest::keepsTextsAsTheyAre()
{
    QFETCH(const QString, text);
    TextPool pool;
    const TextPool::Index before = pool.add(u"before"_s);
    const TextPool::Index index = pool.add(text);
    const TextPool::Index after = pool.add(u"after"_s);
    QCOMPARE(pool.text(index), text);
    QCOMPARE(pool.add(text), index);
    QCOMPARE(pool.text(before), u"before"_s);
    QCOMPARE(pool.text(after), u"after"_s);
}

void TextPoolTest::foldsCase_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("needle");
    QTest::addColumn<bool>("isFound");
    QTest::newRow("ASCII") << u"Ledger-PROD"_s << u"ledger-prod"_s << true;
    QTest::newRow("from lower to upper") << u"ledger"_s << u"LEDGER"_s << true;
    QTest::newRow("Korean") << u"감사-보관"_s << u"보관"_s << true;
    QTest::newRow("accents") << u"ÉCLAIR"_s << u"éc"_s << true;
    QTest::newRow("German") << u"STRAẞE"_s << u"straße"_s << true;
    QTest::newRow("German, in capitals") << u"STRASSE"_s << u"straße"_s << true;
    QTest::newRow("German, in capitals in the text") << u"Straße"_s << u"STRASSE"_s << true;
    QTest::newRow("Hangul in parts")
        << u"결제"_s.normalized(QString::NormalizationForm_D) << u"결제"_s << true;
    QTest::newRow("word in parts")
        << u"결제-prod"_s << u"결제"_s.normalized(QString::NormalizationForm_D) << true;
    QTest::newRow("accent by itself") << u"cafe\u0301"_s << u"CAFÉ"_s << true;
    QTest::newRow("full width") << u"ＰＲＯＤ－１"_s << u"prod-1"_s << true;
    QTest::newRow("ligature") << u"ﬁnance"_s << u"FIN"_s << true;
    QTest::newRow("Turkish dotless") << u"IĞDIR"_s << u"iğdir"_s << true;
    QTest::newRow("Greek") << u"ΣΊΣΥΦΟΣ"_s << u"σίσυφος"_s << true;
    QTest::newRow("Deseret, outside of the first plane") << u"𐐀"_s << u"𐐨"_s << true;
    QTest::newRow("emoji") << u"a👩‍🚀b"_s << u"👩"_s << true;
    QTest::newRow("another emoji") << u"👩"_s << u"🚀"_s << false;
}

void TextPoolTest::foldsCase()
{
    QFETCH(const QString, text);
    QFETCH(const QString, needle);
    TextPool pool;
    const TextPool::Index index = pool.add(text);
    const auto matches = found(pool, TextPool::foldedText(needle));
    QTEST(matches[index] != 0, "isFound");
}

/// QString::fromUtf8() drops one at the beginning.
void TextPoolTest::keepsByteOrderMarks()
{
    TextPool pool;
    const QChar mark(QChar::ByteOrderMark);
    for (const QString &text : {QString(mark), QString(mark + u"A"_s), QString(10'000, mark)}) {
        const TextPool::Index end = pool.end();
        const TextPool::Index index = pool.add(text);
        QCOMPARE(pool.text(index), text);
        QCOMPARE(pool.folded(index), QByteArrayView(TextPool::foldedText(text)));
        // The text, and its folded form if that is another.
        QVERIFY(pool.end() <= end + 2);
    }
}

/// Or a text that is folded would be found by other words than it has.
void TextPoolTest::foldingTwiceChangesNothing()
{
    for (char32_t character = 1; character < 0x20000; ++character) {
        if (QChar::isSurrogate(character))
            continue;
        const QString once = base::foldedText(QString::fromUcs4(&character, 1));
        QCOMPARE(base::foldedText(once), once);
    }
}

void TextPoolTest::findsProjectsByTheSameForm()
{
    const QString name = u"결제 Straße"_s;
    for (const auto form : {QString::NormalizationForm_D, QString::NormalizationForm_C}) {
        const QStringList texts{name.normalized(form)};
        QVERIFY(base::WordFilter(u"STRASSE 결제"_s).matches(texts));
        QVERIFY(
            base::WordFilter(u"결제"_s.normalized(QString::NormalizationForm_D)).matches(texts));
        QVERIFY(!base::WordFilter(u"결제 prod"_s).matches(texts));
    }
    QVERIFY(base::WordFilter().matches({}));
}

void TextPoolTest::keepsHalvesOfSurrogatePairs()
{
    TextPool pool;
    const QString high = QString(u"a"_s + QChar(0xd83d));
    const QString low = QString(u"a"_s + QChar(0xde00));
    const TextPool::Index highIndex = pool.add(high);
    const TextPool::Index lowIndex = pool.add(low);
    QVERIFY(highIndex != lowIndex);
    QCOMPARE(pool.text(highIndex), high);
    QCOMPARE(pool.text(lowIndex), low);
    const TextPool::Index end = pool.end();
    for (int i = 0; i < 100; ++i)
        QCOMPARE(pool.add(high), highIndex);
    QCOMPARE(pool.end(), end); // Nothing grows.
    QCOMPARE(found(pool, "a")[highIndex], quint8(1));
}

void TextPoolTest::findsNoTextAcrossTwo()
{
    TextPool pool;
    const TextPool::Index first = pool.add(u"ab"_s);
    const TextPool::Index second = pool.add(u"cd"_s);
    const TextPool::Index whole = pool.add(u"ab\0cd"_s);
    const TextPool::Index other = pool.add(u"b\0b\0c"_s);
    const auto across = found(pool, QByteArray("b\0c", 3));
    QCOMPARE(across, (std::vector<quint8>{0, 0, 0, 1, 1}));
    const auto bc = found(pool, "bc");
    QCOMPARE(std::count(bc.begin(), bc.end(), quint8(1)), 0);
    const auto nul = found(pool, QByteArray("\0", 1));
    QCOMPARE(nul[first] + nul[second], 0);
    QCOMPARE(nul[whole] + nul[other], 2);
}

void TextPoolTest::findsInTextsLongerThanABlock()
{
    TextPool pool;
    const TextPool::Index small = pool.add(u"needle"_s);
    const TextPool::Index large = pool.add(QString(QString(400 * 1024, u'x') + u"needle"_s));
    const TextPool::Index upper = pool.add(QString(QString(400 * 1024, u'X') + u"NEEDLE"_s));
    const TextPool::Index after = pool.add(u"a needle"_s);
    const TextPool::Index without = pool.add(u"need"_s);
    const auto matches = found(pool, "needle");
    for (const TextPool::Index index : {small, large, upper, after})
        QCOMPARE(matches[index], quint8(1));
    QCOMPARE(matches[without], quint8(0));
}

void TextPoolTest::findsWhatANaiveSearchFinds()
{
    QRandomGenerator random(6);
    for (int round = 0; round < 300; ++round) {
        TextPool pool;
        for (int left = random.bounded(40); left > 0; --left)
            pool.add(randomText(random));
        for (int left = 20; left > 0; --left) {
            const QByteArray needle = TextPool::foldedText(randomText(random));
            if (needle.isEmpty())
                continue;
            const auto first = static_cast<TextPool::Index>(random.bounded(int(pool.end()) + 1));
            QCOMPARE(found(pool, needle, first), foundNaively(pool, needle, first));
        }
    }
}

void TextPoolTest::findsOnlyFromTheFirstOn()
{
    TextPool pool;
    pool.add(u"match"_s);
    const TextPool::Index first = pool.end();
    // Its folded text was there before.
    const TextPool::Index folded = pool.add(u"MATCH"_s);
    const TextPool::Index other = pool.add(u"a match"_s);
    QCOMPARE(found(pool, "match", first), (std::vector<quint8>{0, 0, 1, 1}));
    QCOMPARE(found(pool, "match", other), (std::vector<quint8>{0, 0, 0, 1}));
    QCOMPARE(found(pool, "match", pool.end()), (std::vector<quint8>(4)));
    QCOMPARE(folded, first);
}

void TextPoolTest::startsAfreshWhenCleared()
{
    TextPool pool;
    const QString wild = QString(QChar(0xd83d));
    pool.add(u"before"_s);
    pool.add(wild);
    pool.clear();
    QCOMPARE(pool.end(), 1U);
    QCOMPARE(pool.find("before"), TextPool::None);
    const TextPool::Index index = pool.add(u"after"_s);
    QCOMPARE(index, 1U);
    QCOMPARE(pool.text(index), u"after"_s);
    QCOMPARE(pool.text(pool.add(wild)), wild);
    QCOMPARE(found(pool, "before"), std::vector<quint8>(pool.end()));
}

QTEST_GUILESS_MAIN(TextPoolTest)
#include "tst_textpool.moc"
