// SPDX-License-Identifier: Apache-2.0
#include "net/call.h"

#include "atlas/decoding.h"
#include "net/ratebudget.h"
#include "net/reception.h"
#include "net/redaction.h"
#include "net/transport.h"
#include "net/transporterror.h"

#include <QNetworkReply>
#include <QRandomGenerator>

using namespace Qt::Literals::StringLiterals;

namespace net {

namespace {

constexpr int Ok = 200;
constexpr int TooManyRequests = 429;
/// Far above a page of 500 buckets (about 100 KiB), far below what hurts.
constexpr qint64 LargestBody = 32 * 1024 * 1024;

} // namespace

Call::Call(quint64 number, const atlas::RequestTarget &target, const Means &means, Handler handler,
           QuickReader readQuickly, QObject *parent)
    : QObject(parent), m_number(number), m_target(target), m_means(means),
      m_handler(std::move(handler)), m_readQuickly(std::move(readQuickly))
{
    m_deadlineTimer.setSingleShot(true);
    m_deadlineTimer.setInterval(means.deadline);
    m_retryTimer.setSingleShot(true);
    connect(&m_deadlineTimer, &QTimer::timeout, this, [this] {
        const auto deadline = m_means.deadline;
        m_means.transport.renewConnections();
        fail(m_reception ? m_reception->timeOut(deadline) : timeOutError(deadline));
    });
    connect(&m_retryTimer, &QTimer::timeout, this, &Call::takeTurn);
}

Call::~Call()
{
    cancel();
}

void Call::start()
{
    QMetaObject::invokeMethod(this, &Call::takeTurn, Qt::QueuedConnection);
}

void Call::cancel()
{
    if (m_ended)
        return;
    m_ended = true;
    m_retryTimer.stop();
    endTry();
    deleteLater();
    if (m_retries > 0)
        Q_EMIT retriesEnded(m_number, false);
}

void Call::takeTurn()
{
    if (m_ended)
        return;
    const auto wait =
        m_means.budget.admit(RateBudget::limitOf(m_target), this, [this] { beginTry(); });
    if (!m_isAdmitted && !m_ended)
        setWaiting(Waiting{Waiting::Reason::RateLimit, QDeadlineTimer(wait), {}, 0, 0});
}

void Call::beginTry()
{
    m_isAdmitted = true;
    if (m_ended) {
        endTry();
        return;
    }
    setWaiting(std::nullopt);
    m_deadlineTimer.start();
    authorize();
}

void Call::authorize()
{
    const QByteArray uri = m_means.transport.urlOf(m_target).toEncoded(
        QUrl::RemoveScheme | QUrl::RemoveAuthority | QUrl::FullyEncoded);
    m_means.authenticator.authorize(uri, this,
                                    [this](const atlas::Result<Authorization> &signedBy) {
                                        if (m_ended)
                                            return;
                                        if (signedBy)
                                            send(*signedBy);
                                        else
                                            fail(signedBy.error());
                                    });
}

void Call::send(const Authorization &authorization)
{
    m_authorization = authorization;
    m_reception = new Reception(
        m_means.transport.get(m_target, authorization.header), LargestBody,
        [this](const atlas::Result<Answer> &answer) { receive(answer); }, this);
}

void Call::receive(const atlas::Result<Answer> &answer)
{
    m_reception.clear();
    if (answer) {
        judgeSoon(*answer);
        return;
    }
    atlas::ApiError error = answer.error();
    redact(error, m_authorization->header);
    retryOrFail(error);
}

/// While an answer is read, the connection need not lie idle.
void Call::judgeSoon(const Answer &answer)
{
    if (answer.status == Ok)
        Q_EMIT answered();
    const auto judgeIfAlive = [this, answer] {
        if (!m_ended)
            judge(answer);
    };
    QMetaObject::invokeMethod(this, judgeIfAlive, Qt::QueuedConnection);
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
        redact(content.error(), m_authorization->header);
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
    return answer.status == Ok && m_readQuickly && m_readQuickly(answer.body);
}

/// Not what it says, but that it does not ask for another credential.
void Call::accept(const Answer &answer)
{
    m_means.authenticator.accepted(*std::exchange(m_authorization, std::nullopt));
    m_isAdmitted = false;
    m_means.budget.settle(RateBudget::limitOf(m_target), answer.rateLimit);
}

void Call::handleRefusal(const Answer &answer, const atlas::ApiError &error)
{
    const Authorization used = *std::exchange(m_authorization, std::nullopt);
    const auto final = m_means.authenticator.refused(used, answer.challenges, error, ++m_refusals);
    if (final)
        fail(*final);
    else
        authorize();
}

void Call::retryOrFail(const atlas::ApiError &error)
{
    if (error.status == TooManyRequests)
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
    m_retryTimer.start(wait);
    setWaiting(Waiting{Waiting::Reason::Retry, QDeadlineTimer(wait), error, m_retries,
                       m_means.retries.mostRetries});
    Q_EMIT retryPlanned(error, wait);
}

/// Leaves nothing of a try behind, wherever it stood.
void Call::endTry()
{
    m_deadlineTimer.stop();
    m_refusals = 0;
    if (m_reception)
        m_reception->cancel();
    m_reception.clear();
    if (m_authorization)
        m_means.authenticator.abandoned(*std::exchange(m_authorization, std::nullopt));
    if (std::exchange(m_isAdmitted, false))
        m_means.budget.settle(RateBudget::limitOf(m_target), {});
}

void Call::fail(const atlas::ApiError &error)
{
    end(tl::unexpected(completed(error)));
}

/// With what only the call knows.
atlas::ApiError Call::completed(atlas::ApiError error) const
{
    error.call = m_number;
    error.retries = m_retries;
    error.role = m_target.role;
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
    const bool recovered = result && m_retries > 0;
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

} // namespace net
