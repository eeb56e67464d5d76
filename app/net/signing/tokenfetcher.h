// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "accounts/profiles/credential.h"
#include "net/pacing/retrypolicy.h"
#include "net/pacing/tokenbucket.h"
#include "net/pacing/waiting.h"
#include "net/signing/tokenanswer.h"

#include <QDeadlineTimer>
#include <QObject>
#include <QPointer>
#include <QTimer>

#include <chrono>
#include <functional>
#include <optional>

namespace net {

class Reception;
class Transport;
struct Answer;

/// Makes a service account's token calls: one at a time, tried again as other calls are, never
/// before the server wants it, and no more often than Atlas allows. Lives on the UI thread.
class TokenFetcher final : public QObject
{
    Q_OBJECT

public:
    enum class Urgency {
        /// A token is in hand. If it fails, the next fetch() tries again, after a pause that grows.
        Background,
        /// Calls wait for it. If it fails, it is tried again.
        Urgent,
    };

    /// What came of it: a token, or why there is none for those who wait. Nothing is said of a
    /// failure in the background.
    using Handler = std::function<void(const atlas::Result<TokenAnswer> &)>;

    /// `transport` must outlive this. `deadline` bounds each token call.
    TokenFetcher(const accounts::Credential &account, Transport &transport,
                 const RetryPolicy &retries, std::chrono::milliseconds deadline, Handler handler);
    ~TokenFetcher() override;

    /// Fetches a token, unless one is being fetched: then that serves.
    void fetch(Urgency urgency);
    /// Nobody waits any more: it is not tried again. A token call under way goes on.
    void stopRetrying();

    /// Whether a token call has been sent and not ended.
    bool isUnderWay() const { return !m_call.isNull(); }
    /// Why a token that calls wait for is not being fetched just now; nothing if it is.
    const std::optional<Waiting> &waiting() const { return m_waiting; }

    void setDeadline(std::chrono::milliseconds deadline) { m_deadline = deadline; }

Q_SIGNALS:
    /// waiting() has changed.
    void waitingChanged();
    /// A token call has brought a token that cannot be used, and has to be revoked.
    void refused(const QByteArray &token);
    /// A token call has ended, in whichever way; the handler has been called.
    void ended();

private:
    void sendWhenAllowed();
    void send();
    void receive(atlas::Result<Answer> answer, const QString &request);
    void succeed(const TokenAnswer &token);
    void fail(const atlas::ApiError &error);
    void giveUp(const atlas::ApiError &error);
    void endPlan();
    void setWaiting(std::optional<Waiting> waiting);

    accounts::Credential m_account;
    Transport &m_transport;
    RetryPolicy m_retries;
    std::chrono::milliseconds m_deadline;
    Handler m_handler;
    TokenBucket m_allowance;
    QPointer<Reception> m_call;
    /// Until the next token call.
    QTimer m_timer;
    /// No token call before.
    QDeadlineTimer m_notBefore;
    Urgency m_urgency = Urgency::Background;
    /// In a row.
    int m_failures = 0;
    /// Of those who wait now.
    int m_retriesPlanned = 0;
    /// What the latest token call failed with.
    std::optional<atlas::ApiError> m_lastError;
    std::optional<Waiting> m_waiting;
};

} // namespace net
