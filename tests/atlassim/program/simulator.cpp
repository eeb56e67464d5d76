// SPDX-License-Identifier: Apache-2.0
#include "tests/atlassim/program/simulator.h"

#include <QFile>

#include <utility>

namespace atlassim {

namespace {

QByteArray contentOf(const QString &fileName)
{
    QFile file(fileName);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

QSslKey privateKey(const QByteArray &pem)
{
    for (const auto algorithm : {QSsl::Rsa, QSsl::Ec}) {
        QSslKey key(pem, algorithm);
        if (!key.isNull())
            return key;
    }
    return {};
}

HttpReply replyOf(const Fault &fault, FaultQueue::Stage stage, const HttpRequest &request)
{
    if (!fault.error)
        return {fault.status, {}, fault.body};
    return stage == FaultQueue::Stage::AfterAuthentication ? errorReply(request, *fault.error)
                                                           : errorReply(*fault.error);
}

} // namespace

Simulator::Simulator(World world, const Options &options, QObject *parent)
    : QObject(parent), m_world(std::move(world)), m_options(options), m_digest(m_options),
      m_tokens(m_options), m_limiter(m_options), m_authenticator(m_world, m_digest, m_tokens),
      m_oauth(m_world, m_options, m_tokens), m_atlas(m_world, m_options, m_limiter),
      m_exportClock(m_options), m_control(*this)
{ }

Simulator::~Simulator() = default;

bool Simulator::useTls(const QString &certificateFile, const QString &keyFile)
{
    m_certificate = QSslCertificate(contentOf(certificateFile), QSsl::Pem);
    m_key = privateKey(contentOf(keyFile));
    return !m_certificate.isNull() && !m_key.isNull();
}

bool Simulator::listen(quint16 port)
{
    close();
    m_front =
        std::make_unique<HttpFront>([this](const HttpRequest &request) { return answer(request); });
    if (!m_key.isNull())
        m_front->useTls(m_certificate, m_key);
    m_port = m_front->listen(port);
    if (m_port == 0)
        close();
    return m_port != 0;
}

void Simulator::close()
{
    m_front.reset();
    m_port = 0;
}

QUrl Simulator::baseUrl() const
{
    QUrl url;
    if (m_port == 0)
        return url;
    url.setScheme(m_key.isNull() ? QStringLiteral("http") : QStringLiteral("https"));
    url.setHost(QStringLiteral("127.0.0.1"));
    url.setPort(m_port);
    return url;
}

void Simulator::addFault(const Fault &fault)
{
    m_faults.add(fault);
}

void Simulator::clearFaults()
{
    m_faults.clear();
}

void Simulator::addShift(const ListShift &shift)
{
    m_shifter.add(shift);
}

void Simulator::clearShifts()
{
    m_shifter.clear();
}

QList<SeenRequest> Simulator::seenRequests() const
{
    return m_seen;
}

void Simulator::clearSeenRequests()
{
    m_seen.clear();
}

int Simulator::liveTokenCount()
{
    return m_tokens.liveCount();
}

void Simulator::expireTokens()
{
    m_tokens.expireAll();
}

void Simulator::expireNonces()
{
    m_digest.expireNonces();
}

void Simulator::refillRateLimits()
{
    m_limiter.refillAll();
}

PlannedReply Simulator::answer(const HttpRequest &request)
{
    if (ControlApi::serves(request.path))
        return {m_control.answer(request), {}, [] {
                }};
    const Decision decision = decide(request);
    SeenRequest seen = SeenRequest::of(request);
    seen.authorised = decision.authorised;
    seen.status = decision.reply.delivery == Delivery::Dropped ? 0 : decision.reply.status;
    m_seen.append(seen);
    return {decision.reply, decision.latency.value_or(m_options.latency), [this, seen] {
                Q_EMIT requestAnswered(seen);
            }};
}

Simulator::Decision Simulator::decide(const HttpRequest &request)
{
    if (OAuthApi::serves(request.path))
        return decideOAuth(request);
    if (AtlasApi::serves(request.path))
        return decideAtlas(request);
    return {errorReply(resourceNotFound(request.path))};
}

Simulator::Decision Simulator::decideOAuth(const HttpRequest &request)
{
    return underFaults(request, FaultQueue::Stage::OAuthCall, [&] {
        Decision decision{m_oauth.answer(request)};
        decision.authorised = decision.reply.status == 200;
        return decision;
    });
}

Simulator::Decision Simulator::decideAtlas(const HttpRequest &request)
{
    return underFaults(request, FaultQueue::Stage::BeforeAuthentication, [&] {
        const auto caller = m_authenticator.authenticate(request);
        return caller ? decideAuthenticated(request, *caller) : Decision{caller.error()};
    });
}

Simulator::Decision Simulator::decideAuthenticated(const HttpRequest &request, const Caller &caller)
{
    Decision decision = underFaults(request, FaultQueue::Stage::AfterAuthentication,
                                    [&] { return decideNormally(request, caller); });
    decision.authorised = true;
    return decision;
}

Simulator::Decision Simulator::decideNormally(const HttpRequest &request, const Caller &caller)
{
    if (ExportClock::isStartedBy(request.path))
        m_exportClock.advance(m_world);
    Decision decision{m_atlas.answer(request, caller)};
    if (decision.reply.status == 200)
        m_shifter.answered(request, m_world);
    return decision;
}

Simulator::Decision Simulator::underFaults(const HttpRequest &request, FaultQueue::Stage stage,
                                           const std::function<Decision()> &normally)
{
    const auto fault = m_faults.take(request, stage);
    if (!fault)
        return normally();
    Decision decision = fault->status == Fault::AnswerNormally
        ? normally()
        : Decision{replyOf(*fault, stage, request)};
    decision.reply.headers.append(fault->headers);
    if (fault->delivery != Delivery::Whole)
        decision.reply.delivery = fault->delivery;
    if (fault->latency)
        decision.latency = fault->latency;
    return decision;
}

} // namespace atlassim
