// SPDX-License-Identifier: Apache-2.0
#include "insight/check/projectcheck.h"

#include "atlas/calls/requests.h"
#include "buckets/reading/failurestreak.h"
#include "buckets/reading/readinglimits.h"
#include "insight/check/factsof.h"

#include <QPointer>

#include <algorithm>
#include <utility>

namespace insight {

using buckets::BucketReader;
using buckets::ProjectUsage;
using buckets::RoleReader;

namespace {

/// Usage that is wanted again and again although it has been read is given up: what is missing then
/// stays so.
constexpr int MostRepeats = 3;

template<class T>
bool hasFailedSo(const Part<T> &part)
{
    return part.error && !part.isWhole() && buckets::concernsAllProjects(*part.error);
}

} // namespace

ProjectCheck::ProjectCheck(const CheckReaders &readers, const atlas::Project &project,
                           QObject *parent)
    : QObject(parent), m_readers(readers), m_usage(readers.usages.of(project.id)),
      m_queue(buckets::limits::CallsAtATime),
      m_alerts(
          readers.client, m_queue,
          [id = project.id](const atlas::PageRequest &page) {
              return atlas::listAlertConfigurations(id, page);
          },
          [this](const auto &error) { noteListEnd(error); }),
      m_endpoints(
          readers.client, m_queue,
          [id = project.id](const atlas::PageRequest &page) {
              return atlas::listPrivateEndpoints(id, page);
          },
          [this](const auto &error) { noteListEnd(error); })
{
    m_facts.project = project;
    m_turn.setSingleShot(true);
    m_turn.setInterval(0);
    connect(&m_turn, &QTimer::timeout, this, &ProjectCheck::goOn);
    connect(&m_queue, &buckets::CallQueue::waitingChanged, this, &ProjectCheck::loadChanged);
}

buckets::CallLoad ProjectCheck::load() const
{
    if (m_state != State::Reading)
        return {};
    buckets::CallLoad load = m_usage->load() + m_queue.load();
    const bool readsRoles = m_wereRolesAsked && m_readers.roles.isReading(project().id);
    load = load + buckets::CallLoad{readsRoles ? 1 : 0, readsRoles ? 1 : 0};
    for (const atlas::BucketId bucket : m_regions)
        load = load + buckets::CallLoad{1, m_readers.buckets.isWaiting(bucket) ? 0 : 1};
    return load;
}

bool ProjectCheck::hasFailedForAll() const
{
    const QList<ClusterFacts> &clusters = m_facts.clusters.value;
    return hasFailedSo(m_facts.buckets) || hasFailedSo(m_facts.clusters)
        || hasFailedSo(m_facts.roles) || hasFailedSo(m_facts.alerts)
        || hasFailedSo(m_facts.endpoints)
        || std::any_of(
               m_unreadRegions.begin(), m_unreadRegions.end(),
               [](const auto &error) { return error && buckets::concernsAllProjects(*error); })
        || std::any_of(clusters.begin(), clusters.end(), [](const ClusterFacts &cluster) {
               return hasFailedSo(cluster.schedule) || hasFailedSo(cluster.jobs);
           });
}

void ProjectCheck::start()
{
    m_state = State::Reading;
    const buckets::Sweep &sweep = m_readers.inventory.allProjects();
    const buckets::ProjectReading *reading = sweep.readingOf(project().id);
    if (reading && reading->state == buckets::ProjectReading::State::Exempt) {
        m_facts = factsWithoutBuckets(atlas::Project(project()));
        m_state = State::Done;
        Q_EMIT done();
        return;
    }
    m_facts.buckets = bucketsPart(sweep, project().id);
    connectReaders();
    goOn();
}

void ProjectCheck::stop()
{
    if (m_state != State::Reading)
        return;
    disconnectReaders();
    m_turn.stop();
    m_queue.clear();
    m_alerts.noteStopped();
    m_endpoints.noteStopped();
    const QSet<atlas::BucketId> regions = std::exchange(m_regions, {});
    for (const atlas::BucketId bucket : regions)
        m_readers.buckets.stop(bucket);
    if (m_wereRolesAsked)
        m_readers.roles.stop(project().id);
    if (m_usage->isReading())
        m_usage->stop();
    m_facts = collected();
    m_state = State::Waiting;
}

void ProjectCheck::prepareRetry()
{
    m_state = State::Waiting;
    m_wasUsageAsked = false;
    m_repeats = 0;
    if (m_facts.roles.error) {
        m_wereRolesAsked = false;
        m_facts.roles = {};
    }
    m_alerts.forgetFailure();
    m_endpoints.forgetFailure();
    m_unreadRegions.clear();
    m_facts.clusters = {};
}

void ProjectCheck::connectReaders()
{
    m_isUsageNew = true;
    connect(m_usage, &ProjectUsage::ended, this, [this] {
        m_isUsageNew = true;
        m_turn.start();
    });
    connect(m_usage, &ProjectUsage::failed, this, &ProjectCheck::callFailed);
    connect(m_usage, &ProjectUsage::waitingChanged, this, &ProjectCheck::loadChanged);
    connect(&m_readers.roles, &RoleReader::changed, this, [this](atlas::ProjectId changed) {
        if (changed == project().id)
            m_turn.start();
    });
    connect(&m_readers.buckets, &BucketReader::arrived, this, &ProjectCheck::noteRegion);
    connect(&m_readers.buckets, &BucketReader::failed, this, &ProjectCheck::noteRegionFailed);
    connect(&m_readers.buckets, &BucketReader::readingChanged, this,
            &ProjectCheck::noteRegionsEnded);
    connect(&m_readers.buckets, &BucketReader::waitingChanged, this, &ProjectCheck::loadChanged);
}

void ProjectCheck::disconnectReaders()
{
    m_usage->disconnect(this);
    m_readers.roles.disconnect(this);
    m_readers.buckets.disconnect(this);
}

void ProjectCheck::goOn()
{
    if (m_state != State::Reading)
        return;
    m_regions.removeIf(
        [this](atlas::BucketId bucket) { return !m_readers.buckets.isReading(bucket); });
    m_facts = collected();
    const bool hasAsked = ask(wantedOf(m_facts));
    Q_EMIT loadChanged();
    if (hasAsked || isReading())
        return;
    disconnectReaders();
    m_state = State::Done;
    Q_EMIT done();
}

ProjectFacts ProjectCheck::collected()
{
    ProjectFacts facts = m_facts;
    const bool isUsageHere = m_wasUsageAsked && !m_usage->isReading() && !m_usage->isInterrupted()
        && !m_usage->keptAt().isValid();
    if (isUsageHere && std::exchange(m_isUsageNew, false))
        facts.clusters = clustersPart(m_usage->schedules(), &m_usage->jobs());
    if (m_wereRolesAsked && !m_readers.roles.isReading(project().id))
        facts.roles = rolesPart(m_readers.roles.of(project().id));
    facts.alerts = m_alerts.part();
    facts.endpoints = m_endpoints.part();
    facts.unreadRegions = m_unreadRegions;
    return facts;
}

/// Returns whether it has asked for something.
bool ProjectCheck::ask(const Wanted &wanted)
{
    const bool hasAskedForUsage = askForUsage(wanted);
    return askForRest(wanted) || hasAskedForUsage;
}

/// All that needs no more than the schedules.
bool ProjectCheck::askForRest(const Wanted &wanted)
{
    bool hasAsked = false;
    if (wanted.roles && !m_readers.roles.isReading(project().id)) {
        m_wereRolesAsked = true;
        m_readers.roles.readAnew(project().id, net::Priority::Sweep);
        hasAsked = true;
    }
    if (wanted.alerts && !m_alerts.isReading()) {
        m_alerts.read();
        hasAsked = true;
    }
    if (wanted.endpoints && !m_endpoints.isReading()) {
        m_endpoints.read();
        hasAsked = true;
    }
    for (const atlas::BucketId bucket : wanted.regions) {
        if (m_regions.contains(bucket))
            continue;
        m_regions.insert(bucket);
        if (m_readers.buckets.answer(bucket))
            noteRegion(bucket);
        else
            m_readers.buckets.read(project().id, bucket, BucketReader::Effort::Usual,
                                   net::Priority::Sweep);
        hasAsked = true;
    }
    return hasAsked;
}

/// Another part of the window may have ended its reading: that is no repeat.
bool ProjectCheck::askForUsage(const Wanted &wanted)
{
    const bool isWanted = wanted.clusters || !wanted.schedules.isEmpty() || !wanted.jobs.isEmpty();
    if (!isWanted || m_usage->isReading())
        return false;
    if (m_wasUsageAsked && !m_usage->isInterrupted() && ++m_repeats > MostRepeats)
        return false;
    m_wasUsageAsked = true;
    Q_EMIT usageBegun(m_usage);
    m_usage->read([check = QPointer(this)](const buckets::BackupSchedules &schedules) {
        if (!check)
            return QList<atlas::ClusterName>();
        check->m_facts = check->collected();
        ProjectFacts facts = check->m_facts;
        facts.clusters = clustersPart(schedules, nullptr);
        const Wanted ofRest = wantedOf(facts);
        // Beside the jobs, not after them.
        check->askForRest(ofRest);
        return ofRest.jobs;
    });
    // What needs no call is read at once.
    m_isUsageNew = true;
    m_turn.start();
    return true;
}

bool ProjectCheck::isReading() const
{
    return m_usage->isReading() || m_readers.roles.isReading(project().id) || m_alerts.isReading()
        || m_endpoints.isReading() || !m_regions.isEmpty();
}

void ProjectCheck::noteListEnd(const std::optional<atlas::ApiError> &error)
{
    if (error) {
        Q_EMIT callFailed(*error);
        Q_EMIT failed(*error);
    }
    m_turn.start();
}

void ProjectCheck::noteRegion(atlas::BucketId bucket)
{
    if (!m_regions.remove(bucket))
        return;
    const auto region = m_readers.buckets.answer(bucket)->bucket.text(atlas::BucketField::Region);
    for (atlas::ExportBucket &known : m_facts.buckets.value) {
        if (known.id == bucket)
            known.text(atlas::BucketField::Region) = region;
    }
    if (!region)
        m_unreadRegions.insert(bucket, std::nullopt);
    goOnWithoutRegions();
}

void ProjectCheck::noteRegionFailed(atlas::BucketId bucket, const atlas::ApiError &error)
{
    if (!m_regions.remove(bucket))
        return;
    m_unreadRegions.insert(bucket, error);
    Q_EMIT callFailed(error);
    if (!std::exchange(m_wasRegionFailureTold, true))
        Q_EMIT failed(error);
    goOnWithoutRegions();
}

/// Somebody may have ended all reading of single buckets.
void ProjectCheck::noteRegionsEnded()
{
    const bool areAllComing =
        std::all_of(m_regions.cbegin(), m_regions.cend(),
                    [this](auto bucket) { return m_readers.buckets.isReading(bucket); });
    if (!areAllComing)
        m_turn.start();
}

/// A region makes nothing wanted: the last one alone may be what was waited for.
void ProjectCheck::goOnWithoutRegions()
{
    if (m_regions.isEmpty())
        m_turn.start();
    Q_EMIT loadChanged();
}

} // namespace insight
