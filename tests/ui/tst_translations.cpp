// SPDX-License-Identifier: Apache-2.0
#include "support/translationfile.h"

#include <QDir>
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
    void areUpToDate();
};

void TranslationsTest::areComplete_data()
{
    QTest::addColumn<QString>("file");
    QTest::newRow("English plurals") << u"translations/bucketscope_en.ts"_s;
    QTest::newRow("Korean") << u"translations/bucketscope_ko.ts"_s;
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

/// What the code says now is what the Korean file translates.
void TranslationsTest::areUpToDate()
{
    const QTemporaryDir folder;
    const QString fresh = folder.filePath(u"fresh.ts"_s);
    QProcess update;
    update.setWorkingDirectory(root().path());
    QSignalSpy finished(&update, &QProcess::finished);
    update.start(QString::fromLatin1(LinguistUpdate),
                 {u"-silent"_s, u"-locations"_s, u"none"_s, u"-I"_s, u"app"_s, u"-I"_s, u"."_s,
                  u"app"_s, u"ui"_s, u"-target-language"_s, u"ko_KR"_s, u"-ts"_s, fresh});
    QVERIFY(finished.wait(60'000));
    const auto keysOf = [](const QList<testsupport::TranslatedMessage> &messages) {
        QSet<QString> keys;
        for (const testsupport::TranslatedMessage &message : messages)
            keys.insert(message.context + u": "_s + message.source);
        return keys;
    };
    const auto inCode = keysOf(readTranslationFile(fresh));
    const auto inFile =
        keysOf(readTranslationFile(root().filePath(u"translations/bucketscope_ko.ts"_s)));
    QVERIFY(!inCode.isEmpty());
    const auto missing = inCode - inFile;
    for (const QString &key : missing)
        QFAIL(qPrintable(u"not in the Korean file, run ./dev translations: "_s + key));
    const auto leftOver = inFile - inCode;
    for (const QString &key : leftOver)
        QFAIL(qPrintable(u"no longer in the code, run ./dev translations: "_s + key));
}

QTEST_GUILESS_MAIN(TranslationsTest)
#include "tst_translations.moc"
