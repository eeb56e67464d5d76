// SPDX-License-Identifier: Apache-2.0
#include "inventorytest.h"

#include "insight/advice/inventorytext.h"

#include <QTest>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;
using atlassim::Fault;
using atlassim::Simulator;

namespace {

const auto BucketsEnd = u"/backup/exportBuckets"_s;

} // namespace

QString InventoryTest::bucketsPath(const QString &project)
{
    return u"/api/atlas/v2/groups/"_s + project + BucketsEnd;
}

Fault InventoryTest::failure(const QString &project, int status, int times)
{
    Fault fault;
    fault.pathPrefix = bucketsPath(project);
    fault.status = status;
    fault.times = times;
    return fault;
}

QSet<QString> InventoryTest::idsOf(const atlassim::Project &project)
{
    QSet<QString> ids;
    for (const atlassim::Bucket &bucket : project.buckets)
        ids.insert(bucket.id);
    return ids;
}

void InventoryTest::start(const atlassim::World &world, const net::RetryPolicy &retries)
{
    startServer(world);
    auto settings =
        testsupport::sessionSettings(m_simulator->baseUrl(), testsupport::serviceAccount());
    settings.retries = retries;
    m_session = std::make_unique<Session>(settings);
}

void InventoryTest::startServer(const atlassim::World &world, quint16 port)
{
    m_simulator = std::make_unique<Simulator>(world);
    QVERIFY(m_simulator->listen(port));
}

void InventoryTest::readProjects()
{
    m_session->projects().refresh();
    QTRY_COMPARE(m_session->projects().state(), models::ProjectListModel::State::Ready);
}

void InventoryTest::cleanup()
{
    m_session.reset();
    m_simulator.reset();
}

QString InventoryTest::text()
{
    return insight::inventoryText(inventory());
}

QSet<QString> InventoryTest::rows()
{
    const buckets::BucketStore &buckets = inventory().buckets();
    QSet<QString> ids;
    for (int row = 0; row < buckets.rowCount(); ++row)
        ids.insert(buckets.idAt(row).toHex());
    return ids.size() == buckets.rowCount() ? ids : QSet<QString>{u"doubled"_s};
}

int InventoryTest::bucketCalls() const
{
    const auto seen = m_simulator->seenRequests();
    return static_cast<int>(std::count_if(seen.begin(), seen.end(), [](const auto &request) {
        return request.path.endsWith(BucketsEnd);
    }));
}
