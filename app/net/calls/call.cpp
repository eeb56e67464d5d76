// SPDX-License-Identifier: Apache-2.0
#include "net/calls/call.h"

#include "accounts/secrets/secret.h"
#include "atlas/calls/decoding.h"
#include "atlas/errors/httpstatus.h"
#include "atlas/errors/missingrole.h"
#include "net/pacing/ratebudget.h"
#include "net/pacing/turns.h"
#include "net/wire/reception.h"
#include "net/wire/transport.h"
#include "net/wire/transporterror.h"

#include <QNetworkReply>
#include <QRandomGenerator>

#include <algorithm>
#include <utility>

using namespace Qt::Literals::StringLiterals;

namespace net {

namespace {

/// Far above a page of 500 buckets (about 100 KiB), far below what hurts.
constexpr qint64 LargestBody = 32 * 1024 * 1024;

/// What a request was signed with, given back and then overwritten.
class Used
{
public:
    /// `authorization` must be there, and is empty afterwards.
    explicit Used(std::optional<Authorization> &authorization)
        : m_authorization(*std::exchange(authorization, std::nullopt))
    { }
    ~Used() { accounts::wipe(m_authorization.header); }
    Q_DISABLE_COPY_MOVE(Used)

    const Authorization &authorization() const { return m_authorization; }

private:
    Authorization m_authorization;
};

} // namespace

Call::Call(quint64 number, const atlas::RequestTarget &target, const Means &means, Handler handler,
           QuickReader readQuickly, QObject *parent)
    : QObject(parent), m_number(number), m_target(target), m_means(means),
      m_handler(std::move(handler)), m_readQuickly(std::move(readQuickly))
{
    m_deadlineTimer.setSingleShot(true);
    m_retryTimer.setSingleShot(true);
    m_retryTimer.setTimerType(Qt::PreciseTimer); // Others may end before their time.
    connect(&m_deadlineTimer, &QTimer::timeout, this, &Call::timeOut);
    connect(&m_retryTimer, &QTimer::timeout, this, &Call::beginTry);
}

Call::~Call()
{
    m_toldOfRetry = false; // Whoever ends the client is not told of each call.
    cancel();
}

void Call::start()
{
    soon([this] { beginTry(); });
}

void Call::setPriority(Priority priority)
{
    m_means.priority = priority;
    if (!m_ended)
        m_means.transport.lanes().promote(this, priority);
}

void Call::cancel()
{
    if (m_ended)
        return;
    m_ended = true;
    m_retryTimer.stop();
    endTry();
    deleteLater();
    if (m_toldOfRetry)
        Q_EMIT retriesEnded(m_number, false);
}

void Call::beginTry()
{
    m_timeLeft = m_means.deadline;
    takeTurn();
}

/// Once more for a request that is to be signed anew: Atlas counts that, too.
void Call::takeTurn()
{
    const RateBudget::Waiter waiter{
        this,
        [this] {
            m_isAdmitted = true;
            soon([this] { takePlace(); });
        },
        [this](QDeadlineTimer turn) {
            soon([this, turn] {
                if (!m_isAdmitted)
                    setWaiting(Waiting{Waiting::Reason::RateLimit, turn, {}, 0, 0});
            });
        }};
    if (m_means.budget.admit(RateBudget::limitOf(m_target), waiter)) {
        m_isAdmitted = true;
        takePlace();
    } else {
        m_place = {}; // Who waits for a limit holds up nobody else.
    }
}

void Call::takePlace()
{
    const QPointer<Call> self(this);
    setWaiting(std::nullopt);
    if (!self || m_ended)
        return;
    if (m_place) {
        authorize();
        return;
    }
    m_means.transport.lanes().take(m_means.priority, this, [this](Place place) {
        m_place = std::move(place);
        soon([this] { authorize(); });
    });
}

void Call::authorize()
{
    const QByteArray uri = m_means.transport.urlOf(m_target).toEncoded(
        QUrl::RemoveScheme | QUrl::RemoveAuthority | QUrl::FullyEncoded);
    const SigningWaiter waiter{
        this, [this](const atlas::Result<Authorization> &outcome) { takeAuthorization(outcome); },
        [this](const std::optional<Waiting> &waiting) {
            soon([this, waiting] { waitForSignIn(waiting); });
        }};
    const Signable request{uri, m_place.laneNumber(), m_place.number()};
    if (const auto signedBy = m_means.authenticator.authorize(request, waiter)) {
        m_authorization = *signedBy;
        send();
    }
}

/// Calls that nobody insists on are not worth a word.
void Call::waitForSignIn(const std::optional<Waiting> &waiting)
{
    const QPointer<Call> self(this);
    setWaiting(waiting);
    const bool isRetry = waiting && waiting->reason == Waiting::Reason::Retry;
    if (!self || m_ended || !isRetry || m_means.retries.mostRetries == 0)
        return;
    m_toldOfRetry = true;
    Q_EMIT retryPlanned(completed(waiting->error),
                        std::chrono::milliseconds(waiting->until.remainingTime()));
}

void Call::takeAuthorization(const atlas::Result<Authorization> &outcome)
{
    if (!outcome) {
        soon([this, error = outcome.error()] { fail(error); });
    } else if (m_ended) {
        m_means.authenticator.abandoned(*outcome);
    } else {
        m_authorization = *outcome;
        soon([this] { send(); });
    }
}

void Call::send()
{
    const QPointer<Call> self(this);
    setWaiting(std::nullopt);
    if (!self || m_ended)
        return;
    m_deadlineTimer.start(m_timeLeft);
    m_reception = new Reception(
        m_means.transport.get(m_target, m_authorization->header, m_place), LargestBody,
        [this](const atlas::Result<Answer> &answer) { receive(answer); }, this);
}

void Call::receive(const atlas::Result<Answer> &answer)
{
    m_reception.clear();
    pauseDeadline();
    if (answer) {
        judgeSoon(*answer);
        return;
    }
    m_place = {};
    atlas::ApiError error = answer.error();
    m_means.authenticator.redact(error, m_authorization->header);
    soon([this, error] { retryOrFail(error); });
}

/// While an answer is read, the connection need not lie idle, unless many wait to be read: they
/// would be lost if all that is under way were cancelled. A call that is to be signed anew goes by
/// the same place.
void Call::judgeSoon(const Answer &answer)
{
    const bool keepsPlace = answer.status == atlas::httpstatus::Unauthorized;
    if (!keepsPlace && !m_means.turns.isBehind())
        m_place = {};
    const QPointer<Call> self(this);
    if (answer.status == atlas::httpstatus::Ok)
        Q_EMIT answered();
    if (!self)
        return;
    m_means.turns.add(this, [this, answer, keepsPlace] {
        if (m_ended)
            return;
        if (!keepsPlace)
            m_place = {};
        judge(answer);
    });
}

void Call::judge(const Answer &answer)
{
    if (readQuickly(answer)) {
        accept(answer);
        end(Document{{}, answer.body});
        return;
    }
    auto content = atlas::readAnswer(answer.status, answer.body);
    if (!content) {
        m_means.authenticator.redact(content.error(), m_authorization->header);
        content.error().retryAfter = answer.retryAfter;
        if (atlas::refusesCredential(content.error())) {
            handleRefusal(answer, content.error());
            return;
        }
    }
    accept(answer);
    if (content)
        end(Document{*std::move(content), answer.body});
    else
        retryOrFail(content.error());
}

bool Call::readQuickly(const Answer &answer) const
{
    return answer.status == atlas::httpstatus::Ok && m_readQuickly && m_readQuickly(answer.body);
}

/// Not what it says, but that it does not ask for another credential.
void Call::accept(const Answer &answer)
{
    const Used used(m_authorization);
    m_means.authenticator.accepted(used.authorization());
    settle(answer.rateLimit);
}

void Call::handleRefusal(const Answer &answer, const atlas::ApiError &error)
{
    const Used used(m_authorization);
    const auto final =
        m_means.authenticator.refused(used.authorization(), answer.challenges, error, ++m_refusals);
    settle(answer.rateLimit);
    if (final)
        fail(*final);
    else
        takeTurn();
}

/// With the rate limit, of which the answer has told so much.
void Call::settle(const RateLimit &told)
{
    if (std::exchange(m_isAdmitted, false))
        m_means.budget.settle(RateBudget::limitOf(m_target), told);
}

void Call::retryOrFail(const atlas::ApiError &error)
{
    if (error.status == atlas::httpstatus::TooManyRequests)
        m_means.budget.noteRefusal(RateBudget::limitOf(m_target), error);
    const double chance = QRandomGenerator::global()->generateDouble();
    if (const auto wait = m_means.retries.waitBefore(m_retries + 1, error, chance))
        planRetry(completed(error), *wait);
    else
        fail(error);
}

void Call::planRetry(const atlas::ApiError &error, std::chrono::milliseconds wait)
{
    endTry();
    ++m_retries;
    m_toldOfRetry = true;
    m_retryTimer.start(wait);
    const QPointer<Call> self(this);
    setWaiting(Waiting{Waiting::Reason::Retry, QDeadlineTimer(wait), error, m_retries,
                       m_means.retries.mostRetries});
    if (self && !m_ended)
        Q_EMIT retryPlanned(error, wait);
}

/// Its own request did not bring an answer in time.
void Call::timeOut()
{
    const auto deadline = m_means.deadline;
    m_place.lane().renewConnections();
    atlas::ApiError error = m_reception ? m_reception->timeOut(deadline) : timeOutError(deadline);
    error.request = describeRequest("GET", m_means.transport.urlOf(m_target));
    if (m_authorization)
        m_means.authenticator.timedOut(Used(m_authorization).authorization(), error);
    fail(error);
}

void Call::pauseDeadline()
{
    if (!m_deadlineTimer.isActive())
        return;
    m_timeLeft = m_deadlineTimer.remainingTimeAsDuration();
    m_deadlineTimer.stop();
}

/// Leaves nothing of a try behind, wherever it stood.
void Call::endTry()
{
    m_deadlineTimer.stop();
    m_refusals = 0;
    if (m_reception)
        m_reception->cancel();
    m_reception.clear();
    m_means.authenticator.withdraw(this);
    if (m_authorization)
        m_means.authenticator.abandoned(Used(m_authorization).authorization());
    m_means.transport.lanes().withdraw(this);
    m_place = {};
    m_means.budget.withdraw(RateBudget::limitOf(m_target), this);
    settle({});
}

void Call::fail(const atlas::ApiError &error)
{
    end(tl::unexpected(completed(error)));
}

/// With what only the call knows.
atlas::ApiError Call::completed(atlas::ApiError error) const
{
    error.call = m_number;
    error.retries = error.duringSignIn ? std::max(error.retries, m_retries) : m_retries;
    error.role = m_target.role;
    error.hasOwnVersion = m_target.hasOwnVersion();
    error.signedBy = m_means.authenticator.kind();
    if (error.request.isEmpty())
        error.request = describeRequest("GET", m_means.transport.urlOf(m_target));
    return error;
}

void Call::end(atlas::Result<Document> result)
{
    if (m_ended)
        return;
    m_ended = true;
    endTry();
    deleteLater();
    const bool recovered = result && m_toldOfRetry;
    const QPointer<Call> self(this); // The handler may end the client, and this with it.
    const Handler handler = std::move(m_handler);
    handler(std::move(result));
    if (self && recovered)
        Q_EMIT retriesEnded(m_number, true);
}

void Call::setWaiting(std::optional<Waiting> waiting)
{
    const bool changes = waiting || m_waiting;
    m_waiting = std::move(waiting);
    if (changes)
        Q_EMIT waitingChanged();
}

/// From the event loop, unless the call has ended by then.
void Call::soon(std::function<void()> step)
{
    const auto stepIfAlive = [this, step = std::move(step)] {
        if (!m_ended)
            step();
    };
    QMetaObject::invokeMethod(this, stepIfAlive, Qt::QueuedConnection);
}

} // namespace net
