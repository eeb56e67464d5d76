// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "accounts/profiles/credential.h"
#include "atlas/calls/request.h"
#include "net/calls/call.h"
#include "net/pacing/ratebudget.h"
#include "net/pacing/turns.h"
#include "net/wire/transport.h"

#include <QPointer>

#include <chrono>
#include <memory>
#include <utility>

namespace net {

/// Sends the requests of one credential to one host. Lives on the UI thread.
class Client : public QObject
{
    Q_OBJECT

public:
    /// Where a client talks to, as whom, and how long it waits.
    struct Settings
    {
        accounts::BaseUrl baseUrl;
        accounts::Credential credential;
        /// For each try of a call, for its own requests to their last bytes; and for each token
        /// call.
        std::chrono::milliseconds deadline{30'000};
        /// Trusted besides the system's.
        QList<QSslCertificate> extraAuthorities;
        RetryPolicy retries;
        /// How each call is made.
        atlas::CallOptions call{};
    };

    /// What is done for a call that fails.
    enum class Effort {
        /// It is tried again, if that may help.
        Usual,
        /// Nothing: others will need the connection and the rate limit more.
        Once,
    };

    explicit Client(Settings settings, QObject *parent = nullptr);
    ~Client() override;

    /// Sends a request with options(). `handler` runs exactly once with what came of it, later, on
    /// the UI thread; or never, if `context` dies or the call is cancelled. The call belongs to the
    /// client.
    template<class T>
    QPointer<Call> send(const atlas::Request<T> &request, QObject *context,
                        std::function<void(atlas::Result<T>)> handler,
                        Effort effort = Effort::Usual, Priority priority = Priority::Waited)
    {
        return sendForBody<T>(
            request, context,
            [handler = std::move(handler)](atlas::Result<T> result, const QByteArray &) {
                handler(std::move(result));
            },
            effort, priority);
    }

    /// As send(), for whom also wants the body of the answer as Atlas sent it; it is empty if there
    /// was no answer, or an error.
    template<class T>
    QPointer<Call> sendForBody(const atlas::Request<T> &request, QObject *context,
                               std::function<void(atlas::Result<T>, const QByteArray &)> handler,
                               Effort effort = Effort::Usual, Priority priority = Priority::Waited)
    {
        const quint64 number = ++m_lastCall;
        const auto quick = std::make_shared<std::optional<T>>();
        Call::QuickReader readQuickly;
        if (request.readQuickly) {
            readQuickly = [read = request.readQuickly, quick](const QByteArray &body) {
                *quick = read(body);
                return quick->has_value();
            };
        }
        const atlas::RequestTarget target = atlas::withOptions(request.target, m_options);
        return start(
            number, target, effort, priority, context,
            [this, decode = request.decode, number, description = describe(target), quick,
             handler = std::move(handler)](const atlas::Result<Document> &answer) {
                if (*quick) {
                    handler(*std::exchange(*quick, std::nullopt), answer->body);
                    return;
                }
                const QByteArray body = answer ? answer->body : QByteArray();
                atlas::Result<T> result = answer.and_then(
                    [decode](const Document &document) { return decode(document.content); });
                if (!result) {
                    m_authenticator->redact(result.error(), {});
                    result.error().call = number;
                    if (result.error().request.isEmpty())
                        result.error().request = description;
                }
                handler(std::move(result), body);
            },
            std::move(readQuickly));
    }

    /// Somebody waits now for a call of this client that is under way: it comes before others, and
    /// is tried again if it fails, whatever it was sent with.
    void insistOn(Call &call)
    {
        call.setRetries(m_retries);
        call.setPriority(Priority::Waited);
    }

    /// How many calls Atlas allows on the limit that `target` draws on, as far as it has told.
    TokenBucket::Rate rateOf(const atlas::RequestTarget &target);

    /// Whether half of a limit or more is used, of those that calls of `project` draw on or,
    /// without one, of all: what is left is for others and for what somebody asks for.
    bool isHalfUsed(const std::optional<atlas::ProjectId> &project) const
    {
        return m_budget.shareLeft(project) <= 0.5;
    }

    /// For the calls that are sent from now on.
    void setDeadline(std::chrono::milliseconds deadline);

    /// How each call is made; a change is for those that are sent from now on.
    const atlas::CallOptions &options() const { return m_options; }
    void setOptions(const atlas::CallOptions &options) { m_options = options; }

    /// Reads now what has come and waits to be read, so that to cancel calls loses only those that
    /// are on their way. Handlers run before this returns.
    void readWhatCame() { m_turns.finish(); }

    /// Ends the account's sign-in with Atlas. Emits left() when that is through, which may take as
    /// long as a token call and the call that revokes what it has brought: who cannot wait so long
    /// bounds it. Calls that are under way are cancelled, and so are all that are sent from now on.
    void leave();

Q_SIGNALS:
    /// A request of any kind has ended. Comes before the handler of its call runs.
    void exchanged(const net::Exchange &exchange);
    /// A call, or the sign-in that it waits for, has failed with `error` and will be tried again
    /// after `wait`.
    void retryPlanned(const atlas::ApiError &error, std::chrono::milliseconds wait);
    /// A call that failed so has ended: with an answer, if `recovered`, or cancelled. Comes after
    /// the call's handler has run, which may have found the answer wanting.
    void retriesEnded(quint64 call, bool recovered);
    /// leave() is through.
    void left();

private:
    QPointer<Call> start(quint64 number, const atlas::RequestTarget &target, Effort effort,
                         Priority priority, QObject *context, Call::Handler handler,
                         Call::QuickReader readQuickly);
    void tellExchanges();
    Call::Handler afterExchanges(QObject *context, Call::Handler handler);
    QString describe(const atlas::RequestTarget &target) const;

    /// Those that exchanged() is still to tell of.
    QList<Exchange> m_untold;
    quint64 m_lastCall = 0;
    bool m_hasLeft = false;
    std::chrono::milliseconds m_deadline;
    atlas::CallOptions m_options;
    RetryPolicy m_retries;
    RateBudget m_budget;
    Turns m_turns;
    Transport m_transport;
    std::unique_ptr<Authenticator> m_authenticator;
};

} // namespace net
