// SPDX-License-Identifier: Apache-2.0
#include "testclient.h"

#include <QJsonArray>
#include <QSet>
#include <QTest>
#include <QTimeZone>

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

QString eventsPath(QLatin1String project)
{
    return QString(groupPath(project) + QStringLiteral("/events"));
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

/// Lists of buckets that change while they are read, pages that are kept, and the list of events.
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

    void listsEventsNewestFirst();
    void eventsSayWho();
    void filtersEvents();
    void refusesEventFilters_data();
    void refusesEventFilters();
    void countsNoEventsUnasked();
    void limitsEventsByThemselves();

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

void TestAtlasSimLists::listsEventsNewestFirst()
{
    Project &search = *m_simulator->world().project(sample::Search);
    search.events.append({QStringLiteral("6b1c00000000000000000001"),
                          QStringLiteral("CPS_SNAPSHOT_SCHEDULE_UPDATED_AUDIT"),
                          QDateTime(QDate(2026, 12, 1), QTime(9, 0), QTimeZone::utc()),
                          {},
                          QStringLiteral("kestrel-search-01")});
    const Curl answer = get(*m_simulator, eventsPath(sample::Search));
    QCOMPARE(answer.status, 200);
    QCOMPARE(answer.header("RateLimit-Limit"), QByteArray("300"));
    const auto rows = results(answer);
    QCOMPARE(text(rows.at(0).toObject(), "eventTypeName"),
             QStringLiteral("CPS_SNAPSHOT_SCHEDULE_UPDATED_AUDIT"));
    QCOMPARE(text(rows.at(0).toObject(), "clusterName"), QStringLiteral("kestrel-search-01"));
    QCOMPARE(text(rows.at(0).toObject(), "created"), QStringLiteral("2026-12-01T09:00:00Z"));
    QCOMPARE(text(rows.at(0).toObject(), "groupId"), sample::Search);
    QSet<QString> ids;
    QString last = QStringLiteral("9999");
    for (const auto &row : rows) {
        const QString created = text(row.toObject(), "created");
        QVERIFY(created <= last);
        last = created;
        ids.insert(text(row.toObject(), "id"));
    }
    QCOMPARE(ids.size(), rows.size());
}

void TestAtlasSimLists::eventsSayWho()
{
    const QString created = QStringLiteral("?eventType=BUCKET_CREATED_AUDIT");
    const auto rows = results(get(*m_simulator, QString(eventsPath(sample::Search) + created)));
    QCOMPARE(rows.size(), 4);
    QSet<QString> registered;
    for (const Bucket &bucket : m_simulator->world().project(sample::Search)->buckets)
        registered.insert(bucket.id.left(8));
    int persons = 0;
    for (const auto &value : rows) {
        const QJsonObject row = value.toObject();
        const auto time = QDateTime::fromString(text(row, "created"), Qt::ISODate);
        QVERIFY(registered.contains(QString::number(time.toSecsSinceEpoch() - 1, 16)));
        QCOMPARE(row.contains(QLatin1String("username")), row.contains(QLatin1String("userId")));
        QVERIFY(row.contains(QLatin1String("username"))
                != row.contains(QLatin1String("publicKey")));
        QVERIFY(row.contains(QLatin1String("remoteAddress")));
        persons += row.contains(QLatin1String("username"));
    }
    QCOMPARE(persons, 2);
    const QString failed = QStringLiteral("?eventType=CPS_EXPORT_FAILED");
    const auto byAtlas = results(get(*m_simulator, QString(eventsPath(sample::Search) + failed)));
    QCOMPARE(byAtlas.size(), 3);
    for (const char *key : {"username", "publicKey", "remoteAddress", "clusterName"})
        QVERIFY(!byAtlas.at(0).toObject().contains(QLatin1String(key)));
}

void TestAtlasSimLists::filtersEvents()
{
    const auto count = [&](const char *query) {
        return results(
                   get(*m_simulator, QString(eventsPath(sample::Search) + QLatin1String(query))))
            .size();
    };
    const qsizetype failed = count("?eventType=CPS_EXPORT_FAILED");
    const qsizetype made = count("?eventType=BUCKET_CREATED_AUDIT");
    QCOMPARE(count("?eventType=CPS_EXPORT_FAILED&eventType=BUCKET_CREATED_AUDIT"), failed + made);
    QCOMPARE(count("?eventType=BUCKET_DELETED_AUDIT"), 0);
    QCOMPARE(count("?eventType=CPS_EXPORT_FAILED&minDate=2026-07-01T00%3A00%3A00Z"), 2);
    QCOMPARE(count("?eventType=CPS_EXPORT_FAILED&maxDate=2026-07-01T00:00:00Z"), 1);
    QCOMPARE(count("?eventType=CPS_EXPORT_FAILED&minDate=2026-07-01T00:00:00Z"
                   "&maxDate=2026-07-31T00:00:00Z"),
             1);
    QCOMPARE(count("?eventType=CPS_EXPORT_FAILED&itemsPerPage=2&pageNum=2"), 1);
}

void TestAtlasSimLists::refusesEventFilters_data()
{
    QTest::addColumn<QString>("query");
    QTest::addColumn<QString>("code");
    QTest::newRow("unknown type") << QStringLiteral("eventType=BUCKET_PAINTED")
                                  << QStringLiteral("INVALID_ENUM_VALUE");
    QTest::newRow("no time") << QStringLiteral("minDate=yesterday")
                             << QStringLiteral("INVALID_DATE_FORMAT");
    QTest::newRow("wrong way round")
        << QStringLiteral("minDate=2026-02-01T00:00:00Z&maxDate=2026-01-01T00:00:00Z")
        << QStringLiteral("INVALID_DATE_RANGE");
}

void TestAtlasSimLists::refusesEventFilters()
{
    QFETCH(const QString, query);
    QFETCH(const QString, code);
    const Curl answer =
        get(*m_simulator, QStringLiteral("%1?%2").arg(eventsPath(sample::Search), query));
    QCOMPARE(answer.status, 400);
    QCOMPARE(errorCode(answer.json()), code);
}

void TestAtlasSimLists::countsNoEventsUnasked()
{
    const QString query = QStringLiteral("?includeCount=false&itemsPerPage=2");
    const Curl answer = get(*m_simulator, QString(eventsPath(sample::Search) + query));
    QCOMPARE(results(answer).size(), 2);
    QCOMPARE(answer.json().value(QLatin1String("totalCount")), QJsonValue(0));
    QCOMPARE(links(answer), QStringList{QStringLiteral("self")});
}

void TestAtlasSimLists::limitsEventsByThemselves()
{
    m_simulator->options().rateCapacity = 1;
    m_simulator->options().rateRefill = 1;
    QCOMPARE(get(*m_simulator, eventsPath(Payments)).status, 200);
    QCOMPARE(get(*m_simulator, eventsPath(Payments)).status, 429);
    QCOMPARE(get(*m_simulator, eventsPath(sample::Search)).status, 200);
    QCOMPARE(get(*m_simulator, bucketsPath(Payments)).status, 200);
}

void TestAtlasSimLists::limitsRatesAsDocumented_data()
{
    QTest::addColumn<QString>("path");
    QTest::addColumn<QByteArray>("limit");
    QTest::newRow("groups") << QStringLiteral("/api/atlas/v2/groups") << QByteArray("1200");
    QTest::newRow("buckets") << page(1) << QByteArray("1200");
    QTest::newRow("clusters") << clustersPath(Payments) << QByteArray("10000");
    QTest::newRow("access") << accessPath(Payments) << QByteArray("2000");
    QTest::newRow("events") << eventsPath(Payments) << QByteArray("300");
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
