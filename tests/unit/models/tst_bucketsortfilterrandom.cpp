// SPDX-License-Identifier: Apache-2.0
#include "models/roles.h"
#include "sortfiltertest.h"

#include <QItemSelectionModel>
#include <QRandomGenerator>
#include <QSignalSpy>
#include <QTest>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;
using atlas::BucketField;
using models::BucketTableModel;

namespace {

template<class T>
T oneOf(QRandomGenerator &random, const QList<T> &values)
{
    return values[random.bounded(static_cast<int>(values.size()))];
}

/// What the words of a filter are looked for in.
QString searchedText(const BucketTableModel &source, int row)
{
    QStringList texts;
    for (int column = 0; column < BucketTableModel::ColumnCount; ++column) {
        const QModelIndex cell = source.index(row, column);
        const auto kind =
            static_cast<BucketTableModel::CellKind>(cell.data(models::CellKindRole).toInt());
        if (kind == BucketTableModel::CellKind::Value
            || column == static_cast<int>(BucketField::Project))
            texts.append(cell.data().toString());
    }
    texts.append(source.store().bucketAt(row).provider().apiText());
    return texts.join(u'\n').toCaseFolded();
}

/// What a cell is sorted by; invalid for cells without a value.
QVariant sortValue(const BucketTableModel &source, int row, BucketField column)
{
    const QVariant value = source.index(row, static_cast<int>(column)).data(models::ValueRole);
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
    const auto column = static_cast<BucketField>(sortColumn);
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

/// The filtered and sorted table against a simple one, after random changes.
class SortFilterRandomTest : public SortFilterTest
{
    Q_OBJECT

private Q_SLOTS:
    void showsWhatANaiveModelShows_data();
    void showsWhatANaiveModelShows();
    void keepsSelectionAndPersistentIndexes();
    void sortsTextsThatBeginAlike();
    void showsManyScatteredRowsGo();

private:
    static atlas::ExportBucket randomBucket(QRandomGenerator &random, int serial);
    void compareWithNaive(const QString &filter, int sortColumn, Qt::SortOrder order) const;
};

/// Of few values, so that many rows are alike.
atlas::ExportBucket SortFilterRandomTest::randomBucket(QRandomGenerator &random, int serial)
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

void SortFilterRandomTest::compareWithNaive(const QString &filter, int sortColumn,
                                            Qt::SortOrder order) const
{
    const std::vector<int> expected = naiveRows(table(), filter, sortColumn, order);
    QCOMPARE(model().sourceRows(), expected);
    QCOMPARE(model().rowCount(), static_cast<int>(expected.size()));
    std::vector<int> places(static_cast<std::size_t>(source().rowCount()), -1);
    for (int row = 0; row < model().rowCount(); ++row) {
        const int sourceRow = model().mapToSource(model().index(row, 3)).row();
        QCOMPARE(sourceRow, expected[static_cast<std::size_t>(row)]);
        places[static_cast<std::size_t>(sourceRow)] = row;
    }
    for (int row = 0; row < source().rowCount(); ++row)
        QCOMPARE(model().mapFromSource(table().index(row, 3)).row(),
                 places[static_cast<std::size_t>(row)]);
}

void SortFilterRandomTest::showsWhatANaiveModelShows_data()
{
    QTest::addColumn<quint32>("seed");
    for (quint32 seed = 1; seed <= 4; ++seed)
        QTest::addRow("%u", seed) << seed;
}

void SortFilterRandomTest::showsWhatANaiveModelShows()
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
            source().addBuckets(one, someBuckets(12));
            break;
        case 3: { // Some go, in many runs or in few.
            QSet<atlas::BucketId> here;
            const int most = random.bounded(2) == 0 ? 2 : 20;
            for (int row = 0; row < source().rowCount(); ++row) {
                if (random.bounded(most) > 0)
                    here.insert(source().idAt(row));
            }
            source().removeOthers(one, here);
            break;
        }
        case 4:
            if (random.bounded(4) == 0)
                source().removeOtherProjects({project(0), project(1), project(2)});
            break;
        case 5:
            if (random.bounded(8) == 0)
                source().setBuckets(one, someBuckets(30));
            break;
        case 6: // Cells change.
            for (int row = 0; row < source().rowCount(); row += 5) {
                auto bucket = randomBucket(random, 0);
                bucket.id = source().idAt(row);
                source().addBuckets(source().projectAt(row), {bucket});
            }
            break;
        case 7:
            source().nameProject(one, oneOf<QString>(random, {u"Payments"_s, u"Audit – 감사"_s}));
            break;
        case 8:
            if (source().rowCount() > 0)
                source().setRegion(source().idAt(random.bounded(source().rowCount())),
                                   oneOf<QString>(random, {u"ap-1"_s, u"eu-1"_s}));
            break;
        case 9:
        case 10:
            filter =
                oneOf<QString>(random,
                               {u""_s, u"l"_s, u"led"_s, u"audit a"_s, u"google"_s, u"gcp"_s,
                                u"required"_s, u"60113b9a"_s, u"65f"_s, u"2024"_s, u"감사 aws"_s,
                                u"ap-"_s, u"nowhere"_s, u"5f00000"_s, u"12:57"_s});
            model().setFilterText(filter);
            break;
        default:
            sortColumn = random.bounded(BucketTableModel::ColumnCount + 1) - 1;
            order = random.bounded(2) == 0 ? Qt::AscendingOrder : Qt::DescendingOrder;
            model().sort(sortColumn, order);
            break;
        }
        // What has changed in cells shows a moment later.
        QTRY_VERIFY(model().isUpToDate());
        compareWithNaive(filter, sortColumn, order);
        if (QTest::currentTestFailed())
            return;
    }
}

void SortFilterRandomTest::keepsSelectionAndPersistentIndexes()
{
    QRandomGenerator random(3);
    Buckets buckets;
    for (int serial = 0; serial < 60; ++serial)
        buckets.append(randomBucket(random, serial));
    source().setBuckets(project(1), buckets);
    QItemSelectionModel selection(&model());
    QHash<atlas::BucketId, QPersistentModelIndex> kept;
    const auto idAt = [this](const QModelIndex &index) {
        return source().idAt(model().mapToSource(index).row());
    };
    for (int row = 0; row < 60; row += 3) {
        const QModelIndex index = model().index(row, row % 5);
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
        model().sort(column, Qt::DescendingOrder);
        check();
    }
    source().addBuckets(project(2), {randomBucket(random, 100), randomBucket(random, 101)});
    check();
    // Those that are not selected go; the project of the others is gone.
    source().removeOtherProjects({project(1)});
    check();
    QSet<atlas::BucketId> here = wanted;
    for (int row = 0; row < 30; ++row)
        here.insert(source().idAt(row));
    source().removeOthers(project(1), here);
    check();
}

/// By a part or by many, with NULs, which a text also ends with.
void SortFilterRandomTest::sortsTextsThatBeginAlike()
{
    QRandomGenerator random(8);
    Buckets buckets;
    for (int serial = 0; serial < 600; ++serial) {
        QString name = u"atlas-"_s + QString(random.bounded(12) * 8, u'x');
        for (int left = random.bounded(12); left > 0; --left)
            name += oneOf<QChar>(random, {QChar(0), QChar(u'a'), QChar(u'B'), QChar(u'감')});
        buckets.append(named(serial, name));
    }
    source().setBuckets(project(1), buckets);
    for (const auto order : {Qt::AscendingOrder, Qt::DescendingOrder}) {
        model().sort(0, order);
        compareWithNaive({}, 0, order);
    }
}

/// Views are told of each run, unless there are many.
void SortFilterRandomTest::showsManyScatteredRowsGo()
{
    Buckets buckets;
    for (int serial = 0; serial < 200; ++serial)
        buckets.append(named(serial, u"%1"_s.arg(serial, 3)));
    source().setBuckets(project(1), buckets);
    QSignalSpy reset(&model(), &QAbstractItemModel::modelReset);
    QSet<atlas::BucketId> even;
    for (int serial = 0; serial < 200; serial += 2)
        even.insert(id(serial));
    source().removeOthers(project(1), even);
    QCOMPARE(model().rowCount(), 100);
    QCOMPARE(reset.count(), 1);
    compareWithNaive({}, -1, Qt::AscendingOrder);
}

QTEST_GUILESS_MAIN(SortFilterRandomTest)
#include "tst_bucketsortfilterrandom.moc"
