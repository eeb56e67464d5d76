// SPDX-License-Identifier: Apache-2.0
#include "buckets/rows/bucketstore.h"
#include "buckets/search/bucketcompletion.h"
#include "buckets/search/bucketquery.h"

#include <QTest>

using namespace Qt::Literals::StringLiterals;
using buckets::BucketCompletion;
using buckets::BucketStore;

namespace {

atlas::ProjectId project(int number)
{
    return *atlas::ProjectId::fromHex(u"5f%1"_s.arg(number, 22, 16, QChar(u'0')));
}

atlas::ExportBucket bucket(int serial, const QString &provider)
{
    atlas::ExportBucket made;
    made.id = *atlas::BucketId::fromHex(u"65f1a2b3%1"_s.arg(serial, 16, 16, QChar(u'0')));
    made.text(atlas::BucketField::Name) = u"bucket %1"_s.arg(serial);
    made.text(atlas::BucketField::Provider) = provider;
    if (serial > 1)
        made.flag(atlas::BucketField::PrivateNetworking) = serial == 2;
    return made;
}

void fill(BucketStore &store)
{
    store.nameProject(project(1), u"Payments – prod"_s);
    store.nameProject(project(2), u"Audit"_s);
    store.nameProject(project(3), u"Without buckets"_s);
    store.addBuckets(project(1), {bucket(1, u"GCP"_s), bucket(2, u"AWS"_s)});
    store.addBuckets(project(2), {bucket(3, u"AWS"_s), bucket(4, u"AWS"_s), bucket(5, u"OCI"_s)});
}

QStringList allAboutExports()
{
    QStringList terms;
    for (const buckets::ExportStandingInfo &info : buckets::ExportStandings)
        terms.append(buckets::BucketQuery::termFor(info.standing));
    return terms;
}

} // namespace

class BucketCompletionTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void completesTheLastWord_data();
    void completesTheLastWord();
    void completesWordsAboutExports();
    void offersNotTooMany();
    void offersWhatTheFilterFinds();
};

void BucketCompletionTest::completesTheLastWord_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<int>("begin");
    QTest::addColumn<QStringList>("terms");
    const QStringList all = buckets::BucketQuery::prefixes();
    QTest::newRow("nothing") << u""_s << 0 << all;
    QTest::newRow("after a space") << u"ledger "_s << 7 << all;
    QTest::newRow("a field") << u"prov"_s << 0 << QStringList{u"provider:"_s};
    QTest::newRow("fields") << u"x P"_s << 2
                            << QStringList{u"provider:"_s, u"private:"_s, u"project:"_s};
    QTest::newRow("no field") << u"ledger"_s << 0 << QStringList();
    QTest::newRow("the most frequent first")
        << u"provider:"_s << 0
        << QStringList{u"provider:AWS"_s, u"provider:\"Google Cloud\""_s, u"provider:OCI"_s};
    QTest::newRow("a part") << u"provider:CLOUD"_s << 0
                            << QStringList{u"provider:\"Google Cloud\""_s};
    QTest::newRow("the beginning first")
        << u"provider:o"_s << 0 << QStringList{u"provider:OCI"_s, u"provider:\"Google Cloud\""_s};
    QTest::newRow("projects that have rows")
        << u"project:"_s << 0 << QStringList{u"project:Audit"_s, u"project:\"Payments – prod\""_s};
    QTest::newRow("in quotes") << u"a project:\"payments – p"_s << 2
                               << QStringList{u"project:\"Payments – prod\""_s};
    QTest::newRow("private networking")
        << u"private:"_s << 0 << QStringList{u"private:\"Not required\""_s, u"private:Required"_s};
    QTest::newRow("none has a value") << u"region:"_s << 0 << QStringList();
    QTest::newRow("complete already") << u"provider:OCI"_s << 0 << QStringList();
    QTest::newRow("each its own value") << u"name:"_s << 0 << QStringList();
    QTest::newRow("a quoted word") << u"\"prov"_s << 0 << QStringList();
    QTest::newRow("no field of ours") << u"https://x"_s << 0 << QStringList();
    QTest::newRow("exports") << u"exp"_s << 0 << allAboutExports();
    QTest::newRow("use has no values") << u"unused:"_s << 0 << QStringList();
}

void BucketCompletionTest::completesTheLastWord()
{
    QFETCH(const QString, text);
    BucketStore store;
    fill(store);
    const BucketCompletion completion(text);
    QTEST(int(completion.begin()), "begin");
    QTEST(completion.terms(&store.rows()), "terms");
    if (text.contains(u':'))
        QCOMPARE(completion.terms(nullptr), QStringList());
    else
        QTEST(completion.terms(nullptr), "terms");
}

/// It needs no rows.
void BucketCompletionTest::completesWordsAboutExports()
{
    QCOMPARE(BucketCompletion(u"export:"_s).terms(nullptr), allAboutExports());
    QCOMPARE(BucketCompletion(u"a export:N"_s).terms(nullptr), QStringList{u"export:none"_s});
    QCOMPARE(BucketCompletion(u"export:none"_s).terms(nullptr), QStringList());
}

void BucketCompletionTest::offersNotTooMany()
{
    BucketStore store;
    for (int i = 0; i < 200; ++i) {
        atlas::ExportBucket made = bucket(i, u"AWS"_s);
        made.text(atlas::BucketField::RoleId) = u"role %1"_s.arg(i);
        store.addBuckets(project(1), {made});
    }
    QCOMPARE(BucketCompletion(u"role:"_s).terms(&store.rows()).size(), BucketCompletion::MostTerms);
}

void BucketCompletionTest::offersWhatTheFilterFinds()
{
    BucketStore store;
    fill(store);
    for (const QString &field : buckets::BucketQuery::prefixes()) {
        const QStringList terms = BucketCompletion(field).terms(&store.rows());
        for (const QString &term : terms) {
            const auto read = buckets::BucketQuery(term).terms();
            QCOMPARE(read.size(), 1);
            QCOMPARE(read.constFirst().column, buckets::BucketQuery::columnOf(field));
        }
    }
    QVERIFY(BucketCompletion::isField(u"name:"_s));
    QVERIFY(!BucketCompletion::isField(u"name:x"_s));
    QVERIFY(!BucketCompletion::isField(u"unused:"_s));
}

QTEST_GUILESS_MAIN(BucketCompletionTest)
#include "tst_bucketcompletion.moc"
