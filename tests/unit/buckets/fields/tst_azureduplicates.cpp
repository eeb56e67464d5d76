// SPDX-License-Identifier: Apache-2.0
#include "buckets/rows/bucketstore.h"
#include "buckets/usage/bucketsinuse.h"
#include "models/bucketsortfiltermodel.h"
#include "models/buckettablemodel.h"
#include "models/duplicatesmodel.h"
#include "models/roles.h"

#include <QTest>

#include <memory>

using namespace Qt::Literals::StringLiterals;
using buckets::BucketStore;
using models::BucketSortFilterModel;
using models::BucketTableModel;
using models::DuplicatesModel;
using Column = DuplicatesModel::Column;

namespace {

atlas::ProjectId project(int serial)
{
    return *atlas::ProjectId::fromHex(u"5f%1"_s.arg(serial, 22, 16, QChar(u'0')));
}

/// A container of Azure; or a bucket of another provider that has such a field all the same.
atlas::ExportBucket bucket(int serial, const std::optional<QString> &serviceUrl,
                           const QString &provider = u"AZURE"_s)
{
    atlas::ExportBucket made;
    made.id = *atlas::BucketId::fromHex(u"65f1a2b3%1"_s.arg(serial, 16, 16, QChar(u'0')));
    made.text(atlas::BucketField::Name) = u"backups"_s;
    made.text(atlas::BucketField::Provider) = provider;
    made.text(atlas::BucketField::RoleId) = u"60113b99ce5a6a3d72ea7454"_s;
    made.text(atlas::BucketField::ServiceUrl) = serviceUrl;
    return made;
}

const auto One = u"https://one.blob.core.windows.net"_s;
const auto Two = u"https://two.blob.core.windows.net"_s;

} // namespace

/// Containers of Azure are the same only in the same storage account.
class AzureDuplicatesTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void tellsAccountsApart_data();
    void tellsAccountsApart();
    void tellsDuplicatesFromShared();
    void leadsToTheRows();
    void keepsTheSelectionByAccount();

private:
    void look()
    {
        m_model->refresh();
        QTRY_VERIFY(m_model->isUpToDate());
    }
    QString text(int row, Column column, int role = Qt::DisplayRole) const
    {
        return m_model->index(row, static_cast<int>(column)).data(role).toString();
    }

    buckets::BucketsInUse m_use;
    std::unique_ptr<BucketStore> m_buckets;
    std::unique_ptr<BucketTableModel> m_table;
    std::unique_ptr<DuplicatesModel> m_model;
};

void AzureDuplicatesTest::init()
{
    m_model = std::make_unique<DuplicatesModel>();
    m_buckets = std::make_unique<BucketStore>();
    m_table = std::make_unique<BucketTableModel>(*m_buckets, m_use);
    m_model->setRows(m_table.get());
    m_model->setActive(true);
}

void AzureDuplicatesTest::tellsAccountsApart_data()
{
    using Url = std::optional<QString>;
    QTest::addColumn<Url>("url");
    QTest::addColumn<Url>("other");
    QTest::addColumn<bool>("isSame");
    QTest::newRow("same") << Url(One) << Url(One) << true;
    QTest::newRow("another account") << Url(One) << Url(Two) << false;
    QTest::newRow("slash") << Url(One) << Url(One + u'/') << true;
    QTest::newRow("the container's") << Url(One) << Url(One + u"/backups"_s) << true;
    QTest::newRow("the container's, slash") << Url(One + u'/') << Url(One + u"/backups/"_s) << true;
    QTest::newRow("upper case") << Url(One) << Url(u"https://ONE.blob.core.windows.net"_s) << true;
    QTest::newRow("port") << Url(One) << Url(One + u":443"_s) << true;
    QTest::newRow("another container") << Url(One) << Url(One + u"/others"_s) << false;
    QTest::newRow("another container, twice") << Url(One + u"/x"_s) << Url(One + u"/x"_s) << true;
    QTest::newRow("the container's of another account")
        << Url(One + u"/backups"_s) << Url(Two + u"/backups"_s) << false;
    QTest::newRow("none in one") << Url(One) << Url() << false;
    QTest::newRow("none") << Url() << Url() << true;
    QTest::newRow("odd, twice") << Url(u"one"_s) << Url(u"one"_s) << true;
    QTest::newRow("odd") << Url(u"one"_s) << Url(u"two"_s) << false;
}

void AzureDuplicatesTest::tellsAccountsApart()
{
    QFETCH(const std::optional<QString>, url);
    QFETCH(const std::optional<QString>, other);
    QFETCH(const bool, isSame);
    m_buckets->addBuckets(project(1), {bucket(1, url), bucket(2, other)});
    look();
    QCOMPARE(m_model->rowCount(), isSame ? 1 : 0);
}

void AzureDuplicatesTest::tellsDuplicatesFromShared()
{
    m_buckets->addBuckets(project(1), {bucket(1, One), bucket(2, One)});
    look();
    QCOMPARE(text(0, Column::Kind), u"Duplicate"_s);
    m_buckets->addBuckets(project(2), {bucket(3, One)});
    look();
    QCOMPARE(text(0, Column::Kind), u"Duplicate, shared"_s);
    m_buckets->addBuckets(project(1), {bucket(4, Two)});
    m_buckets->addBuckets(project(2), {bucket(5, Two)});
    look();
    QCOMPARE(m_model->rowCount(), 2);
    QCOMPARE(text(1, Column::Kind), u"Shared"_s);
    QVERIFY(text(1, Column::Kind, Qt::ToolTipRole).contains(u"once in each"_s));
    m_model->sort(static_cast<int>(Column::Kind), Qt::DescendingOrder);
    QTRY_COMPARE(text(0, Column::Kind), u"Shared"_s);
}

void AzureDuplicatesTest::leadsToTheRows()
{
    m_buckets->addBuckets(project(1),
                          {bucket(1, One), bucket(2, One + u"/backups"_s), bucket(3, One + u'/'),
                           bucket(4, Two), bucket(5, Two), bucket(6, One, u"AWS"_s)});
    look();
    QCOMPARE(m_model->rowCount(), 2);
    BucketSortFilterModel filtered;
    filtered.setSourceModel(m_table.get());
    for (int row = 0; row < 2; ++row) {
        filtered.setFilterText(text(row, Column::Name, models::TermRole));
        QCOMPARE(QString::number(filtered.rowCount()), text(row, Column::Registrations));
    }
}

void AzureDuplicatesTest::keepsTheSelectionByAccount()
{
    m_buckets->addBuckets(project(1),
                          {bucket(1, One), bucket(2, One), bucket(3, Two), bucket(4, Two)});
    look();
    const QPersistentModelIndex two = m_model->index(1, 0);
    m_buckets->addBuckets(project(1), {bucket(5, Two)});
    look();
    QCOMPARE(text(0, Column::Registrations), u"3"_s);
    QCOMPARE(two.row(), 0);
}

QTEST_GUILESS_MAIN(AzureDuplicatesTest)
#include "tst_azureduplicates.moc"
