// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "atlas/calls/request.h"
#include "atlas/errors/apierror.h"
#include "net/pacing/tokenbucket.h"

#include <QDeadlineTimer>
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

    /// Who waits in line. The functions run in the midst of other calls' affairs: they may note
    /// what they are told and post events, no more.
    struct Waiter
    {
        /// Is not told anything when it is gone.
        QPointer<QObject> context;
        /// It is the call's turn. Called once.
        std::function<void()> admitted;
        /// When its turn is likely to come; called when it gets in line, and again whenever that
        /// changes.
        std::function<void(QDeadlineTimer)> delayed;
    };

    static Limit limitOf(const atlas::RequestTarget &target);

    explicit RateBudget(QObject *parent = nullptr);
    ~RateBudget() override;

    /// What Atlas allows on a limit: as it has told, or else as it documents.
    TokenBucket::Rate rateOf(const Limit &limit);

    /// The smallest share, from 0 to 1, that is left of a limit that calls were made on: of the
    /// credential's and of this project's or, without one, of any project's.
    double shareLeft(const std::optional<atlas::ProjectId> &project) const;

    /// True if the call is admitted at once. Otherwise `waiter` gets in line, until it is admitted
    /// or withdrawn. Each call that was admitted must be settled.
    bool admit(const Limit &limit, Waiter waiter);

    /// Who waits for `context` gets out of line. Does nothing if nobody does.
    void withdraw(const Limit &limit, const QObject *context);

    /// A call that was admitted has ended. `told` is what its answer says of the limit.
    void settle(const Limit &limit, const RateLimit &told);

    /// Atlas has refused a call with 429: nobody asks before it says so.
    void noteRefusal(const Limit &limit, const atlas::ApiError &refusal);

private:
    struct Line;

    Line &lineOf(const Limit &limit);
    void serve(Line &line);

    std::map<Limit, std::unique_ptr<Line>> m_lines;
};

} // namespace net
