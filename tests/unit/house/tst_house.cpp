// SPDX-License-Identifier: Apache-2.0
#include "folders.h"
#include "sourcetree.h"

#include <QFileInfo>
#include <QRegularExpression>
#include <QSet>
#include <QTest>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;
using sourcetree::filesBelow;
using sourcetree::linesOf;
using sourcetree::textOf;

/// Checks that files and folders are in shape, and what else can be seen in the text alone.
class HouseTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyFileIsInShape_data();
    void everyFileIsInShape();
    void noFolderIsCrowded();
    void everyFolderHasItsSentence();
    void recipesNameFilesThatAreThere();
    void findsPlantedFaults();
    void nothingGoesPastTls();
    void nothingOlderIsBuiltUpon();
    void iteratorsAreNoPointers();
    void noAlgorithmIsNewerThanALibrary();
    void noTestDependsOnAMacro();
    void everyColorIsInTheTable();
};

namespace {

constexpr int MostLines = 400;
constexpr int MostFiles = 45;

QStringList allFiles()
{
    return filesBelow(u"app"_s) + filesBelow(u"ui"_s) + filesBelow(u"tests"_s);
}

} // namespace

void HouseTest::everyFileIsInShape_data()
{
    QTest::addColumn<QString>("folder");
    for (const auto *folder : {"app", "ui", "tests"})
        QTest::newRow(folder) << QString::fromLatin1(folder);
}

void HouseTest::everyFileIsInShape()
{
    QFETCH(const QString, folder);
    static const QRegularExpression name(u"^[a-z0-9_]+\\.(h|cpp)$"_s);
    for (const QString &file : filesBelow(folder)) {
        const QStringList lines = linesOf(file);
        QVERIFY2(lines.value(0) == u"// SPDX-License-Identifier: Apache-2.0"_s, qPrintable(file));
        QVERIFY2(name.match(QFileInfo(file).fileName()).hasMatch(), qPrintable(file));
        QVERIFY2(!file.endsWith(u".h") || lines.contains(u"#pragma once"_s), qPrintable(file));
        QVERIFY2(lines.size() <= MostLines, qPrintable(file));
    }
}

void HouseTest::noFolderIsCrowded()
{
    QCOMPARE(folders::crowded(allFiles(), MostFiles, {}).join(u'\n'), QString());
}

void HouseTest::everyFolderHasItsSentence()
{
    const QString map = textOf(u"CONTRIBUTING.md"_s);
    QCOMPARE(folders::withoutSentence(allFiles(), map).join(u'\n'), QString());
}

/// By the whole path, or by its end where the folder was named before.
void HouseTest::recipesNameFilesThatAreThere()
{
    static const QRegularExpression named(u"`([a-z0-9/_.]+\\.(?:h|cpp|json|sh|md))`"_s);
    const QString text = textOf(u"CONTRIBUTING.md"_s);
    const qsizetype begin = text.indexOf(u"## Recipes"_s);
    const QString recipes = text.mid(begin, text.indexOf(u"## A release"_s) - begin);
    const QStringList files = allFiles()
        + filesBelow(u"resources"_s, {u"*.json"_s, u"*.sh"_s, u"*.h"_s})
        + filesBelow(u"translations"_s, {u"*.md"_s}) + filesBelow(u"tests"_s, {u"README.md"_s});
    int count = 0;
    for (auto match = named.globalMatch(recipes); match.hasNext(); ++count) {
        const QString name = match.next().captured(1);
        const bool isThere = std::any_of(files.begin(), files.end(), [&name](const QString &file) {
            return file == name || file.endsWith(u'/' + name);
        });
        QVERIFY2(isThere, qPrintable(name));
    }
    QVERIFY(count > 20);
}

void HouseTest::findsPlantedFaults()
{
    const QStringList files{u"app/a/one.h"_s, u"app/a/two.h"_s, u"app/a/b/three.h"_s};
    QCOMPARE(folders::crowded(files, 2, {}), QStringList());
    QCOMPARE(folders::crowded(files, 1, {}), QStringList{u"app/a has 2 files"_s});
    QCOMPARE(folders::crowded(files, 1, {u"app/a"_s}), QStringList());
    QCOMPARE(folders::crowded(files, 1, {u"app/a"_s, u"app/a/b"_s}),
             QStringList{u"app/a/b is no longer crowded: say so"_s});
    const QString map = u"# Map\n\n    app/a/ — First.\n    app/a/b/  — Second.\n"_s;
    QCOMPARE(folders::withoutSentence(files, map), QStringList());
    QCOMPARE(folders::withoutSentence(files.first(2), map), QStringList{u"app/a/b is not there"_s});
    QCOMPARE(folders::withoutSentence(files + QStringList{u"ui/four.h"_s}, map),
             QStringList{u"ui has 0 lines"_s});
}

/// Every way in which Qt lets a program put up with a certificate.
void HouseTest::nothingGoesPastTls()
{
    static const QRegularExpression lenient(
        u"ignoreSslErrors|[vV]erifyMode|VerifyNone|QueryPeer|VerifyDepth|handshakeInterrupted"_s);
    for (const QString &folder : {u"app"_s, u"ui"_s}) {
        for (const QString &file : filesBelow(folder)) {
            for (const QString &line : linesOf(file))
                QVERIFY2(!lenient.match(line).hasMatch(), qPrintable(file + u": "_s + line));
        }
    }
}

/// Each library that is needed says from which version on.
void HouseTest::nothingOlderIsBuiltUpon()
{
    static const QRegularExpression needed(u"find_package\\((\\S+) ([^)]*)\\bREQUIRED\\b"_s);
    static const QRegularExpression version(u"^\\d+\\.\\d+"_s);
    // The system's own; and one that has its version checked after it was found.
    const QStringList exceptions{u"Threads"_s, u"simdjson"_s};
    QStringList files{u"CMakeLists.txt"_s};
    for (const QString &folder : {u"app"_s, u"ui"_s, u"resources"_s, u"tests"_s})
        files += filesBelow(folder, {u"CMakeLists.txt"_s, u"*.cmake"_s});
    int count = 0;
    for (const QString &file : std::as_const(files)) {
        for (const QString &line : linesOf(file)) {
            const auto match = needed.match(line);
            if (!match.hasMatch() || exceptions.contains(match.captured(1)))
                continue;
            ++count;
            QVERIFY2(version.match(match.captured(2)).hasMatch(),
                     qPrintable(file + u": "_s + line));
        }
    }
    QVERIFY(count >= 5);
}

/// The iterator of a std::array is a class in Microsoft's library, and `auto *` does not compile.
void HouseTest::iteratorsAreNoPointers()
{
    static const QRegularExpression array(u"std::array(<[^;={]*>)? +(\\w+) *[{=]"_s);
    static const QRegularExpression pointer(
        u"auto \\*(const )?\\w+ *=\\s*(std::\\w+\\(\\s*)?(\\w+)\\.c?(begin|end)\\(\\)"_s);
    int arrays = 0;
    for (const QString &folder : {u"app"_s, u"ui"_s}) {
        for (const QString &file : filesBelow(folder)) {
            const QString text = textOf(file);
            QSet<QString> names;
            for (auto match = array.globalMatch(text); match.hasNext();)
                names.insert(match.next().captured(2));
            arrays += static_cast<int>(names.size());
            for (auto match = pointer.globalMatch(text); match.hasNext();) {
                const auto found = match.next();
                QVERIFY2(!names.contains(found.captured(3)),
                         qPrintable(file + u": "_s + found.captured()));
            }
        }
    }
    QVERIFY(arrays > 10);
}

/// The library of the oldest Clang that we build with, on macOS, has none of std::ranges.
void HouseTest::noAlgorithmIsNewerThanALibrary()
{
    for (const QString &folder : {u"app"_s, u"ui"_s}) {
        for (const QString &file : filesBelow(folder))
            QVERIFY2(!textOf(file).contains("std::ranges::"_L1), qPrintable(file));
    }
}

/// moc is not told by the compiler which system this is: it would pass over such slots in silence.
void HouseTest::noTestDependsOnAMacro()
{
    static const QRegularExpression conditional(u"\\bQ_OBJECT\\b(?:(?!\\n\\};)[\\s\\S])*?\\n#if"_s);
    const QStringList files = filesBelow(u"tests"_s, {u"tst_*.cpp"_s});
    QVERIFY(files.size() > 100);
    for (const QString &file : files)
        QVERIFY2(!conditional.match(textOf(file)).hasMatch(), qPrintable(file));
}

/// What is mixed or named elsewhere, tst_contrast does not compute.
void HouseTest::everyColorIsInTheTable()
{
    static const QRegularExpression ownColor(
        u"0x[fF]{2}[0-9a-fA-F]{6}\\b|set(Alpha|Opacity)|fromRgb|QColor\\([0-9u]"
        "|\\.(darker|lighter)\\(|Qt::(dark|light)?(white|black|red|green|blue|yellow|gray)\\b"_s,
        QRegularExpression::CaseInsensitiveOption);
    int found = 0;
    for (const QString &file : filesBelow(u"ui"_s)) {
        const bool isTable = file.endsWith(u"ui/look/colors.cpp");
        for (const QString &line : linesOf(file)) {
            const bool isColor = ownColor.match(line).hasMatch();
            QVERIFY2(isTable || !isColor, qPrintable(file + u": "_s + line));
            found += isColor ? 1 : 0;
        }
    }
    QVERIFY(found > 0);
}

QTEST_GUILESS_MAIN(HouseTest)
#include "tst_house.moc"
