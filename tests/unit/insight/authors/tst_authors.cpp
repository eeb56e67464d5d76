// SPDX-License-Identifier: Apache-2.0
#include "atlas/calls/decoding.h"
#include "atlas/errors/unknownvalue.h"
#include "insight/authors/authorsof.h"

#include <QTest>

using namespace Qt::Literals::StringLiterals;
using atlas::ProjectEvent;
using insight::Change;
using insight::ToldEvents;

using Changes = QList<Change>;
using Events = QList<ProjectEvent>;

namespace {

const atlas::ProjectId Project = *atlas::ProjectId::fromHex(u"5f0000000000000000000002");
const atlas::ProjectId OtherProject = *atlas::ProjectId::fromHex(u"5f0000000000000000000003");

QDateTime time(const QString &text)
{
    return QDateTime::fromString(u"2026-11-%1Z"_s.arg(text), Qt::ISODate);
}

/// An ID that was made then.
atlas::BucketId bucketOf(const QDateTime &made, int serial)
{
    return *atlas::BucketId::fromHex(u"%1%2"_s.arg(made.toSecsSinceEpoch(), 8, 16, QLatin1Char('0'))
                                         .arg(serial, 16, 16, QLatin1Char('0')));
}

const QDateTime Made = time(u"28T09:02:11"_s);

Change bucket(Change::Kind kind, const QDateTime &made = Made, int serial = 1)
{
    Change change;
    change.kind = kind;
    change.subject = Change::Subject::Bucket;
    change.project = Project;
    change.bucket = bucketOf(made, serial);
    return change;
}

Change schedule(Change::Kind kind, const QString &cluster = u"ledger-02"_s)
{
    Change change;
    change.kind = kind;
    change.subject = Change::Subject::Schedule;
    change.project = Project;
    change.cluster = atlas::ClusterName::fromString(cluster);
    return change;
}

Change role(Change::Kind kind, const QString &provider, const QString &after = {})
{
    Change change;
    change.kind = kind;
    change.subject = Change::Subject::Role;
    change.project = Project;
    change.provider = provider;
    change.after = after;
    return change;
}

ProjectEvent happened(const QString &type, const QDateTime &created,
                      const std::optional<QString> &cluster = {})
{
    return {u"e"_s, type, created, u"jane@example.com"_s, cluster};
}

ProjectEvent created(const QString &when)
{
    return happened(u"BUCKET_CREATED_AUDIT"_s, time(when));
}

ProjectEvent deleted(const QString &when)
{
    return happened(u"BUCKET_DELETED_AUDIT"_s, time(when));
}

ProjectEvent updated(const QString &when, const std::optional<QString> &cluster = u"ledger-02"_s)
{
    return happened(u"CPS_SNAPSHOT_SCHEDULE_UPDATED_AUDIT"_s, time(when), cluster);
}

ProjectEvent roleEvent(const QString &what)
{
    return happened(QString(u"CLOUD_PROVIDER_ACCESS_"_s + what), time(u"28T08:00:00"_s));
}

/// When the first change was made; `-` if that is not known.
QString whenOf(const Changes &changes, const QHash<atlas::ProjectId, ToldEvents> &told)
{
    const auto asked = insight::eventsBetween(time(u"28T07:00:00"_s), time(u"28T10:00:00"_s));
    const auto authors = insight::authorsOf(changes, asked, told);
    if (authors.size() != changes.size() || !authors.constFirst())
        return u"-"_s;
    return authors.constFirst()->when.toString(u"dd'T'hh:mm:ss");
}

} // namespace

/// Who made a change: said where the events leave no doubt, and nowhere else.
class AuthorsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void decodesEvents_data();
    void decodesEvents();
    void knowsWordsThatAtlasDoesNot();
    void joins_data();
    void joins();
    void saysNothingOfWhatMayBeMissing_data();
    void saysNothingOfWhatMayBeMissing();
    void namesWhoDidIt();
    void asksWhereThereIsSomethingToTell();
};

void AuthorsTest::decodesEvents_data()
{
    QTest::addColumn<QByteArray>("fields");
    QTest::addColumn<QString>("actor");
    QTest::addColumn<QString>("cluster");
    QTest::newRow("a person") << QByteArray(
        R"("username":"jane@example.com","userId":"u","remoteAddress":"192.0.2.1")")
                              << u"jane@example.com"_s << u"-"_s;
    QTest::newRow("a key") << QByteArray(R"("publicKey":"abcdefgh","clusterName":"ledger-02")")
                           << u"abcdefgh"_s << u"ledger-02"_s;
    QTest::newRow("Atlas") << QByteArray(R"("isGlobalAdmin":false,"username":null)") << u"-"_s
                           << u"-"_s;
    QTest::newRow("a time that is none")
        << QByteArray(R"("created":"yesterday")") << u"results[0].created: missing"_s << QString();
    QTest::newRow("a person that is a number")
        << QByteArray(R"("username":1)") << u"results[0].username: not a string"_s << QString();
}

void AuthorsTest::decodesEvents()
{
    QFETCH(QByteArray, fields);
    if (!fields.contains("created"))
        fields += R"(,"created":"2026-11-28T09:02:11Z")";
    const auto page =
        atlas::readAnswer(
            200, R"({"results":[{"id":"e1","eventTypeName":"OF_A_NEW_TYPE",)" + fields + "}]}")
            .and_then(atlas::decodeProjectEvents);
    if (!page) {
        QTEST(page.error().detail, "actor");
        return;
    }
    const ProjectEvent &read = page->results.constFirst();
    QCOMPARE(read.type, u"OF_A_NEW_TYPE"_s);
    QCOMPARE(read.created, Made);
    QTEST(read.actor.value_or(u"-"_s), "actor");
    QTEST(read.cluster.value_or(u"-"_s), "cluster");
}

void AuthorsTest::knowsWordsThatAtlasDoesNot()
{
    const auto answer = [](int status, const QByteArray &code) {
        return atlas::isUnknownValue(
            atlas::errorFromAnswer(status, R"({"error":400,"errorCode":")" + code + "\"}"));
    };
    QVERIFY(answer(400, "INVALID_ENUM_VALUE"));
    QVERIFY(!answer(400, "INVALID_QUERY_PARAMETER"));
    QVERIFY(!answer(500, "INVALID_ENUM_VALUE"));
}

void AuthorsTest::joins_data()
{
    using Kind = Change::Kind;
    QTest::addColumn<Changes>("changes");
    QTest::addColumn<Events>("events");
    QTest::addColumn<QString>("when");
    const QString none = u"-"_s;
    const auto row = [](const char *name, const Changes &changes, const Events &events,
                        const QString &when) {
        QTest::newRow(name) << changes << events << when;
    };
    const Change added = bucket(Kind::Added);
    row("added", {added}, {created(u"28T09:02:11"_s)}, u"28T09:02:11"_s);
    row("added two seconds later", {added}, {created(u"28T09:02:13"_s)}, u"28T09:02:13"_s);
    row("added three seconds later", {added}, {created(u"28T09:02:14"_s)}, none);
    row("added three seconds earlier", {added}, {created(u"28T09:02:08"_s)}, none);
    row("added, no event", {added}, {}, none);
    row("added, two events", {added}, {created(u"28T09:02:12"_s), created(u"28T09:02:11"_s)}, none);
    row("added, others at other times", {added},
        {created(u"28T09:30:00"_s), created(u"28T09:02:11"_s)}, u"28T09:02:11"_s);
    row("added with another", {added, bucket(Kind::Added, Made.addSecs(3), 2)},
        {created(u"28T09:02:12"_s)}, none);
    row("added long before another", {added, bucket(Kind::Added, Made.addSecs(60), 2)},
        {created(u"28T09:03:11"_s), created(u"28T09:02:12"_s)}, u"28T09:02:12"_s);
    row("added, a deletion then", {added}, {deleted(u"28T09:02:11"_s)}, none);
    row("altered", {bucket(Kind::Altered)}, {created(u"28T09:02:11"_s)}, none);

    const Change gone = bucket(Kind::Removed);
    row("removed", {gone}, {deleted(u"28T08:00:00"_s)}, u"28T08:00:00"_s);
    row("removed, two events", {gone}, {deleted(u"28T08:00:00"_s), deleted(u"28T07:30:00"_s)},
        none);
    row("removed, one that the first reading may have missed", {gone},
        {deleted(u"28T08:00:00"_s), deleted(u"27T20:00:00"_s)}, none);
    row("removed with another", {gone, bucket(Kind::Removed, Made, 2)}, {deleted(u"28T08:00:00"_s)},
        none);

    const Change other = schedule(Kind::Altered, u"ledger-03"_s);
    const Change altered = schedule(Kind::Altered);
    row("schedule", {altered, altered, other}, {updated(u"28T08:00:00"_s)}, u"28T08:00:00"_s);
    row("schedule, two events", {altered}, {updated(u"28T08:00:00"_s), updated(u"28T07:30:00"_s)},
        none);
    row("schedule of another cluster", {altered}, {updated(u"28T08:00:00"_s, u"ledger-03"_s)},
        none);
    row("schedule of no cluster", {altered}, {updated(u"28T08:00:00"_s, std::nullopt)}, none);
    row("schedule, one of no cluster besides", {altered},
        {updated(u"28T08:00:00"_s), updated(u"28T07:00:00"_s, std::nullopt)}, none);
    row("schedule gone with its cluster", {schedule(Kind::Removed)},
        {happened(u"CLUSTER_DELETED"_s, time(u"28T08:30:00"_s), u"ledger-02"_s),
         updated(u"28T08:00:00"_s)},
        none);
    row("schedule gone, another cluster deleted", {schedule(Kind::Removed)},
        {happened(u"CLUSTER_DELETED"_s, time(u"28T08:30:00"_s), u"ledger-03"_s),
         updated(u"28T08:00:00"_s)},
        u"28T08:00:00"_s);

    row("role added", {role(Kind::Added, u"AWS"_s)}, {roleEvent(u"AWS_IAM_ROLE_ADDED"_s)},
        u"28T08:00:00"_s);
    row("role gone", {role(Kind::Removed, u"GCP"_s)}, {roleEvent(u"GCP_SERVICE_ACCOUNT_DELETED"_s)},
        u"28T08:00:00"_s);
    row("role of another provider", {role(Kind::Added, u"GCP"_s)},
        {roleEvent(u"AWS_IAM_ROLE_ADDED"_s)}, none);
    row("role of Azure", {role(Kind::Added, u"AZURE"_s)}, {roleEvent(u"AWS_IAM_ROLE_ADDED"_s)},
        none);
    row("role added with another", {role(Kind::Added, u"AWS"_s), role(Kind::Added, u"AWS"_s)},
        {roleEvent(u"AWS_IAM_ROLE_ADDED"_s)}, none);
    row("role authorized", {role(Kind::Altered, u"AWS"_s, u"true"_s)},
        {roleEvent(u"AWS_IAM_ROLE_UPDATED"_s)}, u"28T08:00:00"_s);
    row("role authorized no longer", {role(Kind::Altered, u"AWS"_s, u"false"_s)},
        {roleEvent(u"AWS_IAM_ROLE_UPDATED"_s)}, none);
}

void AuthorsTest::joins()
{
    QFETCH(const Changes, changes);
    QFETCH(const Events, events);
    const ToldEvents whole{events, time(u"01T00:00:00"_s)};
    QTEST(whenOf(changes, {{Project, whole}}), "when");
    // Whatever is told of another project.
    QCOMPARE(whenOf(changes, {{OtherProject, whole}}), u"-"_s);
    QCOMPARE(whenOf(changes, {{Project, {events, {}}}}), u"-"_s);
}

/// A full page: what is older may be missing.
void AuthorsTest::saysNothingOfWhatMayBeMissing_data()
{
    using Kind = Change::Kind;
    QTest::addColumn<Change>("change");
    QTest::addColumn<ProjectEvent>("one");
    QTest::addColumn<QString>("wholeFrom");
    QTest::addColumn<QString>("when");
    const auto row = [](const char *name, const Change &change, const ProjectEvent &one,
                        const QString &wholeFrom, const QString &when) {
        QTest::newRow(name) << change << one << wholeFrom << when;
    };
    row("added after it", bucket(Kind::Added), created(u"28T09:02:11"_s), u"28T09:02:09"_s,
        u"28T09:02:11"_s);
    row("added about then", bucket(Kind::Added), created(u"28T09:02:11"_s), u"28T09:02:10"_s,
        u"-"_s);
    row("removed", bucket(Kind::Removed), deleted(u"28T08:00:00"_s), u"27T07:00:00"_s,
        u"28T08:00:00"_s);
    row("removed, not all told", bucket(Kind::Removed), deleted(u"28T08:00:00"_s), u"27T07:00:01"_s,
        u"-"_s);
    row("schedule, not all told", schedule(Kind::Altered), updated(u"28T08:00:00"_s),
        u"28T07:00:00"_s, u"-"_s);
    row("role, not all told", role(Kind::Added, u"AWS"_s), roleEvent(u"AWS_IAM_ROLE_ADDED"_s),
        u"28T07:00:00"_s, u"-"_s);
}

void AuthorsTest::saysNothingOfWhatMayBeMissing()
{
    QFETCH(const Change, change);
    QFETCH(const ProjectEvent, one);
    QFETCH(const QString, wholeFrom);
    QTEST(whenOf({change}, {{Project, {{one}, time(wholeFrom)}}}), "when");
}

void AuthorsTest::namesWhoDidIt()
{
    const auto asked = insight::eventsBetween(time(u"28T07:00:00"_s), time(u"28T10:00:00"_s));
    ProjectEvent one = deleted(u"28T08:00:00"_s);
    const auto whoDid = [&] {
        const auto authors = insight::authorsOf({bucket(Change::Kind::Removed)}, asked,
                                                {{Project, {{one}, asked.from}}});
        return authors.constFirst() ? authors.constFirst()->who : u"-"_s;
    };
    QCOMPARE(whoDid(), u"jane@example.com"_s);
    one.actor.reset();
    QCOMPARE(whoDid(), QString());
}

void AuthorsTest::asksWhereThereIsSomethingToTell()
{
    using Kind = Change::Kind;
    Change renamed;
    renamed.subject = Change::Subject::Project;
    renamed.project = OtherProject;
    QVERIFY(insight::projectsWithAuthors(
                {renamed, bucket(Kind::Altered), role(Kind::Removed, u"AZURE"_s)})
                .isEmpty());
    QCOMPARE(insight::projectsWithAuthors({renamed, schedule(Kind::Added), bucket(Kind::Removed)}),
             QSet<atlas::ProjectId>{Project});
    const auto asked = insight::eventsBetween(time(u"28T07:00:00"_s), time(u"28T10:00:00"_s));
    QCOMPARE(asked.from, time(u"27T07:00:00"_s));
    QVERIFY(asked.to >= time(u"28T10:00:02"_s));
    QCOMPARE(asked.types.size(), 11);
}

QTEST_GUILESS_MAIN(AuthorsTest)

#include "tst_authors.moc"
