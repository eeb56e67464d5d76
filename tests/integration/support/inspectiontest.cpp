// SPDX-License-Identifier: Apache-2.0
#include "inspectiontest.h"

#include "models/roles.h"
#include "tests/atlassim/world/backupmaker.h"

#include <QSignalSpy>
#include <QTest>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;
using atlassim::Fault;
using atlassim::Simulator;
using buckets::BucketInspector;
using models::BucketTableModel;

namespace sample = atlassim::sample;

QString InspectionTest::clusterPath(const QString &project, const QString &cluster)
{
    return u"/api/atlas/v2/groups/%1/clusters/%2"_s.arg(project, cluster);
}

void InspectionTest::failAlways(const QString &path, int status)
{
    Fault fault;
    fault.pathPrefix = path;
    fault.status = status;
    fault.times = Fault::Forever;
    m_simulator->addFault(fault);
}

void InspectionTest::init()
{
    m_simulator = std::make_unique<Simulator>(sample::world());
    QVERIFY(m_simulator->listen());
    startSession(testsupport::serviceAccount());
}

void InspectionTest::cleanup()
{
    m_session.reset();
    m_simulator.reset();
}

void InspectionTest::startSession(const accounts::Credential &credential)
{
    Session::Settings settings = testsupport::sessionSettings(m_simulator->baseUrl(), credential);
    settings.values.readRegions = false;
    m_session = std::make_unique<Session>(settings);
}

void InspectionTest::open(const QString &project)
{
    m_session->pager().open(*atlas::ProjectId::fromHex(project));
    QTRY_COMPARE(m_session->pager().state(), buckets::BucketPager::State::Ready);
    m_simulator->clearSeenRequests();
}

void InspectionTest::openWithClusters(int clusters, int jobsEach)
{
    atlassim::Project &project = *m_simulator->world().project(QString(sample::DataWarehouse));
    project.clusters.clear();
    atlassim::addClusters(project, clusters, jobsEach);
    open(sample::DataWarehouse);
}

void InspectionTest::select(int row)
{
    const QSignalSpy still(&inspector(), &BucketInspector::detailsChanged);
    inspector().setBucket(*m_session->pager().project(), m_session->buckets().bucketAt(row));
    QTRY_VERIFY(!still.isEmpty());
    wait();
}

void InspectionTest::wait()
{
    QTRY_VERIFY_WITH_TIMEOUT(!inspector().isReading(), 20'000);
}

int InspectionTest::calls(const QString &part) const
{
    const auto seen = m_simulator->seenRequests();
    return static_cast<int>(std::count_if(seen.begin(), seen.end(), [&part](const auto &request) {
        return part.isEmpty() || request.path.contains(part);
    }));
}

QString InspectionTest::tableText(int row, BucketTableModel::Column column) const
{
    return models::fullText(m_session->shownTable().index(row, static_cast<int>(column)));
}
