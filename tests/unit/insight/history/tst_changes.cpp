// SPDX-License-Identifier: Apache-2.0
#include "insight/history/changes.h"
#include "keptworld.h"

#include <QTest>

#include <functional>

using namespace Qt::Literals::StringLiterals;
using namespace keptworld;
using insight::Change;
using insight::KeptProject;
using insight::KeptReading;

namespace {

/// A change in one line: what is added to, removed from or altered in which project.
QString lineOf(const Change &change)
{
    static constexpr std::array kinds{"added", "removed", "altered"};
    static constexpr std::array subjects{"project", "bucket", "schedule", "role"};
    QStringList words{QLatin1StringView(kinds[static_cast<std::size_t>(change.kind)]),
                      QLatin1StringView(subjects[static_cast<std::size_t>(change.subject)]),
                      change.projectName};
    if (change.cluster)
        words.append(change.cluster->toString());
    if (change.bucket)
        words.append(change.bucketName);
    if (!change.field.isEmpty())
        words.append(u"%1: %2 > %3"_s.arg(change.field, change.before.value_or(u"-"_s),
                                          change.after.value_or(u"-"_s)));
    return words.join(u' ');
}

QStringList linesOf(const QList<Change> &changes)
{
    QStringList lines;
    for (const Change &change : changes)
        lines.append(lineOf(change));
    return lines;
}

using Alter = std::function<void(KeptReading &)>;

Alter inFirst(const std::function<void(KeptProject &)> &alter)
{
    return [alter](KeptReading &reading) {
        alter(reading.projects.first());
    };
}

} // namespace

Q_DECLARE_METATYPE(Alter)

/// What is told of two readings, and of a sequence of them.
class ChangesTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void tellsWhatChanged_data();
    void tellsWhatChanged();
    void concludesNothingFromWhatWasNotRead_data();
    void concludesNothingFromWhatWasNotRead();
    void tellsASequenceAsItWasPlanted();
};

void ChangesTest::tellsWhatChanged_data()
{
    QTest::addColumn<Alter>("alter");
    QTest::addColumn<QStringList>("lines");
    QTest::newRow("nothing") << Alter([](KeptReading &) {}) << QStringList();
    QTest::newRow("another order")
        << inFirst([](KeptProject &p) { p.buckets.swapItemsAt(0, 2); }) << QStringList();
    QTest::newRow("bucket added") << inFirst([](KeptProject &p) {
        p.buckets.append(bucket(9, u"new"_s));
    }) << QStringList{u"added bucket Project 1 new"_s};
    QTest::newRow("bucket removed") << inFirst([](KeptProject &p) { p.buckets.removeLast(); })
                                    << QStringList{u"removed bucket Project 1 archive"_s};
    QTest::newRow("bucket altered")
        << inFirst([](KeptProject &p) {
               p.buckets.first().text(atlas::BucketField::RoleId) = u"role-2"_s;
               p.buckets.first().flag(atlas::BucketField::PrivateNetworking) = true;
           })
        << QStringList{
               u"altered bucket Project 1 archive iamRoleId: role-1 > role-2"_s,
               u"altered bucket Project 1 archive requirePrivateNetworking: false > true"_s};
    // Lists do not tell it: whether it was asked for is chance.
    QTest::newRow("region told") << inFirst([](KeptProject &p) {
        p.buckets.first().text(atlas::BucketField::Region) = u"eu-west-1"_s;
    }) << QStringList();
    QTest::newRow("switched off") << inFirst(
        [](KeptProject &p) { p.schedules.first().isOn = false; })
                                  << QStringList{u"altered schedule Project 1 ledger archive "
                                                 "autoExportEnabled: true > false"_s};
    QTest::newRow("to another bucket, less often")
        << inFirst([](KeptProject &p) {
               p.schedules.first().bucket = idOf<atlas::BucketId>(2);
               p.schedules.first().frequency = u"weekly"_s;
           })
        << QStringList{u"altered schedule Project 1 ledger archive exportBucketId: "
                       "000000000000000000000001 > 000000000000000000000002"_s,
                       u"altered schedule Project 1 ledger archive frequencyType: "
                       "daily > weekly"_s};
    QTest::newRow("schedule gone") << inFirst([](KeptProject &p) { p.schedules.clear(); })
                                   << QStringList{u"removed schedule Project 1 ledger archive"_s};
    QTest::newRow("schedule new") << inFirst([](KeptProject &p) {
        p.schedules.append({cluster(u"orders"_s), true, idOf<atlas::BucketId>(3), u"monthly"_s});
    }) << QStringList{u"added schedule Project 1 orders archive"_s};
    QTest::newRow("role gone, another new")
        << inFirst([](KeptProject &p) {
               p.roles = {{u"role-2"_s, u"AWS"_s, true}};
           })
        << QStringList{u"removed role Project 1 roleId: role-1 > -"_s,
                       u"added role Project 1 roleId: - > role-2"_s};
    QTest::newRow("role not authorized any more")
        << inFirst([](KeptProject &p) { p.roles.first().isAuthorized = false; })
        << QStringList{u"altered role Project 1 authorized: true > false"_s};
    QTest::newRow("project renamed")
        << inFirst([](KeptProject &p) { p.name = u"Ledger"_s; })
        << QStringList{u"altered project Ledger name: Project 1 > Ledger"_s};
    QTest::newRow("project new") << Alter([](KeptReading &r) { r.projects.append(project(3)); })
                                 << QStringList{u"added project Project 3"_s};
    QTest::newRow("project gone") << Alter([](KeptReading &r) { r.projects.removeLast(); })
                                  << QStringList{u"removed project Project 2"_s};
}

void ChangesTest::tellsWhatChanged()
{
    QFETCH(const Alter, alter);
    const KeptReading before = reading(0);
    KeptReading after = reading(60);
    alter(after);
    const QList<Change> changes = insight::changesBetween(before, after);
    QTEST(linesOf(changes), "lines");
    for (const Change &change : changes)
        QCOMPARE(change.seen, after.at);
}

void ChangesTest::concludesNothingFromWhatWasNotRead_data()
{
    QTest::addColumn<Alter>("alter");
    QTest::newRow("buckets") << inFirst([](KeptProject &p) {
        p.buckets.clear();
        p.hasAllBuckets = false;
    });
    QTest::newRow("clusters") << inFirst([](KeptProject &p) {
        p.schedules.clear();
        p.hasAllClusters = false;
    });
    QTest::newRow("a schedule") << inFirst([](KeptProject &p) {
        p.schedules.clear();
        p.unreadClusters = {cluster(u"ledger"_s)};
    });
    QTest::newRow("roles") << inFirst([](KeptProject &p) {
        p.roles.clear();
        p.hasAllRoles = false;
    });
    // It was asked for by its ID, and Atlas does not list it.
    QTest::newRow("one that nobody knows") << Alter([](KeptReading &r) {
        KeptProject unknown;
        unknown.id = idOf<atlas::ProjectId>(9);
        r.projects.append(unknown);
    });
    QTest::newRow("one that is not listed any more") << inFirst([](KeptProject &p) {
        const atlas::ProjectId id = p.id;
        p = {};
        p.id = id;
    });
    QTest::newRow("projects") << Alter([](KeptReading &r) {
        r.projects.removeFirst();
        r.hasAllProjects = false;
    });
}

/// Neither when it was read before, nor when it is read again.
void ChangesTest::concludesNothingFromWhatWasNotRead()
{
    QFETCH(const Alter, alter);
    const KeptReading whole = reading(0);
    KeptReading part = reading(60);
    alter(part);
    QVERIFY(whole.isComplete() && !part.isComplete());
    QCOMPARE(linesOf(insight::changesBetween(whole, part)), QStringList());
    QCOMPARE(linesOf(insight::changesBetween(part, whole)), QStringList());
}

/// Ten readings, two of them in part: each is compared with the one before that can be compared.
void ChangesTest::tellsASequenceAsItWasPlanted()
{
    const QList<std::pair<Alter, QStringList>> planted{
        {inFirst([](KeptProject &p) { p.buckets.append(bucket(4)); }),
         {u"added bucket Project 1 archive"_s}},
        {inFirst([](KeptProject &p) { p.schedules.first().isOn = false; }),
         {u"altered schedule Project 1 ledger archive autoExportEnabled: true > false"_s}},
        {Alter([](KeptReading &r) { r.projects.append(project(3)); }),
         {u"added project Project 3"_s}},
        // In part from here on, and whole again.
        {inFirst([](KeptProject &p) { p.hasAllBuckets = false; }), {}},
        {inFirst([](KeptProject &p) { p.buckets.removeLast(); }), {}},
        {inFirst([](KeptProject &p) { p.hasAllBuckets = true; }), {}},
        {inFirst([](KeptProject &p) { p.roles.clear(); }),
         {u"removed role Project 1 roleId: role-1 > -"_s}},
        {Alter([](KeptReading &) {}), {}},
        {inFirst([](KeptProject &p) { p.schedules.first().isOn = true; }),
         {u"altered schedule Project 1 ledger archive autoExportEnabled: false > true"_s}},
    };
    KeptReading latest = reading(0);
    const KeptReading first = latest;
    for (const auto &[alter, lines] : planted) {
        KeptReading next = latest;
        alter(next);
        QCOMPARE(linesOf(insight::changesBetween(latest, next)), lines);
        latest = next;
    }
    // What the incomplete ones hid is seen against the first: the bucket came and went.
    QCOMPARE(linesOf(insight::changesBetween(first, latest)),
             (QStringList{u"removed role Project 1 roleId: role-1 > -"_s,
                          u"added project Project 3"_s}));
}

QTEST_GUILESS_MAIN(ChangesTest)
#include "tst_changes.moc"
