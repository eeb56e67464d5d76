// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "atlas/errors/apierror.h"
#include "atlas/values/cloudproviderroles.h"
#include "atlas/values/objectid.h"
#include "atlas/values/pagerequest.h"
#include "net/wire/lanes.h"

#include <QHash>
#include <QObject>
#include <QPointer>

namespace net {
class Call;
class Client;
} // namespace net

namespace buckets {

/// Reads by what roles projects reach their clouds, and remembers it.
class RoleReader : public QObject
{
    Q_OBJECT

public:
    enum class State { Unread, Reading, Ready, Failed };

    /// What is known of one project.
    struct Knowledge
    {
        State state = State::Unread;
        /// Meaningful in State::Ready.
        atlas::CloudProviderRoles roles;
        /// Meaningful in State::Failed.
        atlas::ApiError error;
    };

    /// `client` must outlive this.
    RoleReader(net::Client &client, QObject *parent = nullptr);

    Knowledge of(atlas::ProjectId project) const { return m_known.value(project); }

    /// Reads a project's roles, unless that is under way, done, or has failed.
    void read(atlas::ProjectId project);
    /// Reads a project's roles once more, unless that is under way. What is known stays until then.
    void readAnew(atlas::ProjectId project, net::Priority priority);
    bool isReading(atlas::ProjectId project) const { return m_underWay.contains(project); }
    /// Ends all reading. What was known before stays.
    void stop();
    /// As stop(), of one project.
    void stop(atlas::ProjectId project);
    /// Stops, and knows nothing of a project any more.
    void forget(atlas::ProjectId project);
    /// Stops, and knows nothing any more.
    void forget();

Q_SIGNALS:
    /// of(project) has changed.
    void changed(atlas::ProjectId project);
    /// A call has failed.
    void failed(const atlas::ApiError &error);

private:
    void send(atlas::ProjectId project, net::Priority priority);
    void set(atlas::ProjectId project, const Knowledge &knowledge);

    net::Client &m_client;
    QHash<atlas::ProjectId, Knowledge> m_known;
    QHash<atlas::ProjectId, QPointer<net::Call>> m_underWay;
};

} // namespace buckets
