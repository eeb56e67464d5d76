// SPDX-License-Identifier: Apache-2.0
#include "testclient.h"

#include <QSet>
#include <QTest>

using namespace atlassim;
using namespace testclient;

namespace {

constexpr QLatin1String Groups("/api/atlas/v2/groups");

QString payments(const QString &query = {})
{
    return QString(bucketsPath(sample::PaymentsProd) + query);
}

int count(const Curl &answer)
{
    return answer.json().value(QLatin1String("totalCount")).toInt(-1);
}

} // namespace

class TestAtlasSim : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();

    void pages_data();
    void pages();
    void pagesCoverTheList();
    void refusesPagesOutOfRange_data();
    void refusesPagesOutOfRange();
    void linksNameAnotherHost();

    void envelopesLists();
    void envelopesObjects();
    void envelopesErrors();
    void neverEnvelopesChallenges();
    void prettyPrints();

    void negotiatesVersions_data();
    void negotiatesVersions();
    void firstVersionHasAwsFieldsOnly();
    void regionIsForOneBucketOnly();
    void leavesOutWhatIsNotSet();

    void answersErrors_data();
    void answersErrors();
    void refusesOtherMethods();

    void limitsRatePerProject();
    void limitsRatePerUser();
    void refillsOverTime();

private:
    std::unique_ptr<Simulator> m_simulator;
};

void TestAtlasSim::init()
{
    m_simulator = std::make_unique<Simulator>(sample::world());
    QVERIFY(m_simulator->listen());
}

void TestAtlasSim::pages_data()
{
    QTest::addColumn<QString>("query");
    QTest::addColumn<int>("rows");
    QTest::addColumn<int>("total");
    QTest::addColumn<QStringList>("rels");
    const QString self = QStringLiteral("self");
    const QString previous = QStringLiteral("previous");
    const QString next = QStringLiteral("next");
    QTest::newRow("defaults") << QString() << 31 << 31 << QStringList{self};
    QTest::newRow("first") << QStringLiteral("?itemsPerPage=10") << 10 << 31
                           << QStringList{self, next};
    QTest::newRow("middle") << QStringLiteral("?itemsPerPage=10&pageNum=2") << 10 << 31
                            << QStringList{self, previous, next};
    QTest::newRow("last") << QStringLiteral("?itemsPerPage=10&pageNum=4") << 1 << 31
                          << QStringList{self, previous};
    QTest::newRow("exactly full") << QStringLiteral("?itemsPerPage=31") << 31 << 31
                                  << QStringList{self};
    QTest::newRow("beyond") << QStringLiteral("?pageNum=9") << 0 << 31
                            << QStringList{self, previous};
    QTest::newRow("far beyond") << QStringLiteral("?itemsPerPage=500&pageNum=2147483647") << 0 << 31
                                << QStringList{self, previous};
    QTest::newRow("not counted") << QStringLiteral("?includeCount=false") << 31 << -1
                                 << QStringList{self};
}

void TestAtlasSim::pages()
{
    QFETCH(const QString, query);
    QFETCH(const int, rows);
    QFETCH(const int, total);
    QFETCH(const QStringList, rels);
    const Curl answer = get(*m_simulator, payments(query));
    QCOMPARE(answer.status, 200);
    QCOMPARE(results(answer).size(), rows);
    QCOMPARE(count(answer), total);
    QCOMPARE(links(answer), rels);
}

void TestAtlasSim::pagesCoverTheList()
{
    QSet<QString> ids;
    for (int page = 1; page <= 6; ++page) {
        const QString query = QStringLiteral("?itemsPerPage=500&pageNum=%1").arg(page);
        const Curl answer = get(*m_simulator, QString(bucketsPath(sample::AtlasCliE2e) + query));
        const auto rows = results(answer);
        for (const auto &row : rows)
            ids.insert(row.toObject().value(QLatin1String("_id")).toString());
    }
    QCOMPARE(ids.size(), 2508);
}

void TestAtlasSim::refusesPagesOutOfRange_data()
{
    QTest::addColumn<QString>("query");
    QTest::addColumn<QString>("parameter");
    QTest::newRow("0 items") << QStringLiteral("?itemsPerPage=0") << QStringLiteral("itemsPerPage");
    QTest::newRow("501 items") << QStringLiteral("?itemsPerPage=501")
                               << QStringLiteral("itemsPerPage");
    QTest::newRow("some items") << QStringLiteral("?itemsPerPage=some")
                                << QStringLiteral("itemsPerPage");
    QTest::newRow("page 0") << QStringLiteral("?pageNum=0") << QStringLiteral("pageNum");
    QTest::newRow("page -1") << QStringLiteral("?pageNum=-1") << QStringLiteral("pageNum");
}

void TestAtlasSim::refusesPagesOutOfRange()
{
    QFETCH(const QString, query);
    QFETCH(const QString, parameter);
    const Curl answer = get(*m_simulator, payments(query));
    QCOMPARE(answer.status, 400);
    QCOMPARE(errorCode(answer.json()), QStringLiteral("INVALID_QUERY_PARAMETER"));
    const auto fields = answer.json()
                            .value(QLatin1String("badRequestDetail"))
                            .toObject()
                            .value(QLatin1String("fields"))
                            .toArray();
    QCOMPARE(fields.at(0).toObject().value(QLatin1String("field")).toString(), parameter);
}

void TestAtlasSim::linksNameAnotherHost()
{
    const Curl answer = get(*m_simulator, payments(QStringLiteral("?itemsPerPage=10")));
    const auto next = answer.json().value(QLatin1String("links")).toArray().at(1).toObject();
    QCOMPARE(next.value(QLatin1String("href")).toString(),
             QString(QStringLiteral("http://localhost:8080") + payments()
                     + QStringLiteral("?includeCount=true&pageNum=2&itemsPerPage=10")));
}

void TestAtlasSim::envelopesLists()
{
    const Curl answer = get(*m_simulator, payments(QStringLiteral("?envelope=true")));
    QCOMPARE(answer.json().value(QLatin1String("status")).toInt(), 200);
    QCOMPARE(results(answer).size(), 31);
}

void TestAtlasSim::envelopesObjects()
{
    const Curl answer =
        get(*m_simulator, QString(groupPath(sample::Search) + QStringLiteral("?envelope=true")));
    QCOMPARE(answer.json().value(QLatin1String("status")).toInt(), 200);
    const auto content = answer.json().value(QLatin1String("content")).toObject();
    QCOMPARE(content.value(QLatin1String("name")).toString(), QStringLiteral("Search"));
}

void TestAtlasSim::envelopesErrors()
{
    const Curl answer =
        get(*m_simulator, QString(bucketsPath(sample::Legacy) + QStringLiteral("?envelope=true")));
    QCOMPARE(answer.status, 200);
    QCOMPARE(answer.json().value(QLatin1String("status")).toInt(), 403);
    const auto content = answer.json().value(QLatin1String("content")).toObject();
    QCOMPARE(errorCode(content), QStringLiteral("IP_ADDRESS_NOT_ON_ACCESS_LIST"));
    QCOMPARE(content.value(QLatin1String("parameters")).toArray(),
             QJsonArray{QStringLiteral("203.0.113.9")});
}

void TestAtlasSim::neverEnvelopesChallenges()
{
    QCOMPARE(get(*m_simulator, payments(QStringLiteral("?envelope=true")), {}).status, 401);
}

void TestAtlasSim::prettyPrints()
{
    QVERIFY(!get(*m_simulator, payments()).body.contains('\n'));
    const Curl pretty = get(*m_simulator, payments(QStringLiteral("?pretty=true")));
    QVERIFY(pretty.body.startsWith("{\n    \""));
    QCOMPARE(results(pretty).size(), 31);
}

void TestAtlasSim::negotiatesVersions_data()
{
    QTest::addColumn<QString>("path");
    QTest::addColumn<QString>("accept");
    QTest::addColumn<int>("status");
    QTest::addColumn<QByteArray>("version");
    const auto row = [](const char *name, const QString &path, const char *accept, int status,
                        const QByteArray &version) {
        QTest::newRow(name) << path << QString::fromLatin1(accept) << status << version;
    };
    row("newer", payments(), "application/vnd.atlas.2025-02-19+json", 200, "2024-05-30");
    row("same day", payments(), "application/vnd.atlas.2024-05-30+json", 200, "2024-05-30");
    row("day before", payments(), "application/vnd.atlas.2024-05-29+json", 200, "2023-01-01");
    row("among others", payments(), "text/html, application/vnd.atlas.2024-05-30+json;q=0.9", 200,
        "2024-05-30");
    row("groups", Groups, "application/vnd.atlas.2025-02-19+json", 200, "2023-01-01");
    row("too old", payments(), "application/vnd.atlas.2022-12-31+json", 406, {});
    row("no such day", payments(), "application/vnd.atlas.2024-02-30+json", 406, {});
    row("no date", payments(), "application/vnd.atlas.newest+json", 406, {});
    row("plain JSON", payments(), "application/json", 406, {});
}

void TestAtlasSim::negotiatesVersions()
{
    QFETCH(const QString, path);
    QFETCH(const QString, accept);
    QFETCH(const int, status);
    QFETCH(const QByteArray, version);
    const Curl answer = get(*m_simulator, path, testclient::accept(accept) + digest());
    QCOMPARE(answer.status, status);
    if (status != 200) {
        QCOMPARE(errorCode(answer.json()), QStringLiteral("INVALID_VERSION_DATE"));
        QCOMPARE(answer.header("Content-Type"), QByteArray("application/json"));
        return;
    }
    QCOMPARE(answer.header("Content-Type"),
             QByteArray("application/vnd.atlas." + version + "+json;charset=utf-8"));
}

void TestAtlasSim::firstVersionHasAwsFieldsOnly()
{
    const Curl old =
        get(*m_simulator, payments(), acceptVersion(QStringLiteral("2023-01-01")) + digest());
    QCOMPARE(old.header("Sunset"), QByteArray("Thu, 01 Jul 2027 00:00:00 GMT"));
    QCOMPARE(old.header("Deprecation"), QByteArray("Thu, 30 May 2024 00:00:00 GMT"));
    QVERIFY(old.body.contains("iamRoleId"));
    QVERIFY(!old.body.contains("\"roleId"));
    QVERIFY(!old.body.contains("tenantId"));

    const Curl current = get(*m_simulator, payments());
    QVERIFY(current.header("Sunset").isEmpty());
    QVERIFY(current.body.contains("\"roleId"));
    QVERIFY(current.body.contains("serviceUrl"));
}

void TestAtlasSim::regionIsForOneBucketOnly()
{
    QVERIFY(!get(*m_simulator, payments()).body.contains("region"));
    const Bucket bucket = m_simulator->world().project(sample::PaymentsProd)->buckets[0];
    const Curl answer = get(*m_simulator, QString(payments() + QLatin1Char('/') + bucket.id));
    QCOMPARE(answer.json().value(QLatin1String("_id")).toString(), bucket.id);
    QCOMPARE(answer.json().value(QLatin1String("region")).toString(), *bucket.region);
}

void TestAtlasSim::leavesOutWhatIsNotSet()
{
    const auto rows = results(get(*m_simulator, bucketsPath(sample::CustomerPortal)));
    QCOMPARE(rows.at(0).toObject().size(), 3);
    const auto partner = results(get(*m_simulator, bucketsPath(sample::PartnerIntegrations)));
    QCOMPARE(partner.at(0).toObject().value(QLatin1String("cloudProvider")).toString(),
             QStringLiteral("OCI"));
    QCOMPARE(results(get(*m_simulator, bucketsPath(sample::Sandbox))).size(), 0);
}

void TestAtlasSim::answersErrors_data()
{
    QTest::addColumn<QString>("path");
    QTest::addColumn<int>("status");
    QTest::addColumn<QString>("code");
    const QLatin1String nobody("111111111111111111111111");
    const auto row = [](const char *name, const QString &path, int status, const char *code) {
        QTest::newRow(name) << path << status << QString::fromLatin1(code);
    };
    row("unknown project", bucketsPath(nobody), 404, "GROUP_NOT_FOUND");
    row("malformed project", bucketsPath(QLatin1String("XYZ")), 404, "INVALID_GROUP_ID");
    row("unknown bucket", QString(payments() + QLatin1Char('/') + nobody), 404,
        "EXPORT_BUCKET_NOT_FOUND");
    row("refused project", groupPath(sample::Legacy), 403, "IP_ADDRESS_NOT_ON_ACCESS_LIST");
    row("unknown call", QStringLiteral("/api/atlas/v2/nothing"), 404, "RESOURCE_NOT_FOUND");
    row("outside the API", QStringLiteral("/elsewhere"), 404, "RESOURCE_NOT_FOUND");
}

void TestAtlasSim::answersErrors()
{
    QFETCH(const QString, path);
    QFETCH(const int, status);
    QFETCH(const QString, code);
    const Curl answer = get(*m_simulator, path);
    QCOMPARE(answer.status, status);
    QCOMPARE(errorCode(answer.json()), code);
    QCOMPARE(answer.json().value(QLatin1String("error")).toInt(), status);
    QCOMPARE(answer.json().value(QLatin1String("parameters")).toArray().size(), 1);
}

void TestAtlasSim::refusesOtherMethods()
{
    const Curl answer = post(*m_simulator, payments(), digest() + form(QStringLiteral("a=b")));
    QCOMPARE(answer.status, 405);
    QCOMPARE(answer.header("Allow"), QByteArray("GET"));
    QCOMPARE(get(*m_simulator, QStringLiteral("/api/oauth/token")).status, 405);
}

void TestAtlasSim::limitsRatePerProject()
{
    m_simulator->options().rateCapacity = 2;
    m_simulator->options().rateRefill = 1;
    const Curl first = get(*m_simulator, payments());
    QCOMPARE(first.header("RateLimit-Limit"), QByteArray("2"));
    QCOMPARE(first.header("RateLimit-Remaining"), QByteArray("1"));
    QCOMPARE(get(*m_simulator, payments()).status, 200);

    const Curl limited = get(*m_simulator, payments());
    QCOMPARE(limited.status, 429);
    QCOMPARE(errorCode(limited.json()), QStringLiteral("RATE_LIMITED_TOKEN_BUCKET"));
    QCOMPARE(limited.header("RateLimit-Remaining"), QByteArray("0"));
    const int wait = limited.header("Retry-After").toInt();
    QVERIFY(wait > 50 && wait <= 60);
    QCOMPARE(limited.json().value(QLatin1String("parameters")).toArray(),
             (QJsonArray{payments(), wait, 2, 1, 60}));

    QCOMPARE(get(*m_simulator, bucketsPath(sample::Search)).status, 200);
    m_simulator->refillRateLimits();
    QCOMPARE(get(*m_simulator, payments()).status, 200);
}

void TestAtlasSim::limitsRatePerUser()
{
    m_simulator->options().rateCapacity = 1;
    QCOMPARE(get(*m_simulator, Groups).status, 200);
    QCOMPARE(get(*m_simulator, Groups).status, 429);
    const QStringList other = acceptVersion(QStringLiteral("2025-02-19"))
        + digest(sample::PowerlessPublicKey, sample::PowerlessPrivateKey);
    QCOMPARE(get(*m_simulator, Groups, other).status, 200);
}

void TestAtlasSim::refillsOverTime()
{
    Options options;
    options.rateCapacity = 1;
    options.rateRefill = 6;
    RateLimiter limiter(options);
    const auto start = RateLimiter::Clock::now();
    const auto take = [&](int seconds) {
        return limiter.take(ratesets::clusters(), QStringLiteral("owner"),
                            start + std::chrono::seconds(seconds));
    };
    QVERIFY(take(0).allowed);
    QCOMPARE(take(4).wait, std::chrono::seconds(6));
    QVERIFY(take(11).allowed);
}

QTEST_GUILESS_MAIN(TestAtlasSim)

#include "tst_atlassim.moc"
