// SPDX-License-Identifier: Apache-2.0
#include "includegraph.h"
#include "sourcetree.h"

#include <QDir>
#include <QFile>
#include <QLibraryInfo>
#include <QRegularExpression>
#include <QTest>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;
using includegraph::Files;
using includegraph::Rooms;

/// Checks that each room includes what it says, and that all arrows point down.
class ArrowsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();

    void everyRoomSaysWhatItUses();
    void everyUseIsNeeded();
    void everyArrowPointsDown();
    void noRoomsGoInACircle();
    void noUnitsGoInACircle();
    void theCoreHasNoWindows();
    void onlyModelsKnowQtsModels();
    void everySourceBeginsWithItsHeader();
    void findsPlantedFaults_data();
    void findsPlantedFaults();
    void findsPlantedWindows();

private:
    Rooms m_rooms;
    Files m_files;
};

namespace {

QString lines(const QStringList &faults)
{
    return faults.join(u'\n');
}

Files filesBelow(const QString &folder)
{
    Files files;
    for (const QString &file : sourcetree::filesBelow(folder))
        files.append(includegraph::fileWith(file, sourcetree::textOf(file)));
    return files;
}

/// Of this Qt; nothing where frameworks hold them.
QStringList windowHeaders()
{
    const QDir all(QLibraryInfo::path(QLibraryInfo::HeadersPath));
    return QDir(all.filePath(u"QtGui"_s)).entryList(QDir::Files)
        + QDir(all.filePath(u"QtWidgets"_s)).entryList(QDir::Files);
}

QStringList allFaults(const Rooms &rooms, const Files &files)
{
    return includegraph::unsaidUses(rooms, files) + includegraph::unneededUses(rooms, files)
        + includegraph::arrowsUp(rooms) + includegraph::circlesOfRooms(rooms, files)
        + includegraph::circlesOfUnits(files);
}

} // namespace

void ArrowsTest::initTestCase()
{
    QFile rooms(QStringLiteral(BUCKETSCOPE_ROOMS_FILE));
    QVERIFY(rooms.open(QIODevice::ReadOnly));
    m_rooms = includegraph::roomsIn(QString::fromUtf8(rooms.readAll()));
    QVERIFY(m_rooms.size() > 7);
    m_files = filesBelow(u"app"_s) + filesBelow(u"ui"_s);
    QVERIFY(m_files.size() > 500);
}

void ArrowsTest::everyRoomSaysWhatItUses()
{
    QCOMPARE(lines(includegraph::unsaidUses(m_rooms, m_files)), QString());
}

void ArrowsTest::everyUseIsNeeded()
{
    QCOMPARE(lines(includegraph::unneededUses(m_rooms, m_files)), QString());
}

void ArrowsTest::everyArrowPointsDown()
{
    QCOMPARE(lines(includegraph::arrowsUp(m_rooms)), QString());
}

void ArrowsTest::noRoomsGoInACircle()
{
    QCOMPARE(lines(includegraph::circlesOfRooms(m_rooms, m_files)), QString());
}

void ArrowsTest::noUnitsGoInACircle()
{
    QCOMPARE(lines(includegraph::circlesOfUnits(m_files)), QString());
}

void ArrowsTest::theCoreHasNoWindows()
{
    QCOMPARE(lines(includegraph::windowIncludes(filesBelow(u"app"_s), windowHeaders())), QString());
}

void ArrowsTest::onlyModelsKnowQtsModels()
{
    static const QRegularExpression model(u"^(?!\\s*//).*\\b(QModelIndex|QAbstract\\w+Model)\\b"_s,
                                          QRegularExpression::MultilineOption);
    for (const QString &file : sourcetree::filesBelow(u"app"_s)) {
        const bool mayKnow = file.startsWith(u"app/models/");
        QVERIFY2(mayKnow || !model.match(sourcetree::textOf(file)).hasMatch(), qPrintable(file));
    }
}

/// So that a header is compiled alone, where nothing is precompiled; those without a source are
/// verified by CMake (rooms.cmake).
void ArrowsTest::everySourceBeginsWithItsHeader()
{
    static const QRegularExpression systemAndEnd(u"(_[a-z0-9_]+)?\\.cpp$"_s);
    const auto isHeader = [this](const QString &path) {
        return std::any_of(m_files.begin(), m_files.end(),
                           [&path](const auto &file) { return file.path == path; });
    };
    int sources = 0;
    for (const auto &file : std::as_const(m_files)) {
        QString header = file.path;
        header.replace(systemAndEnd, u".h"_s);
        if (!file.path.endsWith(u".cpp") || !isHeader(header))
            continue;
        ++sources;
        if (header.startsWith(u"app/"))
            header.remove(0, 4);
        QVERIFY2(file.includes.value(0) == QString(u'"' + header + u'"'), qPrintable(file.path));
    }
    QVERIFY(sources > 200);
}

void ArrowsTest::findsPlantedFaults_data()
{
    QTest::addColumn<QString>("rooms");
    QTest::addColumn<QStringList>("includes");
    QTest::addColumn<QStringList>("faults");
    const auto twoRooms = u"atlas: \nnet/calls: atlas\n"_s;
    const auto needed = u"app/net/calls/call.h \"atlas/utc.h\""_s;
    QTest::newRow("none") << twoRooms << QStringList{needed} << QStringList{};
    QTest::newRow("others' headers")
        << twoRooms << QStringList{needed, u"app/atlas/utc.cpp <QTimeZone>"_s} << QStringList{};
    QTest::newRow("an include that the room does not say")
        << u"atlas: \nnet/calls: \n"_s << QStringList{needed}
        << QStringList{u"app/net/calls/call.h includes \"atlas/utc.h\", of a room that “net/calls” "
                       "does not name"_s};
    QTest::newRow("of another room of the district")
        << u"net/wire: \nnet/calls: \n"_s
        << QStringList{u"app/net/calls/call.h \"net/wire/exchange.h\""_s}
        << QStringList{u"app/net/calls/call.h includes \"net/wire/exchange.h\", of a room that "
                       "“net/calls” does not name"_s};
    QTest::newRow("an include of no room")
        << twoRooms << QStringList{needed, u"app/atlas/utc.h \"browse/call.h\""_s}
        << QStringList{u"app/atlas/utc.h includes \"browse/call.h\", of a room that “atlas” does "
                       "not name"_s};
    QTest::newRow("a file of no room")
        << twoRooms << QStringList{needed, u"app/net/lane.h \"atlas/utc.h\""_s}
        << QStringList{
               u"app/net/lane.h includes \"atlas/utc.h\", of a room that “” does not name"_s};
    QTest::newRow("a use that nothing needs")
        << twoRooms << QStringList{u"app/net/calls/call.h <QUrl>"_s}
        << QStringList{u"net/calls names atlas and includes nothing of it"_s};
    QTest::newRow("needed in another room's folder only")
        << u"atlas: \nui/look: \nui: atlas ui/look\n"_s
        << QStringList{u"ui/main.cpp \"ui/look/theme.h\""_s}
        << QStringList{u"ui names atlas and includes nothing of it"_s};
    QTest::newRow("an arrow up") << u"net/calls: atlas\natlas: \n"_s << QStringList{needed}
                                 << QStringList{
                                        u"net/calls uses atlas, which does not stand before it"_s};
    QTest::newRow("an arrow to nowhere")
        << u"atlas: \nnet/calls: atlas wire\n"_s << QStringList{needed}
        << QStringList{u"net/calls names wire and includes nothing of it"_s,
                       u"net/calls uses wire, which does not stand before it"_s};
    QTest::newRow("a circle of rooms")
        << u"atlas: ui/look\nnet/calls: atlas\nui/look: net/calls\n"_s
        << QStringList{needed, u"app/atlas/page.h \"ui/look/theme.h\""_s,
                       u"ui/look/style.h \"net/calls/client.h\""_s}
        << QStringList{u"atlas uses ui/look, which does not stand before it"_s,
                       u"atlas > ui/look > net/calls > atlas"_s};
    QTest::newRow("a circle of two units, by their sources")
        << u"atlas: \n"_s
        << QStringList{u"app/atlas/a.cpp \"atlas/b.h\""_s, u"app/atlas/b.cpp \"atlas/a.h\""_s,
                       u"app/atlas/c.h \"atlas/a.h\""_s}
        << QStringList{u"app/atlas/a > app/atlas/b > app/atlas/a"_s};
    QTest::newRow("two circles of units, one by what is different on a system")
        << u"ui: \n"_s
        << QStringList{u"ui/a_portal_linux.cpp \"ui/b.h\""_s, u"ui/b.h \"ui/c.h\""_s,
                       u"ui/c.h \"ui/a.h\""_s, u"ui/x.h \"ui/y.h\""_s, u"ui/y.cpp \"ui/x.h\""_s}
        << QStringList{u"ui/a > ui/b > ui/c > ui/a"_s, u"ui/x > ui/y > ui/x"_s};
}

void ArrowsTest::findsPlantedFaults()
{
    QFETCH(const QString, rooms);
    QFETCH(const QStringList, includes);
    QFETCH(const QStringList, faults);
    Files files;
    for (const QString &include : includes)
        files.append(
            includegraph::fileWith(include.section(u' ', 0, 0),
                                   u"#pragma once\n#include %1\n"_s.arg(include.section(u' ', 1))));
    QCOMPARE(allFaults(includegraph::roomsIn(rooms), files), faults);
}

void ArrowsTest::findsPlantedWindows()
{
    const QString text = u"#include <QColor>\n#include <QString>\n#include <QtWidgets/QLabel>\n"_s;
    QCOMPARE(
        includegraph::windowIncludes({includegraph::fileWith(u"app/a.h"_s, text)},
                                     {u"QColor"_s, u"qcolor.h"_s}),
        QStringList({u"app/a.h includes <QColor>"_s, u"app/a.h includes <QtWidgets/QLabel>"_s}));
    const QStringList headers = windowHeaders();
    QVERIFY(headers.isEmpty() || (headers.contains(u"QColor"_s) && headers.contains(u"QLabel"_s)));
    QVERIFY(!headers.contains(u"QString"_s));
}

QTEST_GUILESS_MAIN(ArrowsTest)
#include "tst_arrows.moc"
