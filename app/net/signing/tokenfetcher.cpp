// SPDX-License-Identifier: Apache-2.0
#include "net/signing/tokenfetcher.h"

#include "atlas/calls/decoding.h"
#include "net/headers/basicauthorization.h"
#include "net/wire/reception.h"
#include "net/wire/redaction.h"
#include "net/wire/transport.h"
#include "net/wire/transporterror.h"

#include <QNetworkReply>
#include <QRandomGenerator>

#include <algorithm>
#include <utility>

namespace net {

namespace {

/// Many times a token's answer, and not much of anything else.
constexpr qint64 LargestTokenAnswer = 1024 * 1024;

/// Atlas takes about 50 token calls a minute.
constexpr TokenBucket::Rate AllowedTokenCalls{40, 40, std::chrono::seconds(60)};

atlas::Result<QJsonObject> readBody(Answer answer)
{
    constexpr int FirstErrorStatus = 400;
    atlas::Result<QJsonObject> content = answer.status >= FirstErrorStatus
        ? tl::unexpected(atlas::tokenErrorFromAnswer(answer.status, answer.body))
        : atlas::readAnswer(answer.status, answer.body);
    accounts::wipe(answer.body);
    if (!content)
        content.error().retryAfter = answer.retryAfter;
    return content;
}

bool asksToWait(const atlas::ApiError &error)
{
    constexpr int TooManyTokenCalls = 429;
    return error.retryAfter || error.status == TooManyTokenCalls;
}

double chance()
{
    return QRandomGenerator::global()->generateDouble();
}

} // namespace

TokenFetcher::TokenFetcher(const accounts::Credential &account, Transport &transport,
                           const RetryPolicy &retries, std::chrono::milliseconds deadline,
                           Handler handler)
    : m_account(account), m_transport(transport), m_retries(retries), m_deadline(deadline),
      m_handler(std::move(handler)), m_allowance(AllowedTokenCalls, TokenBucket::Clock::now())
{
    m_timer.setSingleShot(true);
    m_timer.setTimerType(Qt::PreciseTimer); // Others may end before their time.
    connect(&m_timer, &QTimer::timeout, this, &TokenFetcher::sendWhenAllowed);
}

TokenFetcher::~TokenFetcher() = default;

void TokenFetcher::fetch(Urgency urgency)
{
    if (urgency == Urgency::Urgent)
        m_urgency = Urgency::Urgent;
    if (!m_call && !m_timer.isActive())
        sendWhenAllowed();
}

void TokenFetcher::stopRetrying()
{
    m_timer.stop();
    // Who asks anew need not wait for what was a guess of ours.
    if (!m_lastError || !asksToWait(*m_lastError))
        m_notBefore = QDeadlineTimer();
    endPlan();
}

void TokenFetcher::sendWhenAllowed()
{
    using std::chrono::milliseconds;
    const auto allowance = m_allowance.waitFor(TokenBucket::Clock::now());
    const auto wait = std::max(std::chrono::ceil<milliseconds>(allowance),
                               milliseconds(m_notBefore.remainingTime()));
    if (wait <= milliseconds(0)) {
        send();
        return;
    }
    if (m_urgency == Urgency::Background)
        return;
    m_timer.start(wait);
    const bool hasFailed = m_lastError.has_value();
    setWaiting(Waiting{hasFailed ? Waiting::Reason::Retry : Waiting::Reason::RateLimit,
                       QDeadlineTimer(wait), m_lastError.value_or(atlas::ApiError()),
                       std::max(1, m_retriesPlanned), m_retries.mostRetries});
}

void TokenFetcher::send()
{
    m_allowance.take(TokenBucket::Clock::now());
    QByteArray authorization = basicAuthorization(m_account);
    QNetworkReply *reply = m_transport.post(Transport::OAuthCall::Token, authorization,
                                            "grant_type=client_credentials");
    accounts::wipe(authorization);
    m_call = new Reception(
        reply, LargestTokenAnswer,
        [this, request = describeRequest("POST", reply->url())](auto answer) {
            receive(std::move(answer), request);
        },
        this);
    m_call->setDeadline(m_deadline);
    setWaiting(std::nullopt);
}

void TokenFetcher::receive(atlas::Result<Answer> answer, const QString &request)
{
    m_call.clear();
    m_allowance.settle({}, TokenBucket::Clock::now());
    if (!answer && answer.error().kind == atlas::ApiError::Kind::TimedOut)
        m_transport.lanes().first().renewConnections();
    const auto content = std::move(answer).and_then(readBody);
    const auto token = content.and_then(decodeTokenAnswer);
    if (token) {
        succeed(*token);
    } else {
        QByteArray unusable = content ? refusedToken(*content) : QByteArray();
        if (!unusable.isEmpty())
            Q_EMIT refused(unusable);
        atlas::ApiError error = token.error();
        error.request = request;
        error.duringSignIn = true;
        Redaction redaction;
        redaction.addCredential(m_account);
        redaction.addSecret(unusable);
        redaction.apply(error);
        accounts::wipe(unusable);
        fail(error);
    }
    Q_EMIT ended();
}

void TokenFetcher::succeed(const TokenAnswer &token)
{
    m_failures = 0;
    m_lastError.reset();
    m_notBefore = QDeadlineTimer();
    m_handler(token);
    endPlan();
}

void TokenFetcher::fail(const atlas::ApiError &error)
{
    ++m_failures;
    m_lastError = error;
    if (m_urgency == Urgency::Background) {
        m_notBefore = QDeadlineTimer(m_retries.pauseAfter(m_failures, error, chance()));
        return;
    }
    const auto wait = m_retries.waitBefore(m_retriesPlanned + 1, error, chance());
    if (!wait) {
        giveUp(error);
        return;
    }
    ++m_retriesPlanned;
    m_notBefore = QDeadlineTimer(*wait);
    sendWhenAllowed();
}

/// For those who wait now. Whoever comes later begins anew, but heeds what the server asked for.
void TokenFetcher::giveUp(const atlas::ApiError &error)
{
    const bool isPatient =
        m_retries.mostRetries > 0 && error.retryAfter && *error.retryAfter <= m_retries.longestWait;
    m_notBefore = isPatient ? QDeadlineTimer(*error.retryAfter) : QDeadlineTimer();
    if (!isPatient) {
        m_lastError.reset();
        m_failures = 0;
    }
    atlas::ApiError told = error;
    told.retries = m_retriesPlanned;
    m_handler(tl::unexpected(told));
    endPlan();
}

void TokenFetcher::endPlan()
{
    m_urgency = Urgency::Background;
    m_retriesPlanned = 0;
    setWaiting(std::nullopt);
}

void TokenFetcher::setWaiting(std::optional<Waiting> waiting)
{
    const bool changes = waiting || m_waiting;
    m_waiting = std::move(waiting);
    if (changes)
        Q_EMIT waitingChanged();
}

} // namespace net
