// SPDX-License-Identifier: Apache-2.0
#include "accounts/settings/knownlanguages.h"
#include "tests/support/translationfile.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QProcess>
#include <QRegularExpression>
#include <QSet>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::Literals::StringLiterals;

using testsupport::readTranslationFile;

namespace {

QDir root()
{
    return QDir(QStringLiteral(BUCKETSCOPE_SOURCE_DIR));
}

QString fileOf(const accounts::KnownLanguage &known)
{
    return u"translations/bucketscope_%1.ts"_s.arg(known.code);
}

QString textOf(const QString &path)
{
    QFile file(root().filePath(path));
    return file.open(QIODevice::ReadOnly) ? QString::fromUtf8(file.readAll()) : QString();
}

/// What the expression captures first, in the order of the text.
QStringList capturesOf(const QString &text, const QString &expression)
{
    QStringList captures;
    const QRegularExpression pattern(expression, QRegularExpression::MultilineOption);
    for (auto match = pattern.globalMatch(text); match.hasNext();)
        captures.append(match.next().captured(1));
    return captures;
}

constexpr auto LinguistUpdate = "/usr/lib/qt6/bin/lupdate";

QStringList placeholders(const QString &text)
{
    static const QRegularExpression placeholder(u"%L?(\\d|n)"_s);
    QSet<QString> found;
    auto matches = placeholder.globalMatch(text);
    while (matches.hasNext())
        found.insert(matches.next().captured());
    QStringList sorted(found.begin(), found.end());
    sorted.sort();
    return sorted;
}

} // namespace

class TranslationsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void areComplete_data();
    void areComplete();
    void areUpToDate_data();
    void areUpToDate();
    void areThoseOfTheLanguages();
    void desktopSpeaksTheLanguages();
};

void TranslationsTest::areComplete_data()
{
    QTest::addColumn<QString>("file");
    for (const accounts::KnownLanguage &known : accounts::knownLanguages)
        QTest::newRow(known.code.data()) << fileOf(known);
}

void TranslationsTest::areComplete()
{
    QFETCH(const QString, file);
    const auto messages = readTranslationFile(root().filePath(file));
    QVERIFY(!messages.isEmpty());
    for (const testsupport::TranslatedMessage &message : messages) {
        QVERIFY2(message.isFinished, qPrintable(message.source));
        QVERIFY2(!message.translations.isEmpty(), qPrintable(message.source));
        QVERIFY2(!message.translations.contains(QString()), qPrintable(message.source));
        // A singular may do without its number.
        const QString all = message.translations.join(u' ');
        QVERIFY2(placeholders(all) == placeholders(message.source),
                 qPrintable(message.source + u" → "_s + all));
    }
}

void TranslationsTest::areUpToDate_data()
{
    QTest::addColumn<QString>("file");
    // The first one needs plurals only: it is that of the texts in the code.
    for (std::size_t i = 1; i < accounts::knownLanguages.size(); ++i)
        QTest::newRow(accounts::knownLanguages[i].code.data())
            << fileOf(accounts::knownLanguages[i]);
}

/// What the code says now is what the file translates.
void TranslationsTest::areUpToDate()
{
    QFETCH(const QString, file);
    const QTemporaryDir folder;
    const QString fresh = folder.filePath(QFileInfo(file).fileName());
    QProcess update;
    update.setWorkingDirectory(root().path());
    QSignalSpy finished(&update, &QProcess::finished);
    update.start(QString::fromLatin1(LinguistUpdate),
                 {u"-silent"_s, u"-locations"_s, u"none"_s, u"-I"_s, u"app"_s, u"-I"_s, u"."_s,
                  u"app"_s, u"ui"_s, u"-ts"_s, fresh});
    QVERIFY(finished.wait(60'000));
    const auto keysOf = [](const QList<testsupport::TranslatedMessage> &messages) {
        QSet<QString> keys;
        for (const testsupport::TranslatedMessage &message : messages)
            keys.insert(message.context + u": "_s + message.source);
        return keys;
    };
    const auto inCode = keysOf(readTranslationFile(fresh));
    const auto inFile = keysOf(readTranslationFile(root().filePath(file)));
    QVERIFY(!inCode.isEmpty());
    const auto missing = inCode - inFile;
    for (const QString &key : missing)
        QFAIL(qPrintable(u"not in the file, run ./dev translations: "_s + key));
    const auto leftOver = inFile - inCode;
    for (const QString &key : leftOver)
        QFAIL(qPrintable(u"no longer in the code, run ./dev translations: "_s + key));
}

void TranslationsTest::areThoseOfTheLanguages()
{
    QStringList expected;
    for (const accounts::KnownLanguage &known : accounts::knownLanguages)
        expected.append(QFileInfo(fileOf(known)).fileName());
    expected.sort();
    const QDir folder(root().filePath(u"translations"_s));
    QCOMPARE(folder.entryList({u"*.ts"_s}, QDir::Files, QDir::Name), expected);
}

/// Each text that a desktop shows is there in each language, and in no other.
void TranslationsTest::desktopSpeaksTheLanguages()
{
    const QString id = u"resources/io.github.bucketscope.Bucketscope"_s;
    const QString entry = textOf(id + u".desktop"_s);
    const QString metainfo = textOf(id + u".metainfo.xml"_s);
    QStringList codes;
    for (std::size_t i = 1; i < accounts::knownLanguages.size(); ++i) {
        const QString code = accounts::knownLanguages[i].code;
        codes.append(code);
        QCOMPARE(capturesOf(entry, u"^(\\w+)\\[%1\\]="_s.arg(code)),
                 QStringList({u"GenericName"_s, u"Comment"_s, u"Keywords"_s}));
        const QStringList translated =
            capturesOf(metainfo, u"<(\\w+) xml:lang=\"%1\">"_s.arg(code));
        QVERIFY(translated.contains(u"summary"_s));
        QCOMPARE(translated.count(u"p"_s), capturesOf(metainfo, u"<(p)>"_s).size());
    }
    QStringList others =
        capturesOf(entry, u"^\\w+\\[(\\w+)\\]="_s) + capturesOf(metainfo, u"xml:lang=\"(\\w+)\""_s);
    others.removeIf([&codes](const QString &code) { return codes.contains(code); });
    QCOMPARE(others, QStringList());
    QStringList words;
    for (const accounts::KnownLanguage &known : accounts::knownLanguages)
        words.append(known.code);
    QVERIFY(
        textOf(u"README.md"_s).contains(u"`--language "_s + words.join(u"\\|"_s) + u"\\|system`"));
}

QTEST_GUILESS_MAIN(TranslationsTest)
#include "tst_translations.moc"
