// SPDX-License-Identifier: Apache-2.0
#include "sortfiltertest.h"

using namespace Qt::Literals::StringLiterals;
using models::BucketSortFilterModel;
using models::BucketTableModel;

atlas::ProjectId SortFilterTest::project(int number)
{
    return *atlas::ProjectId::fromHex(u"5f%1"_s.arg(number, 22, 16, QChar(u'0')));
}

atlas::BucketId SortFilterTest::id(int serial)
{
    return *atlas::BucketId::fromHex(
        u"%1%2"_s.arg(0x65f1a2b3 + serial % 7 * 86'400, 8, 16, QChar(u'0'))
            .arg(serial, 16, 16, QChar(u'0')));
}

atlas::ExportBucket SortFilterTest::named(int serial, const QString &name)
{
    atlas::ExportBucket bucket;
    bucket.id = id(serial);
    bucket.text(atlas::BucketField::Name) = name;
    bucket.text(atlas::BucketField::Provider) = u"AWS"_s;
    return bucket;
}

void SortFilterTest::init()
{
    m_source = std::make_unique<buckets::BucketStore>();
    m_table = std::make_unique<BucketTableModel>(*m_source, m_use);
    m_model = std::make_unique<BucketSortFilterModel>();
    m_tester = std::make_unique<QAbstractItemModelTester>(
        m_model.get(), QAbstractItemModelTester::FailureReportingMode::QtTest);
    m_model->setSourceModel(m_table.get());
}

void SortFilterTest::cleanup()
{
    m_tester.reset();
    m_model.reset();
    m_table.reset();
    m_source.reset();
}
