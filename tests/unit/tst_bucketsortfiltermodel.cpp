// SPDX-License-Identifier: Apache-2.0
#include "browse/bucketsortfiltermodel.h"
#include "browse/buckettablemodel.h"

#include <QAbstractItemModelTester>
#include <QItemSelectionModel>
#include <QRandomGenerator>
#include <QSignalSpy>
#include <QTest>

#include <algorithm>
#include <numeric>

using namespace Qt::Literals::StringLiterals;
using browse::BucketColumn;
using browse::BucketSortFilterModel;
using browse::BucketTableModel;

namespace {

using Buckets = QList<atlas::ExportBucket>;

atlas::ProjectId project(int number)
{
    return *atlas::ProjectId::fromHex(u"5f%1"_s.arg(number, 22, 16, QChar(u'0')));
}

atlas::BucketId id(int serial)
{
    return *atlas::BucketId::fromHex(
        u"%1%2"_s.arg(0x65f1a2b3 + serial % 7 * 86'400, 8, 16, QChar(u'0'))
            .arg(serial, 16, 16, QChar(u'0')));
}

atlas::ExportBucket named(int serial, const QString &name)
{
    atlas::ExportBucket bucket;
    bucket.id = id(serial);
    bucket.text(atlas::BucketField::Name) = name;
    bucket.text(atlas::BucketField::Provider) = u"AWS"_s;
    return bucket;
}

template<class T>
T oneOf(QRandomGenerator &random, const QList<T> &values)
{
    return values[random.bounded(static_cast<int>(values.size()))];
}

/// Of few values, so that many rows are alike.
atlas::ExportBucket randomBucket(QRandomGenerator &random, int serial)
{
    atlas::ExportBucket bucket = named(
        serial, oneOf<QString>(random, {u"ledger"_s, u"Ledger"_s, u"audit"_s, u"감사"_s, u""_s}));
    bucket.text(atlas::BucketField::Provider) =
        oneOf<QString>(random, {u"AWS"_s, u"AZURE"_s, u"GCP"_s, u"OCI"_s});
    if (random.bounded(2) == 0)
        bucket.text(atlas::BucketField::RoleId) =
            oneOf<QString>(random, {u"60113b99"_s, u"60113b9A"_s});
    if (random.bounded(2) == 0)
        bucket.flag(atlas::BucketField::PrivateNetworking) = random.bounded(2) == 0;
    if (random.bounded(3) == 0)
        bucket.text(atlas::BucketField::TenantId) = u""_s;
    return bucket;
}

/// What the words of a filter are looked for in.
QString searchedText(const BucketTableModel &source, int row)
{
    QStringList texts;
    for (int column = 0; column < BucketTableModel::ColumnCount; ++column) {
        const QModelIndex cell = source.index(row, column);
        const auto kind = static_cast<BucketTableModel::CellKind>(
            cell.data(BucketTableModel::CellKindRole).toInt());
        if (kind == BucketTableModel::CellKind::Value
            || column == static_cast<int>(BucketColumn::Project))
            texts.append(cell.data().toString());
    }
    texts.append(source.bucketAt(row).provider().apiText());
    return texts.join(u'\n').toCaseFolded();
}

/// What a cell is sorted by; invalid for cells without a value.
QVariant sortValue(const BucketTableModel &source, int row, BucketColumn column)
{
    const QVariant value =
        source.index(row, static_cast<int>(column)).data(BucketTableModel::ValueRole);
    return value.metaType() == QMetaType::fromType<QString>()
        ? QVariant(value.toString().toCaseFolded().toUtf8())
        : value;
}

bool isLess(const QVariant &left, const QVariant &right)
{
    return left.metaType() == QMetaType::fromType<QByteArray>()
        ? left.toByteArray() < right.toByteArray()
        : QVariant::compare(left, right) == QPartialOrdering::Less;
}

/// The source rows that a simple model would show.
std::vector<int> naiveRows(const BucketTableModel &source, const QString &filter, int sortColumn,
                           Qt::SortOrder order)
{
    std::vector<int> rows;
    for (int row = 0; row < source.rowCount(); ++row) {
        const QString text = searchedText(source, row);
        const QStringList words = filter.toCaseFolded().split(u' ', Qt::SkipEmptyParts);
        if (std::all_of(words.begin(), words.end(),
                        [&text](const QString &word) { return text.contains(word); }))
            rows.push_back(row);
    }
    if (sortColumn < 0)
        return rows;
    const auto column = static_cast<BucketColumn>(sortColumn);
    std::stable_sort(rows.begin(), rows.end(), [&](int left, int right) {
        const QVariant leftValue = sortValue(source, left, column);
        const QVariant rightValue = sortValue(source, right, column);
        if (!leftValue.isValid() || !rightValue.isValid())
            return leftValue.isValid() && !rightValue.isValid();
        return order == Qt::AscendingOrder ? isLess(leftValue, rightValue)
                                           : isLess(rightValue, leftValue);
    });
    return rows;
}

} // namespace

class BucketSortFilterModelTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();

    void showsWhatANaiveModelShows_data();
    void showsWhatANaiveModelShows();
    void keepsSelectionAndPersistentIndexes();
    void sortsStably();
    void sortsTextsThatBeginAlike();
    void putsRowsWithoutAValueLast_data();
    void putsRowsWithoutAValueLast();
    void takesRowsWhileSortedAndFiltered();
    void hasHeadersWithoutRows();
    void tellsOfOneRunAtMost();
    void hasNoChildrenWhereNothingMatches();
    void followsChangesOfCells();
    void survivesWithoutASource();
    void showsManyScatteredRowsGo();

private:
    std::vector<QString> names() const;
    void compareWithNaive(const QString &filter, int sortColumn, Qt::SortOrder order) const;

    std::unique_ptr<BucketTableModel> m_source;
    std::unique_ptr<BucketSortFilterModel> m_model;
    std::unique_ptr<QAbstractItemModelTester> m_tester;
};

void BucketSortFilterModelTest::init()
{
    m_source = std::make_unique<BucketTableModel>();
    m_model = std::make_unique<BucketSortFilterModel>();
    m_tester = std::make_unique<QAbstractItemModelTester>(
        m_model.get(), QAbstractItemModelTester::FailureReportingMode::QtTest);
    m_model->setSourceModel(m_source.get());
}

void BucketSortFilterModelTest::cleanup()
{
    m_tester.reset();
    m_model.reset();
    m_source.reset();
}

std::vector<QString> BucketSortFilterModelTest::names() const
{
    std::vector<QString> names;
    for (int row = 0; row < m_model->rowCount(); ++row)
        names.push_back(m_model->index(row, 0).data().toString());
    return names;
}

void BucketSortFilterModelTest::compareWithNaive(const QString &filter, int sortColumn,
                                                 Qt::SortOrder order) const
{
    const std::vector<int> expected = naiveRows(*m_source, filter, sortColumn, order);
    QCOMPARE(m_model->sourceRows(), expected);
    QCOMPARE(m_model->rowCount(), static_cast<int>(expected.size()));
    std::vector<int> places(static_cast<std::size_t>(m_source->rowCount()), -1);
    for (int row = 0; row < m_model->rowCount(); ++row) {
        const int sourceRow = m_model->mapToSource(m_model->index(row, 3)).row();
        QCOMPARE(sourceRow, expected[static_cast<std::size_t>(row)]);
        places[static_cast<std::size_t>(sourceRow)] = row;
    }
    for (int row = 0; row < m_source->rowCount(); ++row)
        QCOMPARE(m_model->mapFromSource(m_source->index(row, 3)).row(),
                 places[static_cast<std::size_t>(row)]);
}

void BucketSortFilterModelTest::showsWhatANaiveModelShows_data()
{
    QTest::addColumn<quint32>("seed");
    for (quint32 seed = 1; seed <= 4; ++seed)
        QTest::addRow("%u", seed) << seed;
}

void BucketSortFilterModelTest::showsWhatANaiveModelShows()
{
    QFETCH(const quint32, seed);
    constexpr int Steps = 100;
    QRandomGenerator random(seed);
    QString filter;
    int sortColumn = -1;
    auto order = Qt::AscendingOrder;
    int serial = 0;
    const auto someBuckets = [&](int most) {
        Buckets buckets;
        for (int left = random.bounded(most); left > 0; --left)
            buckets.append(randomBucket(random, ++serial));
        return buckets;
    };
    for (int step = 0; step < Steps; ++step) {
        const auto one = project(random.bounded(4));
        switch (random.bounded(12)) {
        case 0:
        case 1:
        case 2:
            m_source->addBuckets(one, someBuckets(12));
            break;
        case 3: { // Some go, in many runs or in few.
            QSet<atlas::BucketId> here;
            const int most = random.bounded(2) == 0 ? 2 : 20;
            for (int row = 0; row < m_source->rowCount(); ++row) {
                if (random.bounded(most) > 0)
                    here.insert(m_source->idAt(row));
            }
            m_source->removeOthers(one, here);
            break;
        }
        case 4:
            if (random.bounded(4) == 0)
                m_source->removeOtherProjects({project(0), project(1), project(2)});
            break;
        case 5:
            if (random.bounded(8) == 0)
                m_source->setBuckets(one, someBuckets(30));
            break;
        case 6: // Cells change.
            for (int row = 0; row < m_source->rowCount(); row += 5) {
                auto bucket = randomBucket(random, 0);
                bucket.id = m_source->idAt(row);
                m_source->addBuckets(m_source->projectAt(row), {bucket});
            }
            break;
        case 7:
            m_source->nameProject(one, oneOf<QString>(random, {u"Payments"_s, u"Audit – 감사"_s}));
            break;
        case 8:
            if (m_source->rowCount() > 0)
                m_source->setRegion(m_source->idAt(random.bounded(m_source->rowCount())),
                                    oneOf<QString>(random, {u"ap-1"_s, u"eu-1"_s}));
            break;
        case 9:
        case 10:
            filter =
                oneOf<QString>(random,
                               {u""_s, u"l"_s, u"led"_s, u"audit a"_s, u"google"_s, u"gcp"_s,
                                u"required"_s, u"60113b9a"_s, u"65f"_s, u"2024"_s, u"감사 aws"_s,
                                u"ap-"_s, u"nowhere"_s, u"5f00000"_s, u"12:57"_s});
            m_model->setFilterText(filter);
            break;
        default:
            sortColumn = random.bounded(BucketTableModel::ColumnCount + 1) - 1;
            order = random.bounded(2) == 0 ? Qt::AscendingOrder : Qt::DescendingOrder;
            m_model->sort(sortColumn, order);
            break;
        }
        // What has changed in cells shows a moment later.
        QTRY_VERIFY(m_model->isUpToDate());
        compareWithNaive(filter, sortColumn, order);
        if (QTest::currentTestFailed())
            return;
    }
}

void BucketSortFilterModelTest::keepsSelectionAndPersistentIndexes()
{
    QRandomGenerator random(3);
    Buckets buckets;
    for (int serial = 0; serial < 60; ++serial)
        buckets.append(randomBucket(random, serial));
    m_source->setBuckets(project(1), buckets);
    QItemSelectionModel selection(m_model.get());
    QHash<atlas::BucketId, QPersistentModelIndex> kept;
    const auto idAt = [this](const QModelIndex &index) {
        return m_source->idAt(m_model->mapToSource(index).row());
    };
    for (int row = 0; row < 60; row += 3) {
        const QModelIndex index = m_model->index(row, row % 5);
        kept.insert(idAt(index), index);
        selection.select(index, QItemSelectionModel::Select | QItemSelectionModel::Rows);
    }
    const QSet<atlas::BucketId> wanted(kept.keyBegin(), kept.keyEnd());
    const auto check = [&] {
        QSet<atlas::BucketId> selected;
        const QModelIndexList rows = selection.selectedRows();
        for (const QModelIndex &index : rows)
            selected.insert(idAt(index));
        QCOMPARE(selected, wanted);
        for (auto it = kept.cbegin(); it != kept.cend(); ++it) {
            QVERIFY(it->isValid());
            QCOMPARE(idAt(*it), it.key());
        }
    };
    for (int column = -1; column < BucketTableModel::ColumnCount; ++column) {
        m_model->sort(column, Qt::DescendingOrder);
        check();
    }
    m_source->addBuckets(project(2), {randomBucket(random, 100), randomBucket(random, 101)});
    check();
    // Those that are not selected go; the project of the others is gone.
    m_source->removeOtherProjects({project(1)});
    check();
    QSet<atlas::BucketId> here = wanted;
    for (int row = 0; row < 30; ++row)
        here.insert(m_source->idAt(row));
    m_source->removeOthers(project(1), here);
    check();
}

void BucketSortFilterModelTest::sortsStably()
{
    m_source->setBuckets(
        project(1),
        {named(1, u"b"_s), named(2, u"A"_s), named(3, u"B"_s), named(4, u"a"_s), named(5, u"b"_s)});
    m_model->sort(0);
    QCOMPARE(names(), (std::vector<QString>{u"A"_s, u"a"_s, u"b"_s, u"B"_s, u"b"_s}));
    m_model->sort(0, Qt::DescendingOrder);
    QCOMPARE(names(), (std::vector<QString>{u"b"_s, u"B"_s, u"b"_s, u"A"_s, u"a"_s}));
    m_model->sort(-1);
    QCOMPARE(names(), (std::vector<QString>{u"b"_s, u"A"_s, u"B"_s, u"a"_s, u"b"_s}));
}

/// By a part or by many, with NULs, which a text also ends with.
void BucketSortFilterModelTest::sortsTextsThatBeginAlike()
{
    QRandomGenerator random(8);
    Buckets buckets;
    for (int serial = 0; serial < 600; ++serial) {
        QString name = u"atlas-"_s + QString(random.bounded(12) * 8, u'x');
        for (int left = random.bounded(12); left > 0; --left)
            name += oneOf<QChar>(random, {QChar(0), QChar(u'a'), QChar(u'B'), QChar(u'감')});
        buckets.append(named(serial, name));
    }
    m_source->setBuckets(project(1), buckets);
    for (const auto order : {Qt::AscendingOrder, Qt::DescendingOrder}) {
        m_model->sort(0, order);
        compareWithNaive({}, 0, order);
    }
}

void BucketSortFilterModelTest::putsRowsWithoutAValueLast_data()
{
    QTest::addColumn<BucketColumn>("column");
    QTest::newRow("role") << BucketColumn::RoleId;
    QTest::newRow("private networking") << BucketColumn::PrivateNetworking;
    QTest::newRow("tenant") << BucketColumn::TenantId;
    QTest::newRow("project") << BucketColumn::Project;
}

void BucketSortFilterModelTest::putsRowsWithoutAValueLast()
{
    QFETCH(const BucketColumn, column);
    atlas::ExportBucket low = named(2, u"low"_s);
    low.text(atlas::BucketField::RoleId) = u""_s;
    low.flag(atlas::BucketField::PrivateNetworking) = false;
    low.text(atlas::BucketField::TenantId) = u""_s;
    atlas::ExportBucket high = named(3, u"high"_s);
    high.text(atlas::BucketField::RoleId) = u"z"_s;
    high.flag(atlas::BucketField::PrivateNetworking) = true;
    high.text(atlas::BucketField::TenantId) = u"z"_s;
    m_source->nameProject(project(2), u"a"_s);
    m_source->nameProject(project(3), u"b"_s);
    m_source->addBuckets(project(1), {named(1, u"none"_s)});
    m_source->addBuckets(project(3), {high});
    m_source->addBuckets(project(2), {low});
    m_model->sort(static_cast<int>(column), Qt::AscendingOrder);
    QCOMPARE(names(), (std::vector<QString>{u"low"_s, u"high"_s, u"none"_s}));
    m_model->sort(static_cast<int>(column), Qt::DescendingOrder);
    QCOMPARE(names(), (std::vector<QString>{u"high"_s, u"low"_s, u"none"_s}));
}

void BucketSortFilterModelTest::takesRowsWhileSortedAndFiltered()
{
    m_model->setFilterText(u"led"_s);
    m_model->sort(0);
    m_source->addBuckets(project(1), {named(1, u"ledger-m"_s), named(2, u"audit"_s)});
    m_source->addBuckets(project(1), {named(3, u"ledger-z"_s), named(4, u"ledger-a"_s)});
    m_source->addBuckets(project(1), {named(5, u"nothing"_s)});
    QCOMPARE(names(), (std::vector<QString>{u"ledger-a"_s, u"ledger-m"_s, u"ledger-z"_s}));
    m_model->setFilterText(QString());
    QCOMPARE(m_model->rowCount(), 5);
    QCOMPARE(names().front(), u"audit"_s);
    QCOMPARE(names().back(), u"nothing"_s);
}

void BucketSortFilterModelTest::hasHeadersWithoutRows()
{
    for (int column = 0; column < BucketTableModel::ColumnCount; ++column) {
        QCOMPARE(m_model->headerData(column, Qt::Horizontal),
                 m_source->headerData(column, Qt::Horizontal));
        QVERIFY(m_model->headerData(column, Qt::Horizontal).isValid());
    }
    m_source->setBuckets(project(1), {named(1, u"a"_s)});
    m_model->setFilterText(u"nowhere"_s);
    QCOMPARE(m_model->headerData(0, Qt::Horizontal).toString(), u"Name"_s);
}

void BucketSortFilterModelTest::tellsOfOneRunAtMost()
{
    Buckets buckets;
    for (int serial = 0; serial < 100; ++serial)
        buckets.append(named(serial, serial % 2 == 0 ? u"even"_s : u"odd"_s));
    m_source->setBuckets(project(1), buckets);
    m_model->sort(static_cast<int>(BucketColumn::Id), Qt::DescendingOrder);
    QSignalSpy inserted(m_model.get(), &QAbstractItemModel::rowsInserted);
    QSignalSpy removed(m_model.get(), &QAbstractItemModel::rowsRemoved);
    QSignalSpy reset(m_model.get(), &QAbstractItemModel::modelReset);
    const auto check = [&](int wantedInserted, int wantedRemoved) {
        QCOMPARE(inserted.count(), wantedInserted);
        QCOMPARE(removed.count(), wantedRemoved);
        QCOMPARE(reset.count(), 0);
        inserted.clear();
        removed.clear();
    };
    m_model->setFilterText(u"even"_s);
    check(0, 1);
    m_model->setFilterText(u"odd"_s);
    check(1, 1);
    m_model->setFilterText(QString());
    check(1, 0);
    m_source->addBuckets(project(1), {named(200, u"even"_s), named(201, u"odd"_s)});
    check(1, 0);
    m_model->sort(0);
    check(0, 0);
    QSet<atlas::BucketId> here;
    for (int serial = 0; serial < 202; ++serial)
        here.insert(id(serial));
    here.remove(id(7));
    m_source->removeOthers(project(1), here);
    check(0, 1);
}

void BucketSortFilterModelTest::hasNoChildrenWhereNothingMatches()
{
    m_source->setBuckets(project(1), {named(1, u"a"_s)});
    QVERIFY(m_model->hasChildren());
    m_model->setFilterText(u"nowhere"_s);
    QVERIFY(!m_model->hasChildren());
}

void BucketSortFilterModelTest::followsChangesOfCells()
{
    m_source->setBuckets(project(1), {named(1, u"a"_s), named(2, u"b"_s)});
    m_model->sort(static_cast<int>(BucketColumn::Region));
    m_model->setFilterText(u"region:ap-"_s);
    QCOMPARE(m_model->rowCount(), 0);
    m_source->setRegion(id(1), u"ap-z"_s);
    QTRY_COMPARE(m_model->rowCount(), 1);
    m_source->setRegion(id(2), u"ap-a"_s);
    QTRY_COMPARE(m_model->rowCount(), 2);
    QCOMPARE(names(), (std::vector<QString>{u"b"_s, u"a"_s}));
    // Sorted anew without a filter, too.
    m_model->setFilterText(QString());
    m_source->setRegion(id(2), u"zz"_s);
    QTRY_COMPARE(names(), (std::vector<QString>{u"a"_s, u"b"_s}));
}

void BucketSortFilterModelTest::survivesWithoutASource()
{
    m_source->setBuckets(project(1), {named(1, u"a"_s)});
    m_model->setSourceModel(nullptr);
    m_model->setFilterText(u"a"_s);
    m_model->sort(0);
    QCOMPARE(m_model->rowCount(), 0);
    QCOMPARE(m_model->columnCount(), 0);
    QVERIFY(!m_model->headerData(0, Qt::Horizontal).isValid());
    m_model->setSourceModel(m_source.get());
    QCOMPARE(m_model->rowCount(), 1);
}

/// Views are told of each run, unless there are many.
void BucketSortFilterModelTest::showsManyScatteredRowsGo()
{
    Buckets buckets;
    for (int serial = 0; serial < 200; ++serial)
        buckets.append(named(serial, u"%1"_s.arg(serial, 3)));
    m_source->setBuckets(project(1), buckets);
    QSignalSpy reset(m_model.get(), &QAbstractItemModel::modelReset);
    QSet<atlas::BucketId> even;
    for (int serial = 0; serial < 200; serial += 2)
        even.insert(id(serial));
    m_source->removeOthers(project(1), even);
    QCOMPARE(m_model->rowCount(), 100);
    QCOMPARE(reset.count(), 1);
    compareWithNaive({}, -1, Qt::AscendingOrder);
}

QTEST_GUILESS_MAIN(BucketSortFilterModelTest)
#include "tst_bucketsortfiltermodel.moc"
