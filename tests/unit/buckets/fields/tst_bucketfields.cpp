// SPDX-License-Identifier: Apache-2.0
#include "atlas/values/utc.h"
#include "buckets/fields/bucketfields.h"
#include "insight/advice/rolewarnings.h"

#include <QTest>

using namespace Qt::Literals::StringLiterals;
using buckets::FieldLine;
using buckets::RoleReader;
using Provider = atlas::CloudProvider::Kind;

namespace {

atlas::ExportBucket bucket(const QString &provider, const QString &role)
{
    atlas::ExportBucket made;
    made.text(atlas::BucketField::Name) = u"ledger"_s;
    made.text(atlas::BucketField::Provider) = provider;
    made.text(atlas::BucketField::RoleId) = role;
    return made;
}

RoleReader::Knowledge knowing(const atlas::CloudProviderRoles &roles)
{
    return {RoleReader::State::Ready, roles, {}};
}

FieldLine field(const QList<FieldLine> &fields, const QString &name)
{
    for (const FieldLine &one : fields) {
        if (one.name == name)
            return one;
    }
    return {};
}

} // namespace

/// What the details tell of a bucket's role.
class BucketFieldsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void callsNoRoleGoneThatWasNotLooked_data();
    void callsNoRoleGoneThatWasNotLooked();
    void tellsTheRolesHistory();
    void tellsWhatUsesTheRole_data();
    void tellsWhatUsesTheRole();
};

void BucketFieldsTest::callsNoRoleGoneThatWasNotLooked_data()
{
    QTest::addColumn<QString>("provider");
    QTest::addColumn<QList<Provider>>("listed");
    QTest::addColumn<bool>("isGone");
    const QList<Provider> all{Provider::Aws, Provider::Azure, Provider::Gcp};
    QTest::newRow("AWS") << u"AWS"_s << all << true;
    QTest::newRow("Azure") << u"AZURE"_s << all << true;
    QTest::newRow("Google Cloud") << u"GCP"_s << all << true;
    QTest::newRow("another provider") << u"OCI"_s << all << false;
    QTest::newRow("a list that is missing") << u"GCP"_s << QList<Provider>{Provider::Aws} << false;
}

void BucketFieldsTest::callsNoRoleGoneThatWasNotLooked()
{
    QFETCH(const QString, provider);
    QFETCH(const QList<Provider>, listed);
    QFETCH(const bool, isGone);
    const auto roles = knowing({{}, {}, {}, listed});
    const QStringList warnings = insight::roleWarnings(bucket(provider, u"r1"_s), roles);
    QCOMPARE(warnings.size(), isGone ? 1 : 0);
}

void BucketFieldsTest::tellsTheRolesHistory()
{
    const QDateTime created({2024, 1, 2}, {3, 4, 5}, atlas::Utc);
    const atlas::RoleHistory history{created, created.addDays(1), QList<atlas::RoleUse>()};
    const atlas::CloudProviderRoles roles{{{u"a"_s, {}, {}, {}, created, history}},
                                          {{u"z"_s, {}, {}, {}, history}},
                                          {{u"g"_s, {}, {}, history}}};
    for (const auto &[provider, role] : {std::pair(u"AWS"_s, u"a"_s), std::pair(u"AZURE"_s, u"z"_s),
                                         std::pair(u"GCP"_s, u"g"_s)}) {
        const auto fields = buckets::bucketFields(bucket(provider, role), knowing(roles), false);
        QCOMPARE(field(fields, u"Role created"_s).toolTip, u"2024-01-02 03:04:05 UTC"_s);
        QCOMPARE(field(fields, u"Role updated"_s).toolTip,
                 provider == u"AZURE"_s ? u"2024-01-03 03:04:05 UTC"_s : QString());
        QCOMPARE(field(fields, u"Role used for"_s).value, u"Nothing"_s);
    }
}

void BucketFieldsTest::tellsWhatUsesTheRole_data()
{
    using Uses = QList<atlas::RoleUse>;
    QTest::addColumn<std::optional<Uses>>("uses");
    QTest::addColumn<QString>("text");
    QTest::newRow("not told") << std::optional<Uses>() << u"—"_s;
    QTest::newRow("some") << std::optional(Uses{
        {u"EXPORT_SNAPSHOT"_s, u"66c0"_s}, {u"ENCRYPTION_AT_REST"_s, {}}, {u"LATER"_s, u"x"_s}})
                          << u"Snapshot export: 66c0, Encryption at rest, LATER: x"_s;
    QTest::newRow("very many") << std::optional(Uses(2508, {u"LATER"_s, {}}))
                               << QString(u"LATER, "_s.repeated(20) + u"2,488 more"_s);
}

void BucketFieldsTest::tellsWhatUsesTheRole()
{
    QFETCH(const std::optional<QList<atlas::RoleUse>>, uses);
    const auto roles = knowing({{}, {}, {{u"g"_s, {}, {}, {{}, {}, uses}}}});
    const auto fields = buckets::bucketFields(bucket(u"GCP"_s, u"g"_s), roles, false);
    QTEST(field(fields, u"Role used for"_s).value, "text");
}

QTEST_GUILESS_MAIN(BucketFieldsTest)
#include "tst_bucketfields.moc"
