// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "accounts/preferencevalues.h"
#include "accounts/profile.h"
#include "browse/bucketinspector.h"
#include "browse/bucketpager.h"
#include "browse/bucketsinuse.h"
#include "browse/bucketstore.h"
#include "browse/buckettablemodel.h"
#include "browse/inventory.h"
#include "browse/problemlog.h"
#include "browse/projectlistmodel.h"
#include "browse/regionreader.h"
#include "browse/usagecheck.h"
#include "net/client.h"
#include "net/exchangelog.h"
#include "session/deprecationwatch.h"
#include "session/linkedbucket.h"

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
    };

    explicit Session(const Settings &settings, QObject *parent = nullptr);

    const accounts::Profile &profile() const { return m_profile; }
    /// The account is called otherwise from now on, or has another colour or default project. What
    /// signs in, and where, stays as it was.
    void setProfileLooks(const accounts::Profile &profile);
    net::ExchangeLog &exchangeLog() { return m_exchangeLog; }
    browse::ProblemLog &problemLog() { return m_problemLog; }
    browse::ProjectList &projects() { return m_projects; }
    /// The projects, as a view shows them.
    browse::ProjectListModel &projectModel() { return m_projectModel; }
    browse::BucketStore &buckets() { return m_buckets; }
    browse::BucketPager &pager() { return m_pager; }
    /// All buckets of all projects, or of one.
    browse::Inventory &inventory() { return m_inventory; }
    /// The buckets on screen: those of the inventory while it is shown, or else of the page.
    browse::BucketStore &shownBuckets()
    {
        return m_inventory.isShown() ? m_inventory.buckets() : m_buckets;
    }
    /// The buckets of the page as a table, with what is known of their use.
    browse::BucketTableModel &pageTable() { return m_pageTable; }
    /// The buckets on screen as a table, with what is known of their use.
    browse::BucketTableModel &shownTable();
    browse::BucketInspector &inspector() { return m_inspector; }
    /// The bucket that was asked for by its ID, if it is not on screen.
    LinkedBucket &linkedBucket() { return m_linkedBucket; }
    browse::RegionReader &regions() { return m_regions; }

    /// How each call is made from now on.
    const atlas::CallOptions &callOptions() const { return m_client.options(); }
    /// What the latest answer that told a rate limit told; it is the open project's, most often.
    net::RateLimit rateLimit() const { return m_rateLimit; }
    /// Notice that the API version in use is going away.
    net::Deprecation deprecation() const { return m_deprecations.deprecation(); }

    /// Whether anything is being loaded.
    bool isBusy() const;
    /// Whether the latest load of the projects, of the page, of the inventory or of the selected
    /// bucket has failed.
    bool hasFailed() const;
    /// Ends all loads under way. What is on screen stays.
    void stop();
    /// Does once more what failed, and nothing else.
    void retry();
    /// Reads everything on screen anew.
    void refresh();

    /// Reads which clusters use the buckets on screen, as far as that is not known.
    void checkUsage();
    bool isCheckingUsage() const { return m_usageCheck.isReading(); }

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
    void showUsage(const browse::ProjectUsage *usage);
    void note(const net::Exchange &exchange);
    bool hasInventoryFailed() const;
    void nameOpenProject();
    void notePageLoaded();
    void notePageFailed(const atlas::ApiError &error);
    void noteUnreadable(atlas::ProjectId project, const atlas::ApiError &error);

    accounts::Profile m_profile;
    accounts::PreferenceValues m_values;
    net::ExchangeLog m_exchangeLog;
    browse::ProblemLog m_problemLog;
    net::Client m_client;
    browse::ProjectList m_projects;
    /// Before whoever else follows the list: it is told first.
    browse::ProjectListModel m_projectModel;
    browse::BucketStore m_buckets;
    browse::BucketPager m_pager;
    browse::Inventory m_inventory;
    browse::BucketReader m_bucketReader;
    browse::RoleReader m_roles;
    browse::ProjectUsages m_usages;
    browse::UsageCheck m_usageCheck;
    browse::BucketsInUse m_pageUse;
    browse::BucketsInUse m_inventoryUse;
    browse::BucketTableModel m_pageTable;
    browse::BucketTableModel m_allTable;
    browse::BucketTableModel m_oneTable;
    browse::BucketInspector m_inspector;
    LinkedBucket m_linkedBucket;
    browse::RegionReader m_regions;
    net::RateLimit m_rateLimit;
    DeprecationWatch m_deprecations;
};
