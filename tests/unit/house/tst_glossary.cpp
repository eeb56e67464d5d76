// SPDX-License-Identifier: Apache-2.0
#include "tests/support/glossary.h"
#include "tests/support/translationfile.h"

#include <QDir>
#include <QFile>
#include <QTest>
#include <QXmlStreamReader>

using namespace Qt::Literals::StringLiterals;

using testsupport::Glossary;
using Language = Glossary::Language;

namespace {

QString inSources(const QString &path)
{
    return QDir(QStringLiteral(BUCKETSCOPE_SOURCE_DIR)).filePath(path);
}

QStringList linesOf(const QString &path)
{
    QFile file(inSources(path));
    return file.open(QIODevice::ReadOnly) ? QString::fromUtf8(file.readAll()).split(u'\n')
                                          : QStringList();
}

/// Paragraphs, items and rows of a Markdown file, without its code.
QStringList proseOf(const QString &path)
{
    static const QRegularExpression code(u"`[^`]*`"_s);
    QStringList parts{QString()};
    for (const QString &line : linesOf(path)) {
        if (line.startsWith("    "_L1))
            continue;
        if (line.isEmpty() || line.startsWith("- "_L1) || line.startsWith(u'|'))
            parts.append(QString());
        parts.last() += line.trimmed() + u' ';
    }
    for (QString &part : parts)
        part = part.remove(code).simplified();
    parts.removeAll(QString());
    return parts;
}

constexpr auto Desktop = "resources/io.github.bucketscope.Bucketscope.desktop"_L1;
constexpr auto Metainfo = "resources/io.github.bucketscope.Bucketscope.metainfo.xml"_L1;

} // namespace

/// Checks every text that a person meets against the words of translations/README.md.
class GlossaryTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void isSound();
    void objects_data();
    void objects();
    void translationsKeepToIt_data();
    void translationsKeepToIt();
    void termsAreTranslatedAlike();
    void readmeKeepsToIt();
    void helpKeepsToIt_data();
    void helpKeepsToIt();
    void desktopFileKeepsToIt();
    void metainfoKeepsToIt();

private:
    void check(const QString &text, Language language, const QString &place) const;

    Glossary m_glossary;
};

void GlossaryTest::initTestCase()
{
    m_glossary = Glossary::read(inSources(u"translations/README.md"_s));
}

void GlossaryTest::check(const QString &text, Language language, const QString &place) const
{
    const QString objection = m_glossary.objectionTo(text, language, place);
    if (!objection.isEmpty())
        QFAIL(qPrintable(place + u": "_s + text + u"\nagainst "_s + objection));
}

/// A pattern that cannot be read would forbid nothing.
void GlossaryTest::isSound()
{
    QVERIFY(m_glossary.terms().size() > 50);
    for (const Glossary::Term &term : m_glossary.terms()) {
        QVERIFY(!term.name.isEmpty());
        QVERIFY2(!term.isTranslatedAlike || (!term.english.isEmpty() && !term.korean.isEmpty()),
                 qPrintable(term.name));
        for (const QRegularExpression &pattern : term.notInEnglish + term.notInKorean)
            QVERIFY2(pattern.isValid(), qPrintable(pattern.pattern()));
        // What is to be said is not forbidden itself.
        check(term.english, Language::English, u"the table"_s);
        check(term.korean, Language::Korean, u"the table"_s);
    }
}

void GlossaryTest::objects_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<Language>("language");
    QTest::addColumn<QString>("place");
    QTest::addColumn<bool>("isAllowed");
    const auto row = [](const char *text, Language language, bool isAllowed,
                        const char *place = "ui::Somewhere") {
        QTest::addRow("%s, %s", place, text)
            << QString::fromUtf8(text) << language << QString::fromUtf8(place) << isAllowed;
    };
    row("The response has no body.", Language::English, true);
    row("The answer has no body.", Language::English, false);
    row("Unanswered", Language::English, true);
    row("Retry", Language::English, true);
    row("Try again", Language::English, false);
    row("Wait a minute, then try again.", Language::English, true);
    row("%n buckets", Language::English, false);
    row("%Ln buckets", Language::English, true);
    row("This computer's clock", Language::English, false);
    row("This computer's clock", Language::English, true, "README.md");
    row("Use \"en\".", Language::English, true, "ui::CommandLine");
    row("Use \"en\".", Language::English, false);
    row("Start GNOME Keyring.", Language::English, true);
    row("Start the keyring.", Language::English, false);
    row("1–100 · loaded %2", Language::English, true);
    row("%1 · read %2", Language::English, false);
    row("%1, read %2", Language::English, false);
    row("%1, the others read %2", Language::English, false);
    row("1–100 of 2,508 · read 3 hours ago", Language::English, false);
    row("Not read (%1)", Language::English, true);
    row("%Ln project(s) not read in full", Language::English, false);
    row("Partly read", Language::English, false);
    row("The check reads roles.", Language::English, false);
    row("What is read is kept.", Language::English, false);
    row("Remember &what was read", Language::English, true);
    row("The project alert configurations", Language::English, false);
    row("Another Bucketscope window is open.", Language::English, true);
    row("Another Bucketscope is open.", Language::English, false);
    row("It was written by a newer Bucketscope.", Language::English, false);
    row("Select Check exports.", Language::English, true);
    row("Choose Check exports.", Language::English, false);
    row("Accepted findings are shown apart.", Language::English, false);
    row("Atlas 경고가 없습니다.", Language::Korean, false);
    row("경고 %Ln개", Language::Korean, true);
    row("알림 구성", Language::Korean, false);
    row("내보내기 확인", Language::Korean, false);
    row("내보내기 작업을 확인하십시오.", Language::Korean, true);
    row("발견 사항을 허용합니다.", Language::Korean, false);
    row("실패한 이유", Language::Korean, false);
    row("“중지”를 선택하십시오.", Language::Korean, false);
    row("토큰을 취소합니다.", Language::Korean, false);
    row("제공자", Language::Korean, true);
    row("제공업체", Language::Korean, false);
    row("%1~%2", Language::Korean, true);
    row("%1–%2", Language::Korean, false);
    row("%1을(를) 찾을 수 없습니다.", Language::Korean, true);
    row("%1을 찾을 수 없습니다.", Language::Korean, false);
    row("다시 시도하십시오.", Language::Korean, true);
    row("다시 시도하세요.", Language::Korean, false);
    row("찾을 수 없다.", Language::Korean, false);
    row("문제 (%1)", Language::Korean, false);
}

void GlossaryTest::objects()
{
    QFETCH(const QString, text);
    QFETCH(const Language, language);
    QFETCH(const QString, place);
    QTEST(m_glossary.objectionTo(text, language, place).isEmpty(), "isAllowed");
}

void GlossaryTest::translationsKeepToIt_data()
{
    QTest::addColumn<QString>("file");
    QTest::addColumn<Language>("language");
    QTest::newRow("English plurals") << u"translations/bucketscope_en.ts"_s << Language::English;
    QTest::newRow("Korean") << u"translations/bucketscope_ko.ts"_s << Language::Korean;
}

void GlossaryTest::translationsKeepToIt()
{
    QFETCH(const QString, file);
    QFETCH(const Language, language);
    const auto messages = testsupport::readTranslationFile(inSources(file));
    QVERIFY(!messages.isEmpty());
    for (const auto &message : messages) {
        check(message.source, Language::English, message.context);
        for (const QString &translation : message.translations)
            check(translation, language, message.context);
    }
}

void GlossaryTest::termsAreTranslatedAlike()
{
    const auto messages =
        testsupport::readTranslationFile(inSources(u"translations/bucketscope_ko.ts"_s));
    for (const auto &message : messages) {
        const QString korean = message.translations.value(0);
        const QString objection = m_glossary.objectionToTranslation(message.source, korean);
        QVERIFY2(objection.isEmpty(),
                 qPrintable(message.source + u" → "_s + korean + u"\nagainst "_s + objection));
    }
}

void GlossaryTest::readmeKeepsToIt()
{
    const QStringList prose = proseOf(u"README.md"_s);
    QVERIFY(prose.size() > 50);
    for (const QString &text : prose)
        check(text, Language::English, u"README.md"_s);
}

void GlossaryTest::helpKeepsToIt_data()
{
    QTest::addColumn<QString>("file");
    QTest::addColumn<Language>("language");
    QTest::newRow("English") << u"resources/help/en.md"_s << Language::English;
    QTest::newRow("Korean") << u"resources/help/ko.md"_s << Language::Korean;
}

void GlossaryTest::helpKeepsToIt()
{
    QFETCH(const QString, file);
    QFETCH(const Language, language);
    const QStringList prose = proseOf(file);
    QVERIFY(prose.size() > 100);
    for (const QString &text : prose)
        check(text, language, file);
}

void GlossaryTest::desktopFileKeepsToIt()
{
    static const QRegularExpression entry(
        u"^(?:Name|GenericName|Comment|Keywords)(\\[ko\\])?=(.*)$"_s);
    int found = 0;
    for (const QString &line : linesOf(Desktop)) {
        const auto match = entry.match(line);
        if (!match.hasMatch())
            continue;
        check(match.captured(2), match.captured(1).isEmpty() ? Language::English : Language::Korean,
              Desktop);
        ++found;
    }
    QCOMPARE(found, 7);
}

void GlossaryTest::metainfoKeepsToIt()
{
    QFile file(inSources(Metainfo));
    QVERIFY(file.open(QIODevice::ReadOnly));
    QXmlStreamReader xml(&file);
    const QStringList shown{u"p"_s, u"summary"_s, u"caption"_s};
    int inKorean = 0;
    int inEnglish = 0;
    while (!xml.atEnd()) {
        xml.readNext();
        if (!xml.isStartElement() || !shown.contains(xml.name()))
            continue;
        const bool isKorean = xml.attributes().value("xml:lang"_L1) == u"ko";
        ++(isKorean ? inKorean : inEnglish);
        check(xml.readElementText(), isKorean ? Language::Korean : Language::English, Metainfo);
    }
    QCOMPARE(inEnglish, 5);
    QCOMPARE(inKorean, inEnglish);
}

QTEST_GUILESS_MAIN(GlossaryTest)
#include "tst_glossary.moc"
