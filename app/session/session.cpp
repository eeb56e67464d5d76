// SPDX-License-Identifier: Apache-2.0
#include "session/session.h"

#include "atlas/errors/httpstatus.h"
#include "buckets/usage/unknownuse.h"
#include "session/accountsettings.h"

#include <utility>

using buckets::BucketPager;
using buckets::Inventory;
using buckets::ProjectList;

namespace {

/// Whether the project is closed to the credential, or gone; not just Atlas or the network busy.
bool isAboutTheProject(const atlas::ApiError &error)
{
    return error.kind == atlas::ApiError::Kind::Api && error.status >= 401 && error.status < 500
        && error.status != atlas::httpstatus::TooManyRequests;
}

BucketPager::Options pageOptionsOf(const accounts::PreferenceValues &values)
{
    return {values.itemsPerPage, values.includeCount};
}

} // namespace

Session::Session(const Settings &settings, QObject *parent)
    : QObject(parent), m_profile(settings.profile), m_values(settings.values),
      m_client(clientSettingsOf(settings.profile, settings.credential, settings.extraAuthorities,
                                settings.values, settings.retries)),
      m_projects(m_client), m_projectModel(m_projects),
      m_pager(m_client, m_buckets, pageOptionsOf(m_values)),
      m_inventory(m_client, m_projects, settings.retries), m_bucketReader(m_client),
      m_roles(m_client), m_usages(m_client), m_usageAhead(m_client, m_pager, m_usages),
      m_usageCheck(m_usages),
      m_exportCheck({m_client, m_projects, m_inventory, m_usages, m_roles, m_bucketReader}),
      m_readings(m_exportCheck,
                 historyPathOf(settings.historyFolder, settings.profile, settings.credential)),
      m_picture({m_projects, m_pager, m_inventory, m_usages, m_exportCheck}), m_authors(m_client),
      m_acceptedFile(settings.acceptedPath), m_pageTable(m_buckets, m_pageUse),
      m_allTable(m_inventory.allProjects().buckets(), m_inventoryUse),
      m_oneTable(m_inventory.oneProject().buckets(), m_inventoryUse),
      m_inspector(m_bucketReader, m_roles, m_usages), m_linkedBucket(m_bucketReader, m_inspector),
      m_regions(m_client, m_bucketReader)
{
    m_regions.fillIn(m_buckets);
    for (buckets::BucketStore *store : m_inventory.stores())
        m_regions.fillIn(*store);
    m_regions.setEnabled(m_values.readRegions);
    m_pager.ahead().setEnabled(m_values.fetchAhead);
    m_usageAhead.setEnabled(m_values.readUseAhead);
    connect(&m_client, &net::Client::exchanged, this, &Session::note);
    connect(&m_client, &net::Client::left, this, &Session::left);
    connect(&m_client, &net::Client::retryPlanned, &m_problemLog, &models::ProblemLog::addRetry);
    connect(&m_client, &net::Client::retriesEnded, &m_problemLog, &models::ProblemLog::endRetries);
    connectBuckets();
    connectInventory();
    connectInspector();
    connectExportCheck();
    m_readings.setEnabled(m_values.rememberReadings);
    connect(&m_picture, &LastPicture::usageShown, this, &Session::showUsage);
    m_picture.show(m_readings.store());
}

models::BucketTableModel &Session::shownTable()
{
    if (!m_inventory.isShown())
        return m_pageTable;
    return &m_inventory.buckets() == &m_allTable.store() ? m_allTable : m_oneTable;
}

void Session::connectBuckets()
{
    connect(&m_projects, &ProjectList::stateChanged, this, &Session::busyChanged);
    connect(&m_projects, &ProjectList::stateChanged, this, &Session::noteProjectsListed);
    connect(&m_projects, &ProjectList::failed, &m_problemLog, &models::ProblemLog::add);
    connect(&m_projects, &ProjectList::entriesLeftOut, &m_problemLog, &models::ProblemLog::add);
    connect(&m_pager, &BucketPager::changed, this, &Session::busyChanged);
    connect(&m_pager, &BucketPager::loaded, this, &Session::notePageLoaded);
    connect(&m_pager, &BucketPager::failed, this, &Session::notePageFailed);
    connect(&m_pager, &BucketPager::loaded, &m_regions, &buckets::RegionReader::tryAgain);
}

void Session::connectInventory()
{
    connect(&m_inventory, &Inventory::changed, this, &Session::busyChanged);
    connect(&m_inventory, &Inventory::projectRead, &m_projects, &ProjectList::setBucketCount);
    connect(&m_inventory, &Inventory::failed, &m_problemLog, &models::ProblemLog::add);
    connect(&m_inventory, &Inventory::projectFailed, this, &Session::noteUnreadable);
    connect(&m_inventory, &Inventory::projectExempted, this, &Session::noteUnreadable);
}

void Session::connectInspector()
{
    connect(&m_inspector, &buckets::BucketInspector::readingChanged, this, &Session::busyChanged);
    connect(&m_inspector, &buckets::BucketInspector::usageChanged, this, [this] {
        if (m_inspector.usage())
            showUsage(m_inspector.usage());
        Q_EMIT usageChanged();
    });
    connect(&m_usageAhead, &buckets::UsageAhead::begun, this, &Session::showUsage);
    connect(&m_usageCheck, &buckets::UsageCheck::begun, this, &Session::showUsage);
    connect(&m_usageCheck, &buckets::UsageCheck::readingChanged, this, &Session::usageChanged);
    connect(&m_usageCheck, &buckets::UsageCheck::readingChanged, this, &Session::busyChanged);
    connect(&m_inspector, &buckets::BucketInspector::failed, &m_problemLog,
            &models::ProblemLog::add);
    connect(&m_linkedBucket, &LinkedBucket::changed, this, &Session::busyChanged);
    connect(&m_linkedBucket, &LinkedBucket::failed, &m_problemLog, &models::ProblemLog::add);
    connect(&m_roles, &buckets::RoleReader::failed, &m_problemLog, &models::ProblemLog::add);
    connect(&m_usages, &buckets::ProjectUsages::failed, &m_problemLog, &models::ProblemLog::add);
}

void Session::connectExportCheck()
{
    using insight::ExportCheck;
    connect(&m_exportCheck, &ExportCheck::changed, this, &Session::noteExportCheck);
    connect(&m_exportCheck, &ExportCheck::usageBegun, this, &Session::showUsage);
    connect(&m_exportCheck, &ExportCheck::failed, &m_problemLog, &models::ProblemLog::add);
    connect(&m_inventory, &Inventory::changed, this, &Session::checkAfterSweep);
    connect(&m_authors, &insight::AuthorReader::changed, this, &Session::busyChanged);
    connect(&m_authors, &insight::AuthorReader::failed, &m_problemLog, &models::ProblemLog::add);
}

/// It reads all that a check of usage does.
void Session::noteExportCheck()
{
    const bool isChecking = m_exportCheck.state() == insight::ExportCheck::State::Checking;
    if (isChecking && m_usageCheck.isReading())
        m_usageCheck.stop();
    if (std::exchange(m_wasCheckingExports, isChecking) == isChecking)
        return;
    Q_EMIT busyChanged();
    Q_EMIT usageChanged();
}

/// Only the first time: what is read anew later, the user has asked for.
void Session::checkAfterSweep()
{
    if (m_inventory.isShown() && !m_inventory.project())
        m_readings.open();
    const buckets::Sweep &sweep = m_inventory.allProjects();
    const bool isUnchecked =
        m_exportCheck.state() == insight::ExportCheck::State::Unchecked || m_exportCheck.isKept();
    if (m_values.checkExports && isUnchecked && sweep.state() == buckets::Sweep::State::Ready
        && sweep.tally().areProjectsKnown)
        m_exportCheck.start();
}

/// Pages are of one project, whose usage the inspector knows.
void Session::showUsage(const buckets::ProjectUsage *usage)
{
    m_inventoryUse.setUsage(*usage);
    if (usage->project() == m_pager.project())
        m_pageUse.setUsage(*usage);
}

void Session::checkUsage()
{
    if (isCheckingUsage())
        return;
    const models::BucketTableModel &table = shownTable();
    QList<atlas::ProjectId> projects = table.use().keptProjects();
    const buckets::UnknownUse unknown = buckets::unknownUseIn(table.store().rows(), table.use());
    for (const atlas::ProjectId project : unknown.projects) {
        if (!projects.contains(project))
            projects.append(project);
    }
    m_usageCheck.start(projects);
}

bool Session::isBusy() const
{
    return m_pager.isLoading() || m_projects.state() == ProjectList::State::Loading
        || m_inventory.isReading() || m_inspector.isReading() || m_usageCheck.isReading()
        || m_exportCheck.state() == insight::ExportCheck::State::Checking || m_authors.isReading()
        || m_linkedBucket.state() == LinkedBucket::State::Reading;
}

bool Session::hasFailed() const
{
    return m_pager.state() == BucketPager::State::Failed
        || m_projects.state() == ProjectList::State::Failed || hasInventoryFailed()
        || m_exportCheck.stopReason() || m_inspector.hasFailed()
        || m_linkedBucket.state() == LinkedBucket::State::Failed;
}

bool Session::hasInventoryFailed() const
{
    return m_inventory.isShown()
        && (m_inventory.tally().failed > 0 || m_inventory.state() == Inventory::State::Stopped);
}

bool Session::isRateHalfUsed() const
{
    return m_client.isHalfUsed(m_inventory.isShown() ? m_inventory.project() : m_pager.project());
}

void Session::stop()
{
    Q_EMIT asked();
    m_client.readWhatCame();
    m_exportCheck.stop();
    m_authors.stop();
    m_projects.stop();
    m_pager.stop();
    m_inventory.stop();
    m_usageAhead.stop();
    m_usageCheck.stop();
    m_inspector.stop();
    m_linkedBucket.stop();
    m_regions.stop();
}

void Session::retry()
{
    Q_EMIT asked();
    if (m_projects.state() == ProjectList::State::Failed)
        m_projects.refresh();
    if (m_pager.state() == BucketPager::State::Failed)
        m_pager.refresh();
    if (m_inventory.isShown())
        m_inventory.retry();
    if (m_inspector.hasFailed())
        m_inspector.retry();
    m_linkedBucket.retry();
    if (m_exportCheck.stopReason())
        m_exportCheck.resume();
}

void Session::refresh()
{
    Q_EMIT asked();
    refreshByItself();
}

void Session::refreshByItself()
{
    m_projects.refresh();
    const QList<atlas::ProjectId> known = m_usages.known();
    const bool areAllShown = m_inventory.isShown() && !m_inventory.project();
    const bool wasChecked =
        m_exportCheck.state() != insight::ExportCheck::State::Unchecked && !m_exportCheck.isKept();
    if (m_inventory.isShown())
        m_inventory.refresh();
    else
        m_pager.refresh();
    // Before what is inspected is read, which the check need not read once more then.
    if (areAllShown && wasChecked)
        m_exportCheck.start();
    m_inspector.refresh();
    if (areAllShown && !wasChecked)
        m_usageCheck.add(known);
    m_regions.tryAgain();
}

void Session::apply(const accounts::PreferenceValues &values)
{
    if (std::exchange(m_values, values).apiVersion != values.apiVersion) {
        m_deprecations.forget();
        Q_EMIT noticesChanged();
    }
    m_client.setDeadline(deadlineOf(values));
    m_client.setOptions(callOptionsOf(values));
    m_pager.setOptions(pageOptionsOf(values));
    m_regions.setEnabled(values.readRegions);
    m_pager.ahead().setEnabled(values.fetchAhead);
    m_usageAhead.setEnabled(values.readUseAhead);
    m_readings.setEnabled(values.rememberReadings);
    Q_EMIT applied();
}

void Session::setProfileLooks(const accounts::Profile &profile)
{
    m_profile.name = profile.name;
    m_profile.chosenColor = profile.chosenColor;
    m_profile.defaultProject = profile.defaultProject;
    m_profile.atlasCliProfile = profile.atlasCliProfile;
}

void Session::inspectNoRow()
{
    if (m_linkedBucket.state() != LinkedBucket::State::Shown)
        m_inspector.clear();
}

void Session::leave()
{
    m_exportCheck.stop();
    m_client.leave();
}

void Session::note(const net::Exchange &exchange)
{
    m_exchangeLog.add(exchange);
    if (exchange.rateLimit.isKnown())
        m_rateLimit = exchange.rateLimit;
    m_deprecations.note(exchange);
    Q_EMIT noticesChanged();
}

/// The page of the open project may have come before the list.
void Session::noteProjectsListed()
{
    nameOpenProject();
    const auto open = m_pager.project();
    const int row = open ? m_projects.rowOf(*open) : -1;
    if (row < 0 || m_projects.entryAt(row).bucketCount || m_projects.entryAt(row).unreadable)
        return;
    if (m_pager.state() == BucketPager::State::Failed)
        noteUnreadable(*open, m_pager.error());
    else if (const auto count = m_pager.totalCount())
        m_projects.setBucketCount(*open, *count);
}

/// Exports tell it.
void Session::nameOpenProject()
{
    const auto id = m_pager.project();
    if (const auto project = id ? m_projects.project(*id) : std::nullopt)
        m_buckets.nameProject(*id, project->name);
}

void Session::notePageLoaded()
{
    nameOpenProject();
    if (const auto error = m_pager.leftOutError())
        m_problemLog.add(*error);
    if (const auto count = m_pager.totalCount())
        m_projects.setBucketCount(*m_pager.project(), *count);
}

void Session::notePageFailed(const atlas::ApiError &error)
{
    m_problemLog.add(error);
    if (m_pager.project())
        noteUnreadable(*m_pager.project(), error);
}

void Session::noteUnreadable(atlas::ProjectId project, const atlas::ApiError &error)
{
    if (isAboutTheProject(error))
        m_projects.setUnreadable(project, error);
}
