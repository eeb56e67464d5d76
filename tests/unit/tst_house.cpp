// SPDX-License-Identifier: Apache-2.0
#include <QDir>
#include <QDirIterator>
#include <QFile>
#include <QMap>
#include <QRegularExpression>
#include <QSet>
#include <QTest>

using namespace Qt::Literals::StringLiterals;

/// Checks that every file stands in the room where it belongs and looks only downwards.
class HouseTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyIncludePointsDown_data();
    void everyIncludePointsDown();
    void everyFileIsInShape_data();
    void everyFileIsInShape();
    void nothingGoesPastTls();
    void nothingOlderIsBuiltUpon();
    void iteratorsAreNoPointers();
    void noAlgorithmIsNewerThanALibrary();
    void noTestDependsOnAMacro();
    void everyColorIsInTheTable();

private:
    static QString textOf(const QString &file);
    static QStringList filesBelow(const QString &folder,
                                  const QStringList &names = {QStringLiteral("*.h"),
                                                              QStringLiteral("*.cpp")});
    static QStringList linesOf(const QString &file);
};

namespace {

QString inSources(const QString &path)
{
    return QDir(QStringLiteral(BUCKETSCOPE_SOURCE_DIR)).filePath(path);
}

} // namespace

QStringList HouseTest::filesBelow(const QString &folder, const QStringList &names)
{
    QStringList files;
    QDirIterator it(inSources(folder), names, QDir::Files, QDirIterator::Subdirectories);
    while (it.hasNext())
        files.append(it.next());
    files.sort();
    return files;
}

QString HouseTest::textOf(const QString &file)
{
    QFile opened(file);
    return opened.open(QIODevice::ReadOnly) ? QString::fromUtf8(opened.readAll()) : QString();
}

QStringList HouseTest::linesOf(const QString &file)
{
    return textOf(file).split(u'\n');
}

void HouseTest::everyIncludePointsDown_data()
{
    QTest::addColumn<QString>("room");
    QTest::addColumn<QStringList>("below");
    const QMap<QString, QStringList> rooms{
        {u"app/atlas"_s, {u"atlas"_s}},
        {u"app/files"_s, {u"files"_s}},
        {u"app/accounts"_s, {u"accounts"_s, u"files"_s, u"atlas"_s}},
        {u"app/share"_s, {u"share"_s, u"files"_s, u"atlas"_s}},
        {u"app/net"_s, {u"net"_s, u"accounts"_s, u"atlas"_s}},
        {u"app/browse"_s, {u"browse"_s, u"net"_s, u"accounts"_s, u"share"_s, u"atlas"_s}},
        {u"app/session"_s,
         {u"session"_s, u"browse"_s, u"net"_s, u"accounts"_s, u"share"_s, u"atlas"_s}},
    };
    for (auto it = rooms.begin(); it != rooms.end(); ++it)
        QTest::newRow(qPrintable(it.key())) << it.key() << it.value();
}

void HouseTest::everyIncludePointsDown()
{
    QFETCH(const QString, room);
    QFETCH(const QStringList, below);
    static const QRegularExpression ours(u"^#include \"([a-z]+)/"_s);
    static const QRegularExpression widgets(
        u"^#include <(QtWidgets|Q(Widget|Application|Dialog|MainWindow|Label|PushButton|"
        "MessageBox|TableView|Style))"_s);
    const QStringList files = filesBelow(room);
    QVERIFY(!files.isEmpty());
    for (const QString &file : files) {
        for (const QString &line : linesOf(file)) {
            const auto match = ours.match(line);
            QVERIFY2(!match.hasMatch() || below.contains(match.captured(1)),
                     qPrintable(file + u": "_s + line));
            QVERIFY2(!widgets.match(line).hasMatch(), qPrintable(file + u": "_s + line));
        }
    }
}

void HouseTest::everyFileIsInShape_data()
{
    QTest::addColumn<QString>("folder");
    for (const auto *folder : {"app", "ui", "tests"})
        QTest::newRow(folder) << QString::fromLatin1(folder);
}

void HouseTest::everyFileIsInShape()
{
    QFETCH(const QString, folder);
    constexpr int MostLines = 400;
    static const QRegularExpression name(u"^[a-z0-9_]+\\.(h|cpp)$"_s);
    for (const QString &file : filesBelow(folder)) {
        const QStringList lines = linesOf(file);
        QVERIFY2(lines.value(0) == u"// SPDX-License-Identifier: Apache-2.0"_s, qPrintable(file));
        QVERIFY2(name.match(QFileInfo(file).fileName()).hasMatch(), qPrintable(file));
        QVERIFY2(!file.endsWith(u".h") || lines.contains(u"#pragma once"_s), qPrintable(file));
        QVERIFY2(lines.size() <= MostLines, qPrintable(file));
    }
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
    QStringList files{inSources(u"CMakeLists.txt"_s)};
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
        const bool isTable = file.endsWith(u"/ui/colors.cpp");
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
