// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "atlas/apierror.h"
#include "atlas/request.h"
#include "net/tokenbucket.h"

#include <QObject>
#include <QPointer>
#include <QTimer>

#include <deque>
#include <functional>
#include <map>
#include <memory>
#include <tuple>

namespace net {

/// Paces the calls of one credential, so that Atlas need not refuse any.
///
/// Atlas counts by endpoint set and scope: so does this. Calls that draw on the same limit wait in
/// line; calls that draw on another one pass. Lives on the UI thread.
class RateBudget : public QObject
{
    Q_OBJECT

public:
    /// Whose limit a call draws on.
    struct Limit
    {
        atlas::EndpointSet endpointSet = atlas::EndpointSet::Projects;
        /// The project; nothing if the limit is the credential's.
        std::optional<atlas::ProjectId> scope;

        friend bool operator<(const Limit &a, const Limit &b)
        {
            return std::tie(a.endpointSet, a.scope) < std::tie(b.endpointSet, b.scope);
        }
        friend bool operator==(const Limit &, const Limit &) = default;
    };

    static Limit limitOf(const atlas::RequestTarget &target);

    explicit RateBudget(QObject *parent = nullptr);
    ~RateBudget() override;

    /// What Atlas allows on a limit: as it has told, or else as it documents.
    TokenBucket::Rate rateOf(const Limit &limit);

    /// Calls `admitted` exactly once: at once, or when it is the call's turn; never if `context`
    /// dies before. Each call that was admitted must be settled. Returns how long the wait will be
    /// at least; zero if it was admitted.
    std::chrono::milliseconds admit(const Limit &limit, QObject *context,
                                    std::function<void()> admitted);

    /// A call that was admitted has ended. `told` is what its answer says of the limit.
    void settle(const Limit &limit, const RateLimit &told);

    /// Atlas has refused a call with 429: nobody asks before it says so.
    void noteRefusal(const Limit &limit, const atlas::ApiError &refusal);

private:
    struct Lane;

    Lane &laneOf(const Limit &limit);
    void serve(Lane &lane);

    std::map<Limit, std::unique_ptr<Lane>> m_lanes;
};

} // namespace net
