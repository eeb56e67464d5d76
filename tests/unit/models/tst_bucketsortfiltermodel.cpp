// SPDX-License-Identifier: Apache-2.0
#include "sortfiltertest.h"

#include <QSignalSpy>
#include <QTest>

using namespace Qt::Literals::StringLiterals;
using atlas::BucketField;
using models::BucketTableModel;

/// The filtered and sorted table, step by step.
class BucketSortFilterModelTest : public SortFilterTest
{
    Q_OBJECT

private Q_SLOTS:
    void sortsStably();
    void putsRowsWithoutAValueLast_data();
    void putsRowsWithoutAValueLast();
    void takesRowsWhileSortedAndFiltered();
    void hasHeadersWithoutRows();
    void tellsOfOneRunAtMost();
    void hasNoChildrenWhereNothingMatches();
    void followsChangesOfCells();
    void survivesWithoutASource();

private:
    std::vector<QString> names() const;
};

std::vector<QString> BucketSortFilterModelTest::names() const
{
    std::vector<QString> names;
    for (int row = 0; row < model().rowCount(); ++row)
        names.push_back(model().index(row, 0).data().toString());
    return names;
}

void BucketSortFilterModelTest::sortsStably()
{
    source().setBuckets(
        project(1),
        {named(1, u"b"_s), named(2, u"A"_s), named(3, u"B"_s), named(4, u"a"_s), named(5, u"b"_s)});
    model().sort(0);
    QCOMPARE(names(), (std::vector<QString>{u"A"_s, u"a"_s, u"b"_s, u"B"_s, u"b"_s}));
    model().sort(0, Qt::DescendingOrder);
    QCOMPARE(names(), (std::vector<QString>{u"b"_s, u"B"_s, u"b"_s, u"A"_s, u"a"_s}));
    model().sort(-1);
    QCOMPARE(names(), (std::vector<QString>{u"b"_s, u"A"_s, u"B"_s, u"a"_s, u"b"_s}));
}

void BucketSortFilterModelTest::putsRowsWithoutAValueLast_data()
{
    QTest::addColumn<BucketField>("column");
    QTest::newRow("role") << BucketField::RoleId;
    QTest::newRow("private networking") << BucketField::PrivateNetworking;
    QTest::newRow("tenant") << BucketField::TenantId;
    QTest::newRow("project") << BucketField::Project;
}

void BucketSortFilterModelTest::putsRowsWithoutAValueLast()
{
    QFETCH(const BucketField, column);
    atlas::ExportBucket low = named(2, u"low"_s);
    low.text(atlas::BucketField::RoleId) = u""_s;
    low.flag(atlas::BucketField::PrivateNetworking) = false;
    low.text(atlas::BucketField::TenantId) = u""_s;
    atlas::ExportBucket high = named(3, u"high"_s);
    high.text(atlas::BucketField::RoleId) = u"z"_s;
    high.flag(atlas::BucketField::PrivateNetworking) = true;
    high.text(atlas::BucketField::TenantId) = u"z"_s;
    source().nameProject(project(2), u"a"_s);
    source().nameProject(project(3), u"b"_s);
    source().addBuckets(project(1), {named(1, u"none"_s)});
    source().addBuckets(project(3), {high});
    source().addBuckets(project(2), {low});
    model().sort(static_cast<int>(column), Qt::AscendingOrder);
    QCOMPARE(names(), (std::vector<QString>{u"low"_s, u"high"_s, u"none"_s}));
    model().sort(static_cast<int>(column), Qt::DescendingOrder);
    QCOMPARE(names(), (std::vector<QString>{u"high"_s, u"low"_s, u"none"_s}));
}

void BucketSortFilterModelTest::takesRowsWhileSortedAndFiltered()
{
    model().setFilterText(u"led"_s);
    model().sort(0);
    source().addBuckets(project(1), {named(1, u"ledger-m"_s), named(2, u"audit"_s)});
    source().addBuckets(project(1), {named(3, u"ledger-z"_s), named(4, u"ledger-a"_s)});
    source().addBuckets(project(1), {named(5, u"nothing"_s)});
    QCOMPARE(names(), (std::vector<QString>{u"ledger-a"_s, u"ledger-m"_s, u"ledger-z"_s}));
    model().setFilterText(QString());
    QCOMPARE(model().rowCount(), 5);
    QCOMPARE(names().front(), u"audit"_s);
    QCOMPARE(names().back(), u"nothing"_s);
}

void BucketSortFilterModelTest::hasHeadersWithoutRows()
{
    for (int column = 0; column < BucketTableModel::ColumnCount; ++column) {
        QCOMPARE(model().headerData(column, Qt::Horizontal),
                 table().headerData(column, Qt::Horizontal));
        QVERIFY(model().headerData(column, Qt::Horizontal).isValid());
    }
    source().setBuckets(project(1), {named(1, u"a"_s)});
    model().setFilterText(u"nowhere"_s);
    QCOMPARE(model().headerData(0, Qt::Horizontal).toString(), u"Name"_s);
}

void BucketSortFilterModelTest::tellsOfOneRunAtMost()
{
    Buckets buckets;
    for (int serial = 0; serial < 100; ++serial)
        buckets.append(named(serial, serial % 2 == 0 ? u"even"_s : u"odd"_s));
    source().setBuckets(project(1), buckets);
    model().sort(static_cast<int>(BucketField::Id), Qt::DescendingOrder);
    QSignalSpy inserted(&model(), &QAbstractItemModel::rowsInserted);
    QSignalSpy removed(&model(), &QAbstractItemModel::rowsRemoved);
    QSignalSpy reset(&model(), &QAbstractItemModel::modelReset);
    const auto check = [&](int wantedInserted, int wantedRemoved) {
        QCOMPARE(inserted.count(), wantedInserted);
        QCOMPARE(removed.count(), wantedRemoved);
        QCOMPARE(reset.count(), 0);
        inserted.clear();
        removed.clear();
    };
    model().setFilterText(u"even"_s);
    check(0, 1);
    model().setFilterText(u"odd"_s);
    check(1, 1);
    model().setFilterText(QString());
    check(1, 0);
    source().addBuckets(project(1), {named(200, u"even"_s), named(201, u"odd"_s)});
    check(1, 0);
    model().sort(0);
    check(0, 0);
    QSet<atlas::BucketId> here;
    for (int serial = 0; serial < 202; ++serial)
        here.insert(id(serial));
    here.remove(id(7));
    source().removeOthers(project(1), here);
    check(0, 1);
}

void BucketSortFilterModelTest::hasNoChildrenWhereNothingMatches()
{
    source().setBuckets(project(1), {named(1, u"a"_s)});
    QVERIFY(model().hasChildren());
    model().setFilterText(u"nowhere"_s);
    QVERIFY(!model().hasChildren());
}

void BucketSortFilterModelTest::followsChangesOfCells()
{
    source().setBuckets(project(1), {named(1, u"a"_s), named(2, u"b"_s)});
    model().sort(static_cast<int>(BucketField::Region));
    model().setFilterText(u"region:ap-"_s);
    QCOMPARE(model().rowCount(), 0);
    source().setRegion(id(1), u"ap-z"_s);
    QTRY_COMPARE(model().rowCount(), 1);
    source().setRegion(id(2), u"ap-a"_s);
    QTRY_COMPARE(model().rowCount(), 2);
    QCOMPARE(names(), (std::vector<QString>{u"b"_s, u"a"_s}));
    // Sorted anew without a filter, too.
    model().setFilterText(QString());
    source().setRegion(id(2), u"zz"_s);
    QTRY_COMPARE(names(), (std::vector<QString>{u"a"_s, u"b"_s}));
}

void BucketSortFilterModelTest::survivesWithoutASource()
{
    source().setBuckets(project(1), {named(1, u"a"_s)});
    model().setSourceModel(nullptr);
    model().setFilterText(u"a"_s);
    model().sort(0);
    QCOMPARE(model().rowCount(), 0);
    QCOMPARE(model().columnCount(), 0);
    QVERIFY(!model().headerData(0, Qt::Horizontal).isValid());
    model().setSourceModel(&table());
    QCOMPARE(model().rowCount(), 1);
}

QTEST_GUILESS_MAIN(BucketSortFilterModelTest)
#include "tst_bucketsortfiltermodel.moc"
