// SPDX-License-Identifier: Apache-2.0
#include "base/texts/showntext.h"
#include "buckets/rows/bucketstore.h"
#include "buckets/search/slicedsort.h"
#include "buckets/usage/bucketsinuse.h"
#include "models/bucketsortfiltermodel.h"
#include "models/buckettablemodel.h"
#include "models/duplicatesmodel.h"
#include "models/roles.h"

#include <QAbstractItemModelTester>
#include <QLocale>
#include <QRandomGenerator>
#include <QSignalSpy>
#include <QTest>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;
using buckets::BucketStore;
using models::BucketSortFilterModel;
using models::BucketTableModel;
using models::DuplicatesModel;
using Column = DuplicatesModel::Column;

namespace {

const QString Role = u"60113b99ce5a6a3d72ea7454"_s;
const QString OtherRole = u"60113b99ce5a6a3d72ea7455"_s;

atlas::ProjectId project(quint64 serial)
{
    return *atlas::ProjectId::fromHex(u"5f000000%1"_s.arg(serial, 16, 16, QChar(u'0')));
}

atlas::ExportBucket bucket(quint64 serial, const QString &name, const QString &provider,
                           const std::optional<QString> &role)
{
    atlas::ExportBucket made;
    made.id = *atlas::BucketId::fromHex(u"65f1a2b3%1"_s.arg(serial, 16, 16, QChar(u'0')));
    made.text(atlas::BucketField::Name) = name;
    made.text(atlas::BucketField::Provider) = provider;
    made.text(atlas::BucketField::RoleId) = role;
    return made;
}

} // namespace

class DuplicatesModelTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void groupsByProviderNameAndRole();
    void tellsEachGroup();
    void sorts_data();
    void sorts();
    void findsExactlyTheGroup();
    void keepsTheSelectionWhileRowsCome();
    void keepsTheSelectionWhenRowsGo();
    void followsAFilter();
    void forgetsRowsThatGo();
    void elidesManyIds();
    void sortsInSlices_data();
    void sortsInSlices();

private:
    QString text(int row, Column column, int role = Qt::DisplayRole) const
    {
        return m_model->index(row, static_cast<int>(column)).data(role).toString();
    }
    QStringList names() const
    {
        QStringList all;
        for (int row = 0; row < m_model->rowCount(); ++row)
            all.append(text(row, Column::Name));
        return all;
    }
    void add(quint64 inProject, const QList<atlas::ExportBucket> &buckets)
    {
        m_buckets->addBuckets(project(inProject), buckets);
        m_model->refresh();
        QTRY_VERIFY(m_model->isUpToDate());
    }

    buckets::BucketsInUse m_use;
    std::unique_ptr<BucketStore> m_buckets;
    std::unique_ptr<BucketTableModel> m_table;
    std::unique_ptr<DuplicatesModel> m_model;
    std::unique_ptr<QAbstractItemModelTester> m_tester;
};

/// `ledger` three times, `audit` twice, and what is like them but for one thing.
void DuplicatesModelTest::init()
{
    QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedStates));
    m_tester.reset();
    m_model.reset();
    m_buckets = std::make_unique<BucketStore>();
    m_table = std::make_unique<BucketTableModel>(*m_buckets, m_use);
    m_buckets->addBuckets(
        project(1),
        {bucket(1, u"audit"_s, u"AZURE"_s, OtherRole), bucket(2, u"ledger"_s, u"AWS"_s, Role),
         bucket(3, u"ledger"_s, u"AWS"_s, Role), bucket(4, u"ledger"_s, u"AWS"_s, OtherRole),
         bucket(5, u"ledger"_s, u"GCP"_s, Role), bucket(6, u"ledger"_s, u"AWS"_s, std::nullopt),
         bucket(7, u"ledger-2"_s, u"AWS"_s, Role)});
    m_buckets->addBuckets(
        project(2),
        {bucket(8, u"ledger"_s, u"AWS"_s, Role), bucket(9, u"audit"_s, u"AZURE"_s, OtherRole)});
    m_model = std::make_unique<DuplicatesModel>();
    m_tester = std::make_unique<QAbstractItemModelTester>(
        m_model.get(), QAbstractItemModelTester::FailureReportingMode::QtTest);
    m_model->setRows(m_table.get());
    m_model->setActive(true);
    QTRY_VERIFY(m_model->isUpToDate());
}

void DuplicatesModelTest::groupsByProviderNameAndRole()
{
    QCOMPARE(names(), QStringList({u"ledger"_s, u"audit"_s}));
    QCOMPARE(m_model->registrationCount(), 5);
}

void DuplicatesModelTest::tellsEachGroup()
{
    QCOMPARE(text(0, Column::Provider), u"AWS"_s);
    QCOMPARE(text(0, Column::RoleId), Role);
    QCOMPARE(text(0, Column::Registrations), u"3"_s);
    QCOMPARE(text(0, Column::Unused), u"—"_s);
    QVERIFY(!text(0, Column::Unused, Qt::ToolTipRole).isEmpty());
    QVERIFY(m_model->index(0, static_cast<int>(Column::Unused)).data(models::AbsentRole).toBool());
    QCOMPARE(text(0, Column::Projects), u"2"_s);
    const QString ids =
        u"65f1a2b30000000000000002, 65f1a2b30000000000000003, 65f1a2b30000000000000008"_s;
    QCOMPARE(text(0, Column::Ids), ids);
    QCOMPARE(text(0, Column::Ids, models::FullTextRole), ids);
    const QStringList headers{u"Name"_s,   u"Provider"_s, u"Role ID"_s, u"Registrations"_s,
                              u"Unused"_s, u"Projects"_s, u"Kind"_s,    u"IDs"_s};
    for (int column = 0; column < DuplicatesModel::ColumnCount; ++column)
        QCOMPARE(m_model->headerData(column, Qt::Horizontal).toString(), headers[column]);
    QVERIFY(!m_model->headerData(DuplicatesModel::ColumnCount, Qt::Horizontal).isValid());
}

void DuplicatesModelTest::sorts_data()
{
    QTest::addColumn<int>("column");
    QTest::addColumn<Qt::SortOrder>("order");
    QTest::addColumn<QStringList>("names");

    const QStringList ledgerFirst{u"ledger"_s, u"audit"_s, u"Zoo"_s};
    const auto add = [](const char *what, Column column, Qt::SortOrder order,
                        const QStringList &sorted) {
        QTest::addRow("%s", what) << static_cast<int>(column) << order << sorted;
    };
    add("name", Column::Name, Qt::AscendingOrder, {u"audit"_s, u"ledger"_s, u"Zoo"_s});
    add("name, down", Column::Name, Qt::DescendingOrder, {u"Zoo"_s, u"ledger"_s, u"audit"_s});
    add("provider", Column::Provider, Qt::AscendingOrder, {u"ledger"_s, u"audit"_s, u"Zoo"_s});
    add("role, missing last", Column::RoleId, Qt::AscendingOrder, ledgerFirst);
    add("role, missing last, down", Column::RoleId, Qt::DescendingOrder,
        {u"audit"_s, u"ledger"_s, u"Zoo"_s});
    add("count", Column::Registrations, Qt::AscendingOrder, {u"audit"_s, u"Zoo"_s, u"ledger"_s});
    add("count, down", Column::Registrations, Qt::DescendingOrder, ledgerFirst);
    add("usage that is not known", Column::Unused, Qt::AscendingOrder, ledgerFirst);
    add("projects", Column::Projects, Qt::AscendingOrder, {u"Zoo"_s, u"ledger"_s, u"audit"_s});
    add("IDs", Column::Ids, Qt::DescendingOrder, {u"Zoo"_s, u"ledger"_s, u"audit"_s});
    QTest::addRow("nothing") << -1 << Qt::AscendingOrder << ledgerFirst;
}

void DuplicatesModelTest::sorts()
{
    QFETCH(const int, column);
    QFETCH(const Qt::SortOrder, order);
    QFETCH(const QStringList, names);
    add(1,
        {bucket(20, u"Zoo"_s, u"GCP"_s, std::nullopt),
         bucket(21, u"Zoo"_s, u"GCP"_s, std::nullopt)});
    m_model->sort(column, order);
    QTRY_VERIFY(m_model->isUpToDate());
    QCOMPARE(this->names(), names);
}

void DuplicatesModelTest::findsExactlyTheGroup()
{
    add(1,
        {bucket(20, u"감사 보관"_s, u"OCI"_s, Role), bucket(21, u"감사 보관"_s, u"OCI"_s, Role)});
    BucketSortFilterModel filtered;
    filtered.setSourceModel(m_table.get());
    QCOMPARE(m_model->rowCount(), 3);
    for (int row = 0; row < 3; ++row) {
        filtered.setFilterText(text(row, Column::Name, models::TermRole));
        QCOMPARE(QString::number(filtered.rowCount()), text(row, Column::Registrations));
    }
}

void DuplicatesModelTest::keepsTheSelectionWhileRowsCome()
{
    const QPersistentModelIndex audit = m_model->index(1, 2);
    QSignalSpy reset(m_model.get(), &QAbstractItemModel::modelReset);
    add(3,
        {bucket(20, u"new"_s, u"AWS"_s, Role), bucket(21, u"new"_s, u"AWS"_s, Role),
         bucket(22, u"new"_s, u"AWS"_s, Role), bucket(23, u"new"_s, u"AWS"_s, Role)});
    QCOMPARE(names(), QStringList({u"new"_s, u"ledger"_s, u"audit"_s}));
    QCOMPARE(audit.row(), 2);
    QCOMPARE(audit.column(), 2);
    QCOMPARE(reset.count(), 0);
}

void DuplicatesModelTest::keepsTheSelectionWhenRowsGo()
{
    const QPersistentModelIndex ledger = m_model->index(0, 0);
    const QPersistentModelIndex audit = m_model->index(1, 0);
    QSignalSpy reset(m_model.get(), &QAbstractItemModel::modelReset);
    add(3, {bucket(20, u"new"_s, u"AWS"_s, Role), bucket(21, u"new"_s, u"AWS"_s, Role)});
    m_buckets->removeOtherProjects({project(1), project(3)});
    QTRY_COMPARE(names(), QStringList({u"ledger"_s, u"new"_s}));
    QCOMPARE(ledger.row(), 0);
    QVERIFY(!audit.isValid());
    QCOMPARE(reset.count(), 0);
    QCOMPARE(text(0, Column::Ids), u"65f1a2b30000000000000002, 65f1a2b30000000000000003"_s);
}

void DuplicatesModelTest::followsAFilter()
{
    BucketSortFilterModel filtered;
    filtered.setSourceModel(m_table.get());
    m_model->setRows(&filtered);
    QTRY_COMPARE(m_model->rowCount(), 2);
    filtered.setFilterText(u"provider:azure"_s);
    QTRY_COMPARE(names(), QStringList({u"audit"_s}));
    filtered.setSourceModel(nullptr);
    QTRY_COMPARE(m_model->rowCount(), 0);
}

void DuplicatesModelTest::forgetsRowsThatGo()
{
    m_model->refresh();
    m_buckets->clear();
    QCOMPARE(m_model->rowCount(), 0);
    QTRY_VERIFY(m_model->isUpToDate());
    QCOMPARE(m_model->rowCount(), 0);
}

void DuplicatesModelTest::elidesManyIds()
{
    QList<atlas::ExportBucket> many;
    for (quint64 serial = 100; serial < 200; ++serial)
        many.append(bucket(serial, u"many"_s, u"AWS"_s, Role));
    add(1, many);
    QCOMPARE(text(0, Column::Registrations), u"100"_s);
    QVERIFY(text(0, Column::Ids).endsWith(u", …"_s));
    QCOMPARE(text(0, Column::Ids, models::FullTextRole).split(u", "_s).size(), 100);
}

void DuplicatesModelTest::sortsInSlices_data()
{
    QTest::addColumn<int>("size");
    for (const int size : {0, 1, 2, 255, 256, 257, 512, 700, 5000, 10000})
        QTest::addRow("%d", size) << size;
}

void DuplicatesModelTest::sortsInSlices()
{
    QFETCH(const int, size);
    QRandomGenerator random(1);
    std::vector<quint32> numbers;
    for (int i = 0; i < size; ++i)
        numbers.push_back(random.generate());
    const auto isBefore = [](quint32 left, quint32 right) {
        return left % 100 < right % 100;
    };
    buckets::SlicedSort sort(numbers, isBefore);
    while (sort.step()) { }
    std::stable_sort(numbers.begin(), numbers.end(), isBefore);
    QVERIFY(sort.numbers() == numbers);
}

QTEST_GUILESS_MAIN(DuplicatesModelTest)
#include "tst_duplicatesmodel.moc"
