// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "atlas/values/objectid.h"

#include <QObject>
#include <QTimer>

#include <chrono>
#include <optional>

namespace net {
class Client;
}

namespace buckets {

class BucketPager;
class ProjectUsage;
class ProjectUsages;

/// Reads how the project on screen uses its buckets before anybody asks: once its page rests, and
/// only while half of the rate limits is left. All that somebody waits for goes first. A failure is
/// no problem of the user's, who has asked for nothing: it is as if nobody had tried.
class UsageAhead : public QObject
{
    Q_OBJECT

public:
    /// How long it waits for rate limits to recover.
    static constexpr std::chrono::seconds Pause{10};

    /// All of these must outlive this.
    UsageAhead(net::Client &client, const BucketPager &pager, ProjectUsages &usages,
               QObject *parent = nullptr);

    /// Whether anything is read. Off, at first.
    void setEnabled(bool enabled);
    /// Ends the reading, unless somebody has asked for it since; the next page begins it anew.
    void stop();

Q_SIGNALS:
    /// The reading begins. `usage` tells what comes of it, and lives as long as the ProjectUsages.
    void begun(const buckets::ProjectUsage *usage);

private:
    void followPager();
    void noteLoaded();
    void readSoon();
    void read();
    void noteChange();

    net::Client &m_client;
    const BucketPager &m_pager;
    ProjectUsages &m_usages;
    bool m_enabled = false;
    /// The open one.
    std::optional<atlas::ProjectId> m_project;
    /// Whether its use could not be read: it is not tried again with each page.
    bool m_hasFailed = false;
    /// What is being read.
    ProjectUsage *m_usage = nullptr;
    QTimer m_timer;
};

} // namespace buckets
