// SPDX-License-Identifier: Apache-2.0
#include "testclient.h"

#include <QJsonArray>
#include <QSet>
#include <QTest>

using namespace atlassim;
using namespace testclient;

namespace {

constexpr QLatin1String Payments = sample::PaymentsProd;
constexpr int Rows = 31;

QString page(int number, QLatin1String project = Payments)
{
    return QString(bucketsPath(project)
                   + QStringLiteral("?itemsPerPage=10&pageNum=%1").arg(number));
}

QStringList ids(const Curl &answer)
{
    QStringList list;
    const auto rows = results(answer);
    for (const auto &row : rows)
        list.append(text(row.toObject(), "_id"));
    return list;
}

QStringList post(const QByteArray &json)
{
    return {QStringLiteral("--json"), QString::fromUtf8(json)};
}

} // namespace

/// Lists of buckets that change while they are read, and pages that are kept.
class TestAtlasSimLists : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();

    void keepsPagesOnlyWhileTheyAreTrue_data();
    void keepsPagesOnlyWhileTheyAreTrue();
    void keepsPagesByWhatWasAsked();

    void shifts_data();
    void shifts();
    void shiftsAsOftenAsAsked();
    void shiftsOneProject();
    void shiftsByHttp();

    void limitsRatesAsDocumented_data();
    void limitsRatesAsDocumented();

private:
    /// Joins all pages.
    QStringList read();

    std::unique_ptr<Simulator> m_simulator;
};

void TestAtlasSimLists::init()
{
    m_simulator = std::make_unique<Simulator>(sample::world());
    QVERIFY(m_simulator->listen());
}

QStringList TestAtlasSimLists::read()
{
    QStringList all;
    bool hasNext = true;
    for (int number = 1; hasNext; ++number) {
        const Curl answer = get(*m_simulator, page(number));
        all += ids(answer);
        hasNext = links(answer).contains(QStringLiteral("next"));
    }
    return all;
}

void TestAtlasSimLists::keepsPagesOnlyWhileTheyAreTrue_data()
{
    using Change = std::function<void(Project &)>;
    QTest::addColumn<Change>("change");
    const auto row = [](const char *name, const Change &change) {
        QTest::newRow(name) << change;
    };
    row("renamed", [](Project &project) { project.buckets[3].bucketName += u'x'; });
    row("other role", [](Project &project) { project.buckets[0].iamRoleId.reset(); });
    row("empty role", [](Project &project) { project.buckets[0].iamRoleId = QString(); });
    row("networking", [](Project &project) { project.buckets[0].requirePrivateNetworking = {}; });
    row("gone", [](Project &project) { project.buckets.removeAt(2); });
    row("moved", [](Project &project) { project.buckets.swapItemsAt(1, 2); });
    row("count alone", [](Project &project) { project.buckets.removeLast(); });
}

void TestAtlasSimLists::keepsPagesOnlyWhileTheyAreTrue()
{
    QFETCH(const std::function<void(Project &)>, change);
    // Someone who holds on to the project is noticed, too.
    Project &project = *m_simulator->world().project(Payments);
    const QByteArray before = get(*m_simulator, page(1)).body;
    QCOMPARE(get(*m_simulator, page(1)).body, before);
    change(project);
    const QByteArray after = get(*m_simulator, page(1)).body;
    QVERIFY(after != before);
    QCOMPARE(get(*m_simulator, page(1)).body, after);
}

void TestAtlasSimLists::keepsPagesByWhatWasAsked()
{
    QSet<QByteArray> bodies;
    for (const char *query : {"", "&envelope=true", "&pretty=true", "&includeCount=false"})
        bodies.insert(get(*m_simulator, QString(page(1) + QLatin1String(query))).body);
    bodies.insert(get(*m_simulator, page(2)).body);
    bodies.insert(
        get(*m_simulator, page(1), acceptVersion(QStringLiteral("2023-01-01")) + digest()).body);
    QCOMPARE(bodies.size(), 6);
}

void TestAtlasSimLists::shifts_data()
{
    QTest::addColumn<ListShift::Kind>("kind");
    QTest::addColumn<int>("joined");
    QTest::addColumn<int>("distinct");
    QTest::addColumn<int>("missed");
    // Of the 31 rows there were; four pages are read, or three where that ends the list.
    QTest::newRow("insert") << ListShift::Kind::InsertFirst << Rows + 3 << Rows << 0;
    QTest::newRow("remove") << ListShift::Kind::RemoveFirst << Rows - 2 << Rows - 2 << 2;
    QTest::newRow("swap") << ListShift::Kind::Swap << Rows << Rows - 3 << 3;
}

void TestAtlasSimLists::shifts()
{
    QFETCH(const ListShift::Kind, kind);
    QFETCH(const int, joined);
    QFETCH(const int, distinct);
    QFETCH(const int, missed);
    const QStringList original = read();
    QCOMPARE(original.size(), Rows);
    m_simulator->addShift({kind});
    const QStringList shifted = read();
    const QSet<QString> seen(shifted.cbegin(), shifted.cend());
    QCOMPARE(shifted.size(), joined);
    QCOMPARE(seen.size(), distinct);
    QCOMPARE((QSet<QString>(original.cbegin(), original.cend()) - seen).size(), missed);
}

void TestAtlasSimLists::shiftsAsOftenAsAsked()
{
    m_simulator->addShift({ListShift::Kind::InsertFirst, {}, 3, 2});
    const auto rows = [&] {
        return m_simulator->world().project(Payments)->buckets.size() - Rows;
    };
    QList<qsizetype> inserted;
    for (int i = 0; i < 8; ++i) {
        get(*m_simulator, page(1));
        inserted.append(rows());
    }
    QCOMPARE(inserted, (QList<qsizetype>{0, 0, 1, 1, 1, 2, 2, 2}));
}

void TestAtlasSimLists::shiftsOneProject()
{
    m_simulator->addShift({ListShift::Kind::RemoveFirst, Payments, 1, 1});
    const qsizetype others = m_simulator->world().project(sample::Search)->buckets.size();
    get(*m_simulator, page(1, sample::Search));
    get(*m_simulator, groupPath(Payments));
    QCOMPARE(m_simulator->world().project(Payments)->buckets.size(), Rows);
    get(*m_simulator, page(1));
    QCOMPARE(m_simulator->world().project(Payments)->buckets.size(), Rows - 1);
    QCOMPARE(m_simulator->world().project(sample::Search)->buckets.size(), others);
}

void TestAtlasSimLists::shiftsByHttp()
{
    const QString shifts = QStringLiteral("/_sim/shifts");
    QCOMPARE(get(*m_simulator, shifts, post(R"({"kind": "sideways"})")).status, 400);
    QCOMPARE(get(*m_simulator, shifts, post(R"({"kind": "swap", "everyPages": 0})")).status, 400);
    QCOMPARE(get(*m_simulator, shifts, post(R"({"kind": "remove"})")).status, 204);
    get(*m_simulator, page(1));
    QCOMPARE(m_simulator->world().project(Payments)->buckets.size(), Rows - 1);
    const QStringList remove{QStringLiteral("--request"), QStringLiteral("DELETE")};
    QCOMPARE(get(*m_simulator, shifts, remove).status, 204);
    get(*m_simulator, page(1));
    QCOMPARE(m_simulator->world().project(Payments)->buckets.size(), Rows - 1);
}

void TestAtlasSimLists::limitsRatesAsDocumented_data()
{
    QTest::addColumn<QString>("path");
    QTest::addColumn<QByteArray>("limit");
    QTest::newRow("groups") << QStringLiteral("/api/atlas/v2/groups") << QByteArray("1200");
    QTest::newRow("buckets") << page(1) << QByteArray("1200");
    QTest::newRow("clusters") << clustersPath(Payments) << QByteArray("10000");
    QTest::newRow("access") << accessPath(Payments) << QByteArray("2000");
}

void TestAtlasSimLists::limitsRatesAsDocumented()
{
    QFETCH(const QString, path);
    QFETCH(const QByteArray, limit);
    QCOMPARE(get(*m_simulator, path).header("RateLimit-Limit"), limit);
    m_simulator->options().rateCapacity = 7;
    QCOMPARE(get(*m_simulator, path).header("RateLimit-Limit"), QByteArray("7"));
}

QTEST_GUILESS_MAIN(TestAtlasSimLists)

#include "tst_atlassimlists.moc"
