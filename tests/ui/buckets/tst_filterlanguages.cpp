// SPDX-License-Identifier: Apache-2.0
#include "buckets/rows/bucketstore.h"
#include "buckets/search/bucketvalues.h"
#include "buckets/usage/bucketsinuse.h"
#include "models/bucketsortfiltermodel.h"
#include "startup/languages.h"

#include <QTest>

using namespace Qt::Literals::StringLiterals;
using accounts::Language;
using atlas::BucketField;

namespace {

atlas::ExportBucket bucket(const QString &id, bool isPrivate)
{
    atlas::ExportBucket bucket;
    bucket.id = *atlas::BucketId::fromHex(id);
    bucket.text(atlas::BucketField::Name) = u"a"_s;
    bucket.text(atlas::BucketField::Provider) = u"AWS"_s;
    bucket.flag(atlas::BucketField::PrivateNetworking) = isPrivate;
    return bucket;
}

} // namespace

/// A filter that was saved in one language finds the same in another.
class FilterLanguagesTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void findsTheSameInEachLanguage_data();
    void findsTheSameInEachLanguage();
    void offersTheWordsOnScreen();

private:
    buckets::BucketsInUse m_use;
    buckets::BucketStore m_buckets;
    models::BucketTableModel m_table{m_buckets, m_use};
};

void FilterLanguagesTest::init()
{
    m_buckets.clear();
    m_buckets.addBuckets(*atlas::ProjectId::fromHex(u"5f0000000000000000000002"),
                         {bucket(u"65f1a2b30000000000000001"_s, true),
                          bucket(u"65f1a2b30000000000000002"_s, false)});
}

void FilterLanguagesTest::findsTheSameInEachLanguage_data()
{
    QTest::addColumn<QString>("filter");
    QTest::addColumn<int>("row");
    for (const QString &yes : {u"yes"_s, u"true"_s, u"required"_s, u"req"_s, u"필수"_s})
        QTest::addRow("%s", qPrintable(yes)) << QString(u"private:"_s + yes) << 0;
    for (const QString &no : {u"no"_s, u"false"_s, u"\"not required\""_s, u"\"필수 아님\""_s})
        QTest::addRow("%s", qPrintable(no)) << QString(u"private:"_s + no) << 1;
}

void FilterLanguagesTest::findsTheSameInEachLanguage()
{
    QFETCH(const QString, filter);
    for (const Language language : {Language::English, Language::Korean}) {
        startup::Languages languages;
        languages.speak(language);
        models::BucketSortFilterModel filtered;
        filtered.setSourceModel(&m_table);
        filtered.setFilterText(filter);
        QCOMPARE(filtered.rowCount(), 1);
        QTEST(filtered.sourceRows().front(), "row");
    }
}

void FilterLanguagesTest::offersTheWordsOnScreen()
{
    startup::Languages languages;
    languages.speak(Language::Korean);
    const auto offers = [this](const QString &part) {
        return buckets::mostFrequentValues(m_buckets.rows(), BucketField::PrivateNetworking, part,
                                           9);
    };
    QCOMPARE(offers(u"yes"_s), QStringList{u"필수"_s});
    QCOMPARE(offers(u"필"_s).size(), 2);
}

QTEST_MAIN(FilterLanguagesTest)
#include "tst_filterlanguages.moc"
