// SPDX-License-Identifier: Apache-2.0
#include "atlas/values/utc.h"
#include "buckets/fields/bucketcell.h"
#include "buckets/rows/bucketstore.h"
#include "buckets/search/bucketmatcher.h"
#include "buckets/usage/bucketsinuse.h"

#include <QRandomGenerator>
#include <QTest>
#include <QTimeZone>
#include <QTranslator>

#include <ctime>

using namespace Qt::Literals::StringLiterals;
using atlas::BucketField;
using buckets::BucketCell;
using buckets::BucketFieldSet;
using buckets::BucketMatcher;
using buckets::BucketQuery;
using buckets::BucketsInUse;
using buckets::BucketStore;
using buckets::IdMatcher;
using buckets::LocalOffsets;
using buckets::RegisteredMatcher;

namespace {

atlas::ProjectId project(int number)
{
    return *atlas::ProjectId::fromHex(u"5f%1"_s.arg(number, 22, 16, QChar(u'0')));
}

atlas::ObjectId randomId(QRandomGenerator &random)
{
    QString hex;
    for (int left = 24; left > 0; --left)
        hex += QString::number(random.bounded(16), 16);
    return *atlas::ObjectId::fromHex(hex);
}

/// One of each provider; the first is of a project without a name.
void fill(BucketStore &store)
{
    atlas::ExportBucket aws;
    aws.id = *atlas::BucketId::fromHex(u"65f1a2b3000000000000abcd"_s);
    aws.text(atlas::BucketField::Name) = u"ledger"_s;
    aws.text(atlas::BucketField::Provider) = u"AWS"_s;
    aws.text(atlas::BucketField::RoleId) = u"60113b99ce5a6a3d72ea7454"_s;
    aws.flag(atlas::BucketField::PrivateNetworking) = true;
    aws.text(atlas::BucketField::Region) = u"ap-northeast-2"_s;
    atlas::ExportBucket azure;
    azure.id = *atlas::BucketId::fromHex(u"65f1a2b3000000000000ef01"_s);
    azure.text(atlas::BucketField::Name) = u"감사-보관"_s;
    azure.text(atlas::BucketField::Provider) = u"AZURE"_s;
    azure.text(atlas::BucketField::ServiceUrl) = u"https://x.blob.core.windows.net"_s;
    azure.text(atlas::BucketField::TenantId) = u"3F2504E0"_s;
    azure.flag(atlas::BucketField::PrivateNetworking) = false;
    atlas::ExportBucket gcp;
    gcp.id = *atlas::BucketId::fromHex(u"5f0000000000000000000000"_s);
    gcp.text(atlas::BucketField::Name) = u"provider"_s;
    gcp.text(atlas::BucketField::Provider) = u"GCP"_s;
    store.nameProject(project(2), u"Payments – prod"_s);
    store.addBuckets(project(1), {aws});
    store.addBuckets(project(2), {azure, gcp});
}

QList<int> matching(const BucketStore &store, const QString &text,
                    const BucketFieldSet &visible = BucketFieldSet().set())
{
    const BucketsInUse use;
    LocalOffsets offsets;
    BucketMatcher matcher(store.rows(), use, BucketQuery(text), visible, offsets);
    matcher.update();
    QList<int> rows;
    for (int row = 0; row < store.rowCount(); ++row) {
        if (matcher.matches(row))
            rows.append(row);
    }
    return rows;
}

/// Puts `Required` and `Not required` into Korean, where one is the beginning of the other.
class KoreanChoices : public QTranslator
{
public:
    QString translate(const char *, const char *text, const char *, int) const override
    {
        if (qstrcmp(text, "Required") == 0)
            return u"필수"_s;
        return qstrcmp(text, "Not required") == 0 ? u"필수 아님"_s : QString();
    }
    bool isEmpty() const override { return false; }
};

} // namespace

class BucketMatcherTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void looksInEachColumn_data();
    void looksInEachColumn();
    void looksInNoHiddenColumn_data();
    void looksInNoHiddenColumn();
    void choosesInKorean();
    void findsWhatComesLater();
    void findsPartsOfIds();
    void findsPartsOfTimes_data();
    void findsPartsOfTimes();
    void noticesAnotherZone();
};

void BucketMatcherTest::looksInEachColumn_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QList<int>>("rows");
    const QList<int> all{0, 1, 2};
    QTest::newRow("nothing") << u""_s << all;
    QTest::newRow("name") << u"name:LED"_s << QList<int>{0};
    QTest::newRow("Korean name") << u"name:보관"_s << QList<int>{1};
    QTest::newRow("region") << u"region:ap-"_s << QList<int>{0};
    QTest::newRow("role") << u"role:60113B"_s << QList<int>{0};
    QTest::newRow("url") << u"url:blob"_s << QList<int>{1};
    QTest::newRow("tenant") << u"tenant:3f25"_s << QList<int>{1};
    QTest::newRow("id") << u"id:abcd"_s << QList<int>{0};
    QTest::newRow("id, from the beginning") << u"id:65f1"_s << QList<int>{0, 1};
    QTest::newRow("no id") << u"id:ledger"_s << QList<int>();
    QTest::newRow("project") << u"project:payments"_s << QList<int>{1, 2};
    QTest::newRow("quoted project") << u"project:\"payments – prod\""_s << QList<int>{1, 2};
    QTest::newRow("project without a name") << u"project:0001"_s << QList<int>{0};
    QTest::newRow("registered") << u"registered:2024-03-13"_s << QList<int>{0, 1};
    QTest::newRow("registered, time") << u"registered:12:57"_s << QList<int>{0, 1};
    QTest::newRow("registered, both") << u"registered:\"03-13 12:5\""_s << QList<int>{0, 1};
    QTest::newRow("registered, not both") << u"registered:\"03-13 2:5\""_s << QList<int>();
    QTest::newRow("registered, no time") << u"registered:soon"_s << QList<int>();
    QTest::newRow("provider as Atlas names it") << u"provider:gcp"_s << QList<int>{2};
    QTest::newRow("provider as it is shown") << u"provider:\"google c\""_s << QList<int>{2};
    QTest::newRow("provider, alike") << u"provider:azure"_s << QList<int>{1};
    QTest::newRow("provider, part") << u"provider:A"_s << QList<int>{0, 1};
    QTest::newRow("provider of which there is none") << u"provider:oci"_s << QList<int>();
    QTest::newRow("private, by its beginning") << u"private:req"_s << QList<int>{0};
    QTest::newRow("private, not") << u"private:no"_s << QList<int>{1};
    QTest::newRow("private, whole") << u"private:\"not required\""_s << QList<int>{1};
    QTest::newRow("private, in the midst") << u"private:quired"_s << QList<int>();
    for (const char *yes : {"yes", "y", "TRUE", "required", "=required", "=yes"})
        QTest::addRow("private, %s", yes)
            << u"private:"_s + QString::fromLatin1(yes) << QList<int>{0};
    for (const char *no : {"No", "n", "false", "not", "=false", "=\"not required\""})
        QTest::addRow("private, %s", no)
            << u"private:"_s + QString::fromLatin1(no) << QList<int>{1};
    QTest::newRow("private, not whole") << u"private:=req"_s << QList<int>();
    QTest::newRow("private, of any column") << u"required"_s << QList<int>{0, 1};
    QTest::newRow("anywhere") << u"provider"_s << QList<int>{2};
    QTest::newRow("anywhere, by the shown provider") << u"google"_s << QList<int>{2};
    QTest::newRow("all words") << u"aws ledger 60113b"_s << QList<int>{0};
    QTest::newRow("not all words") << u"aws ledger blob"_s << QList<int>();
    QTest::newRow("words and fields") << u"payments private:not"_s << QList<int>{1};
    QTest::newRow("dashes that stand for nothing") << u"—"_s << QList<int>();
    QTest::newRow("used, as far as it is known") << u"used:"_s << QList<int>();
    QTest::newRow("unused, as far as it is known") << u"unused:"_s << QList<int>();
}

void BucketMatcherTest::looksInEachColumn()
{
    QFETCH(const QString, text);
    BucketStore store;
    fill(store);
    QTEST(matching(store, text), "rows");
    // A field is looked in whether or not it is on screen.
    const auto terms = BucketQuery(text).terms();
    if (terms.size() == 1 && terms.constFirst().column)
        QTEST(matching(store, text, {}), "rows");
}

void BucketMatcherTest::looksInNoHiddenColumn_data()
{
    QTest::addColumn<QString>("word");
    QTest::addColumn<BucketField>("column");
    QTest::newRow("name") << u"ledger"_s << BucketField::Name;
    QTest::newRow("provider") << u"aws"_s << BucketField::Provider;
    QTest::newRow("region") << u"northeast"_s << BucketField::Region;
    QTest::newRow("role") << u"ce5a"_s << BucketField::RoleId;
    QTest::newRow("private networking") << u"required"_s << BucketField::PrivateNetworking;
    QTest::newRow("registered") << u"12:57"_s << BucketField::Registered;
    QTest::newRow("id") << u"abcd"_s << BucketField::Id;
    QTest::newRow("project") << u"5f00"_s << BucketField::Project;
}

void BucketMatcherTest::looksInNoHiddenColumn()
{
    QFETCH(const QString, word);
    QFETCH(const BucketField, column);
    BucketStore store;
    fill(store);
    const auto bit = static_cast<std::size_t>(column);
    QVERIFY(matching(store, word, BucketFieldSet().set(bit)).contains(0));
    QVERIFY(!matching(store, word, BucketFieldSet().set().reset(bit)).contains(0));
}

void BucketMatcherTest::choosesInKorean()
{
    BucketStore store;
    fill(store);
    KoreanChoices korean;
    QVERIFY(QCoreApplication::installTranslator(&korean));
    QCOMPARE(matching(store, u"private:필수"_s), QList<int>{0});
    QCOMPARE(matching(store, u"private:\"필수 아\""_s), QList<int>{1});
    QCOMPARE(matching(store, u"private:\"필수 아님\""_s), QList<int>{1});
    QCOMPARE(matching(store, u"private:필"_s), (QList<int>{0, 1}));
    QCOMPARE(matching(store, u"private:required"_s), QList<int>{0});
    QCOMPARE(matching(store, u"private:\"not required\""_s), QList<int>{1});
    QCOMPARE(matching(store, u"private:false"_s), QList<int>{1});
    QCoreApplication::removeTranslator(&korean);
}

void BucketMatcherTest::findsWhatComesLater()
{
    BucketStore store;
    const BucketsInUse use;
    LocalOffsets offsets;
    BucketMatcher matcher(store.rows(), use, BucketQuery(u"project:pay provider:google"_s), {},
                          offsets);
    fill(store);
    matcher.update();
    QVERIFY(matcher.matches(2));
    QVERIFY(!matcher.matches(1));
    store.nameProject(project(2), u"other"_s);
    matcher.update();
    QVERIFY(!matcher.matches(2));

    BucketMatcher next(store.rows(), use, BucketQuery(u"provider:google x"_s), {}, offsets);
    next.takeOver(matcher);
    next.update();
    QVERIFY(!next.matches(2));
}

void BucketMatcherTest::findsPartsOfIds()
{
    QRandomGenerator random(24);
    for (int round = 0; round < 20; ++round) {
        const atlas::ObjectId id = randomId(random);
        const QString hex = id.toHex();
        for (int size = 1; size <= 24; ++size) {
            for (int from = 0; from + size <= 24; ++from)
                QVERIFY(IdMatcher(hex.mid(from, size).toLatin1()).matches(id));
            const QByteArray other = randomId(random).toHex().first(size).toLatin1();
            QCOMPARE(IdMatcher(other).matches(id), hex.toLatin1().contains(other));
            // All but the last digit alike.
            const QByteArray nearly = hex.mid(random.bounded(25 - size), size - 1).toLatin1() + 'f';
            QCOMPARE(IdMatcher(nearly).matches(id), hex.toLatin1().contains(nearly));
        }
    }
    for (const char *word : {"", "g", "ab-", "0123456789012345678901234"})
        QVERIFY(!IdMatcher(word).isPossible());
}

void BucketMatcherTest::findsPartsOfTimes_data()
{
    QTest::addColumn<QByteArray>("zone");
    for (const char *zone :
         {"UTC", "Europe/Berlin", "America/New_York", "Asia/Seoul", "Australia/Lord_Howe",
          "Asia/Kathmandu", "Pacific/Apia", "Pacific/Kiritimati", "Pacific/Niue",
          // Changed and changed back within a week, in 2000.
          "America/Noronha"})
        QTest::newRow(zone) << QByteArray(zone);
}

/// Around changes of the clock, too.
void BucketMatcherTest::findsPartsOfTimes()
{
    QFETCH(const QByteArray, zone);
    const QByteArray before = qgetenv("TZ");
    qputenv("TZ", zone);
    tzset();
    QRandomGenerator random(1970);
    QList<quint32> times{0, 1, 86'399, 86'400, 4'294'967'295U, 1'325'203'200U};
    for (int i = 0; i < 300; ++i)
        times.append(random.generate());
    const QTimeZone timeZone(zone);
    const auto changes =
        timeZone.transitions(QDateTime::fromSecsSinceEpoch(950'000'000, atlas::Utc),
                             QDateTime::fromSecsSinceEpoch(1'700'000'000, atlas::Utc));
    for (const auto &change : changes) {
        const auto at = static_cast<quint32>(change.atUtc.toSecsSinceEpoch());
        times.append({at - 3'600, at - 1, at, at + 1, at + 3'600});
    }
    LocalOffsets offsets;
    for (const char *part :
         {"1", "20", "201", "03-2", "2012-03", "-31", "02:", "12-3", "9 0", " 23", "59",
          "2011-12-30", "2011-12-30 0", "11-06 01:", ":", "00:00"}) {
        RegisteredMatcher matcher(part, offsets);
        QVERIFY(matcher.isPossible());
        for (const quint32 time : std::as_const(times)) {
            const QByteArray text =
                QDateTime::fromSecsSinceEpoch(time).toString(u"yyyy-MM-dd HH:mm"_s).toLatin1();
            QVERIFY2(matcher.matches(time) == text.contains(part), text.constData());
        }
    }
    qputenv("TZ", before);
    tzset();
}

/// On a journey: the cells follow the clock, and so does the filter.
void BucketMatcherTest::noticesAnotherZone()
{
    const QByteArray before = qgetenv("TZ");
    BucketStore store;
    fill(store);
    const BucketsInUse use;
    LocalOffsets offsets;
    for (const char *zone : {"UTC", "Asia/Seoul", "Europe/Berlin", "UTC"}) {
        qputenv("TZ", zone);
        tzset();
        const QString shown = BucketCell(store.rows(), 0, BucketField::Registered).text();
        BucketMatcher matcher(store.rows(), use, BucketQuery(u"registered:\"%1\""_s.arg(shown)), {},
                              offsets);
        matcher.update();
        QVERIFY2(matcher.matches(0), qPrintable(shown));
    }
    qputenv("TZ", before);
    tzset();
}

QTEST_GUILESS_MAIN(BucketMatcherTest)
#include "tst_bucketmatcher.moc"
