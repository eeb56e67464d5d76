// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "accounts/profiles/profile.h"
#include "accounts/settings/preferencevalues.h"
#include "buckets/inventory/inventory.h"
#include "buckets/reading/bucketpager.h"
#include "buckets/reading/regionreader.h"
#include "buckets/rows/bucketstore.h"
#include "buckets/usage/bucketinspector.h"
#include "buckets/usage/bucketsinuse.h"
#include "buckets/usage/usageahead.h"
#include "buckets/usage/usagecheck.h"
#include "insight/authors/authorreader.h"
#include "insight/check/exportcheck.h"
#include "insight/health/acceptedfile.h"
#include "models/buckettablemodel.h"
#include "models/exchangelog.h"
#include "models/problemlog.h"
#include "models/projectlistmodel.h"
#include "net/calls/client.h"
#include "session/deprecationwatch.h"
#include "session/lastpicture.h"
#include "session/linkedbucket.h"
#include "session/readingkeeper.h"

#include <QObject>

/// One signed-in account and all that it opens. Another profile is another session: nothing of the
/// old one survives it.
class Session : public QObject
{
    Q_OBJECT

public:
    /// What a session is made of.
    struct Settings
    {
        accounts::Profile profile;
        accounts::Credential credential;
        QList<QSslCertificate> extraAuthorities;
        accounts::PreferenceValues values{};
        net::RetryPolicy retries{};
        /// Where readings are kept; empty: nowhere.
        QString historyFolder{};
        /// Where it is written which findings are accepted.
        QString acceptedPath{};
    };

    explicit Session(const Settings &settings, QObject *parent = nullptr);

    const accounts::Profile &profile() const { return m_profile; }
    /// The account is called otherwise from now on, or has another colour or default project. What
    /// signs in, and where, stays as it was.
    void setProfileLooks(const accounts::Profile &profile);
    models::ExchangeLog &exchangeLog() { return m_exchangeLog; }
    models::ProblemLog &problemLog() { return m_problemLog; }
    buckets::ProjectList &projects() { return m_projects; }
    /// The projects, as a view shows them.
    models::ProjectListModel &projectModel() { return m_projectModel; }
    buckets::BucketStore &buckets() { return m_buckets; }
    buckets::BucketPager &pager() { return m_pager; }
    /// All buckets of all projects, or of one.
    buckets::Inventory &inventory() { return m_inventory; }
    /// The buckets on screen: those of the inventory while it is shown, or else of the page.
    buckets::BucketStore &shownBuckets()
    {
        return m_inventory.isShown() ? m_inventory.buckets() : m_buckets;
    }
    /// The buckets of the page as a table, with what is known of their use.
    models::BucketTableModel &pageTable() { return m_pageTable; }
    /// The buckets on screen as a table, with what is known of their use.
    models::BucketTableModel &shownTable();
    buckets::BucketInspector &inspector() { return m_inspector; }
    /// The bucket that was asked for by its ID, if it is not on screen.
    LinkedBucket &linkedBucket() { return m_linkedBucket; }
    buckets::RegionReader &regions() { return m_regions; }
    /// What is known of how projects use their buckets.
    const buckets::BucketsInUse &inventoryUse() const { return m_inventoryUse; }
    /// What is wrong with the exports of all projects.
    insight::ExportCheck &exportCheck() { return m_exportCheck; }
    /// What earlier checks have read.
    ReadingKeeper &readings() { return m_readings; }
    const ReadingKeeper &readings() const { return m_readings; }
    /// What an earlier check has read, and is shown until Atlas has answered.
    const LastPicture &lastPicture() const { return m_picture; }
    /// Who made which change.
    insight::AuthorReader &authors() { return m_authors; }
    /// Which findings of the check are accepted.
    const insight::AcceptedFile &acceptedFile() const { return m_acceptedFile; }

    /// How each call is made from now on.
    const atlas::CallOptions &callOptions() const { return m_client.options(); }
    /// What the latest answer that told a rate limit told; it is the open project's, most often.
    net::RateLimit rateLimit() const { return m_rateLimit; }
    /// Whether half or more is used of a rate limit that what is shown draws on.
    bool isRateHalfUsed() const;
    /// Notice that the API version in use is going away.
    net::Deprecation deprecation() const { return m_deprecations.deprecation(); }

    /// Whether anything is being loaded.
    bool isBusy() const;
    /// Whether the latest load of the projects, of the page, of the inventory or of the selected
    /// bucket has failed, or the check of exports was stopped because Atlas cannot be reached.
    bool hasFailed() const;
    /// Ends all loads under way. What is on screen stays.
    void stop();
    /// Does once more what failed, and nothing else.
    void retry();
    /// Reads everything on screen anew.
    void refresh();
    /// As refresh(), though nobody has asked for it.
    void refreshByItself();

    /// Reads which clusters use the buckets on screen, as far as that is not known.
    void checkUsage();
    bool isCheckingUsage() const
    {
        return m_usageCheck.isReading()
            || m_exportCheck.state() == insight::ExportCheck::State::Checking;
    }

    /// What the user has chosen, as far as it is about the calls.
    const accounts::PreferenceValues &values() const { return m_values; }
    /// Goes by these from now on. What is on screen is read anew if it is asked for differently.
    void apply(const accounts::PreferenceValues &values);
    /// How long the calls that are made from now on may take, to the millisecond, until values are
    /// applied.
    void setDeadline(std::chrono::milliseconds deadline) { m_client.setDeadline(deadline); }

    /// No row is selected: inspects none, or the linked bucket.
    void inspectNoRow();

    /// Ends the sign-in with Atlas. Emits left() when that is through.
    void leave();

Q_SIGNALS:
    /// refresh(), retry() or stop() was called.
    void asked();
    /// values() may have changed.
    void applied();
    /// isBusy() may have changed.
    void busyChanged();
    /// rateLimit() or deprecation() has changed.
    void noticesChanged();
    /// What is known of the use of the buckets on screen, or is being read of it, has changed.
    void usageChanged();
    /// leave() is through.
    void left();

private:
    void connectBuckets();
    void connectInventory();
    void connectInspector();
    void connectExportCheck();
    void checkAfterSweep();
    void noteExportCheck();
    void showUsage(const buckets::ProjectUsage *usage);
    void note(const net::Exchange &exchange);
    bool hasInventoryFailed() const;
    void noteProjectsListed();
    void nameOpenProject();
    void notePageLoaded();
    void notePageFailed(const atlas::ApiError &error);
    void noteUnreadable(atlas::ProjectId project, const atlas::ApiError &error);

    accounts::Profile m_profile;
    accounts::PreferenceValues m_values;
    models::ExchangeLog m_exchangeLog;
    models::ProblemLog m_problemLog;
    net::Client m_client;
    buckets::ProjectList m_projects;
    /// Before whoever else follows the list: it is told first.
    models::ProjectListModel m_projectModel;
    buckets::BucketStore m_buckets;
    buckets::BucketPager m_pager;
    buckets::Inventory m_inventory;
    buckets::BucketReader m_bucketReader;
    buckets::RoleReader m_roles;
    buckets::ProjectUsages m_usages;
    buckets::UsageAhead m_usageAhead;
    buckets::UsageCheck m_usageCheck;
    insight::ExportCheck m_exportCheck;
    ReadingKeeper m_readings;
    LastPicture m_picture;
    insight::AuthorReader m_authors;
    insight::AcceptedFile m_acceptedFile;
    bool m_wasCheckingExports = false;
    buckets::BucketsInUse m_pageUse;
    buckets::BucketsInUse m_inventoryUse;
    models::BucketTableModel m_pageTable;
    models::BucketTableModel m_allTable;
    models::BucketTableModel m_oneTable;
    buckets::BucketInspector m_inspector;
    LinkedBucket m_linkedBucket;
    buckets::RegionReader m_regions;
    net::RateLimit m_rateLimit;
    DeprecationWatch m_deprecations;
};
