// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "buckets/inventory/inventory.h"
#include "buckets/reading/bucketreader.h"
#include "buckets/reading/callload.h"
#include "buckets/reading/callqueue.h"
#include "buckets/reading/projectlist.h"
#include "buckets/reading/rolereader.h"
#include "buckets/usage/projectusages.h"
#include "insight/check/partreading.h"
#include "insight/health/facts.h"
#include "insight/health/wanted.h"

#include <QHash>
#include <QObject>
#include <QSet>
#include <QTimer>

#include <optional>

namespace insight {

/// Who reads what a check needs. All of them outlive the check.
struct CheckReaders
{
    net::Client &client;
    buckets::ProjectList &projects;
    buckets::Inventory &inventory;
    buckets::ProjectUsages &usages;
    buckets::RoleReader &roles;
    buckets::BucketReader &buckets;
};

/// Reads of one project what the rules want, step by step: what is read may show that more is
/// wanted. Its buckets must have been read, or have failed.
class ProjectCheck : public QObject
{
    Q_OBJECT

public:
    enum class State { Waiting, Reading, Done };

    ProjectCheck(const CheckReaders &readers, const atlas::Project &project,
                 QObject *parent = nullptr);

    State state() const { return m_state; }
    const atlas::Project &project() const { return m_facts.project; }
    /// What has been read.
    const ProjectFacts &facts() const { return m_facts; }
    /// Of what is known to be left to read.
    buckets::CallLoad load() const;
    /// Whether something could not be read for a reason that concerns every project.
    bool hasFailedForAll() const;

    /// Is done with what was read on an earlier day.
    void showKept(const ProjectFacts &facts)
    {
        m_facts = facts;
        m_state = State::Done;
    }
    /// Reads, from where it was stopped.
    void start();
    /// Ends the reading; what has arrived stays.
    void stop();
    /// While it does not read: has what failed read once more by the next start().
    void prepareRetry();

Q_SIGNALS:
    /// How the clusters use the buckets is being read.
    void usageBegun(const buckets::ProjectUsage *usage);
    /// Nothing more is wanted.
    void done();
    /// load() has changed.
    void loadChanged();
    /// A call has failed, whoever tells the user.
    void callFailed(const atlas::ApiError &error);
    /// A call has failed that nobody else tells the user of.
    void failed(const atlas::ApiError &error);

private:
    void connectReaders();
    void disconnectReaders();
    void goOn();
    ProjectFacts collected();
    bool ask(const Wanted &wanted);
    bool askForUsage(const Wanted &wanted);
    bool askForRest(const Wanted &wanted);
    bool isReading() const;
    void noteListEnd(const std::optional<atlas::ApiError> &error);
    void noteRegion(atlas::BucketId bucket);
    void noteRegionFailed(atlas::BucketId bucket, const atlas::ApiError &error);
    void noteRegionsEnded();
    void goOnWithoutRegions();

    CheckReaders m_readers;
    State m_state = State::Waiting;
    ProjectFacts m_facts;
    buckets::ProjectUsage *m_usage;
    bool m_wasUsageAsked = false;
    /// m_facts do not have yet what it has read.
    bool m_isUsageNew = true;
    bool m_wereRolesAsked = false;
    /// How often usage was asked for although it had been read to its end.
    int m_repeats = 0;
    buckets::CallQueue m_queue;
    PartReading<atlas::AlertConfiguration> m_alerts;
    PartReading<atlas::PrivateEndpoint> m_endpoints;
    /// Whose regions are being read.
    QSet<atlas::BucketId> m_regions;
    QHash<atlas::BucketId, std::optional<atlas::ApiError>> m_unreadRegions;
    bool m_wasRegionFailureTold = false;
    QTimer m_turn;
};

} // namespace insight
