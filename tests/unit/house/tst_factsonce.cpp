// SPDX-License-Identifier: Apache-2.0
#include "accounts/settings/settingstable.h"
#include "atlas/values/apiversion.h"
#include "insight/health/rules.h"

#include <QDir>
#include <QDirIterator>
#include <QFile>
#include <QLocale>
#include <QMap>
#include <QRegularExpression>
#include <QTest>

using namespace Qt::Literals::StringLiterals;

/// A fact that stands twice is true twice only until somebody changes one of them: what has a place
/// of its own stands nowhere else in the program.
class FactsOnceTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();

    void keysOfSettings();
    void pathsOfEndpoints();
    void theUsualVersion();
    void nothingToShow();
    void languages();
    void errorsInOneLine();
    void codesOfFindings();
    void numbersInWords();

private:
    /// The files that have what matches, with how often.
    QMap<QString, int> placesOf(const QRegularExpression &expression) const;
    QMap<QString, int> placesOf(const QString &text) const
    {
        return placesOf(QRegularExpression(QRegularExpression::escape(text)));
    }

    /// What each file of the program says, by its path.
    QMap<QString, QString> m_texts;
};

void FactsOnceTest::initTestCase()
{
    const QDir root(QStringLiteral(BUCKETSCOPE_SOURCE_DIR));
    for (const QString &folder : {u"app"_s, u"ui"_s}) {
        QDirIterator it(root.filePath(folder), {u"*.h"_s, u"*.cpp"_s}, QDir::Files,
                        QDirIterator::Subdirectories);
        while (it.hasNext()) {
            QFile file(it.next());
            QVERIFY(file.open(QIODevice::ReadOnly));
            m_texts.insert(root.relativeFilePath(file.fileName()),
                           QString::fromUtf8(file.readAll()));
        }
    }
    QVERIFY(m_texts.size() > 300);
}

QMap<QString, int> FactsOnceTest::placesOf(const QRegularExpression &expression) const
{
    QMap<QString, int> places;
    for (auto it = m_texts.begin(); it != m_texts.end(); ++it) {
        if (const auto count = it->count(expression))
            places.insert(it.key(), static_cast<int>(count));
    }
    return places;
}

void FactsOnceTest::keysOfSettings()
{
    accounts::forEachSetting([this](const auto &setting) {
        const auto places = placesOf(QString(u'"' + setting.key + u'"'));
        QVERIFY2(places.size() == 1 && places.first() == 1, qPrintable(QString(setting.key)));
    });
}

void FactsOnceTest::pathsOfEndpoints()
{
    static const QRegularExpression path(u"\"[^\"\\n]*(/api/atlas/v2|/groups\\b|/exportBuckets|"
                                         "/cloudProviderAccess|/clusters/)[^\"\\n]*\""_s);
    const QStringList places = placesOf(path).keys();
    for (const QString &place : places)
        QVERIFY2(place.contains("/endpoint."_L1), qPrintable(place));
    QVERIFY(!places.isEmpty());
}

void FactsOnceTest::theUsualVersion()
{
    const QString day = atlas::ApiVersion().toString();
    QCOMPARE(placesOf(day).keys(), QStringList{u"app/atlas/values/apiversion.h"_s});
    QCOMPARE(placesOf(QString(day).remove(u'-')).keys(), QStringList{});
}

/// A dash in a text for people is none of these: it stands between words.
void FactsOnceTest::nothingToShow()
{
    QCOMPARE(placesOf(u"\"—\""_s).keys(), QStringList{u"app/base/texts/nothingtoshow.h"_s});
}

/// All there are stand in CMake, which makes a header of them.
void FactsOnceTest::languages()
{
    for (const accounts::KnownLanguage &known : accounts::knownLanguages) {
        const QString name =
            QLocale::languageToString(QLocale(known.code).language()); // As the code has it, too.
        QCOMPARE(placesOf(QString(u'"' + known.code + u'"')).keys(), QStringList{});
        QCOMPARE(placesOf(QString(u"accounts::Language::"_s + name)).keys(), QStringList{});
    }
}

/// What of an error is shown, and how long it may be.
void FactsOnceTest::errorsInOneLine()
{
    static const QRegularExpression made(
        u"rror\\.status > 0 \\? QString::number|rror\\.errorCode\\.isEmpty\\(\\) \\?|"
        "rror\\.detail\\.isEmpty\\(\\) \\?|shownText\\([^;]*\\.detail, "_s);
    QCOMPARE(placesOf(made).keys(), QStringList{u"app/insight/advice/errorline.cpp"_s});
}

/// Of each, one row says all.
void FactsOnceTest::codesOfFindings()
{
    for (const insight::Rule &rule : insight::rules) {
        const QMap<QString, int> once{{u"app/insight/health/rules.h"_s, 1}};
        QVERIFY2(placesOf(QString(u'"' + rule.word + u'"')) == once, rule.word.data());
    }
    // Whether a role can be used, and who is told of what.
    QCOMPARE(placesOf(u"\"NOT_INITIATED\""_s).keys(),
             QStringList{u"app/buckets/reading/bucketrole.cpp"_s});
    QCOMPARE(placesOf(u"\"CPS_EXPORT_FAILED\""_s).keys(),
             QStringList{u"app/insight/health/alertrules.cpp"_s});
}

/// A Wording takes %1 as it is given, and %Ln alone for a number: of `%L1` it knows nothing. Nor do
/// texts that are translated need it.
void FactsOnceTest::numbersInWords()
{
    static const QRegularExpression place(u"%L[0-9]"_s);
    QCOMPARE(placesOf(place).keys(), QStringList{});
    const QDir translations(QStringLiteral(BUCKETSCOPE_SOURCE_DIR) + u"/translations"_s);
    const QFileInfoList files = translations.entryInfoList({u"*.ts"_s}, QDir::Files);
    QVERIFY(!files.isEmpty());
    for (const QFileInfo &info : files) {
        QFile file(info.filePath());
        QVERIFY(file.open(QIODevice::ReadOnly));
        const QString text = QString::fromUtf8(file.readAll());
        QVERIFY2(!place.match(text).hasMatch(), qPrintable(info.fileName()));
    }
}

QTEST_GUILESS_MAIN(FactsOnceTest)
#include "tst_factsonce.moc"
