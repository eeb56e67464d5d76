// SPDX-License-Identifier: Apache-2.0
#include "net/calls/client.h"

#include "net/signing/digestauthenticator.h"
#include "net/signing/serviceaccountauthenticator.h"
#include "net/wire/transporterror.h"

namespace net {

namespace {

std::unique_ptr<Authenticator> makeAuthenticator(accounts::Credential credential,
                                                 Transport &transport, const RetryPolicy &retries,
                                                 std::chrono::milliseconds deadline)
{
    switch (credential.authentication) {
    case accounts::Authentication::ServiceAccount:
        return std::make_unique<ServiceAccountAuthenticator>(credential, transport, retries,
                                                             deadline);
    case accounts::Authentication::ApiKey:
        return std::make_unique<DigestAuthenticator>(std::move(credential));
    }
    Q_UNREACHABLE();
}

} // namespace

Client::Client(Settings settings, QObject *parent)
    : QObject(parent), m_deadline(settings.deadline), m_options(settings.call),
      m_retries(settings.retries), m_transport(settings.baseUrl, settings.extraAuthorities),
      m_authenticator(makeAuthenticator(std::move(settings.credential), m_transport, m_retries,
                                        settings.deadline))
{
    connect(&m_transport, &Transport::exchanged, this, [this](const Exchange &exchange) {
        m_untold.append(exchange);
        // From the event loop: a request may end while its call or this is being destroyed.
        QMetaObject::invokeMethod(this, &Client::tellExchanges, Qt::QueuedConnection);
    });
    connect(m_authenticator.get(), &Authenticator::left, this, &Client::left);
}

Client::~Client()
{
    // Calls give their authorization back when they end: before the authenticator goes.
    qDeleteAll(findChildren<Call *>(Qt::FindDirectChildrenOnly));
}

void Client::setDeadline(std::chrono::milliseconds deadline)
{
    m_deadline = deadline;
    m_authenticator->setDeadline(deadline);
}

void Client::leave()
{
    m_hasLeft = true;
    // Or each call that is cancelled would make way for the next.
    m_authenticator->dropWaiters();
    const QPointer<Client> self(this);
    const auto calls = findChildren<Call *>(Qt::FindDirectChildrenOnly);
    const QList<QPointer<Call>> alive(calls.begin(), calls.end());
    for (const QPointer<Call> &call : alive) {
        if (call)
            call->cancel();
        if (!self)
            return;
    }
    m_authenticator->leave();
}

TokenBucket::Rate Client::rateOf(const atlas::RequestTarget &target)
{
    return m_budget.rateOf(RateBudget::limitOf(target));
}

QPointer<Call> Client::start(quint64 number, const atlas::RequestTarget &target, Effort effort,
                             Priority priority, QObject *context, Call::Handler handler,
                             Call::QuickReader readQuickly)
{
    const RetryPolicy retries = effort == Effort::Usual ? m_retries : RetryPolicy::none();
    auto *call =
        new Call(number, target,
                 {m_transport, *m_authenticator, m_budget, m_turns, retries, priority, m_deadline},
                 afterExchanges(context, std::move(handler)), std::move(readQuickly), this);
    connect(call, &Call::retryPlanned, this, &Client::retryPlanned);
    connect(call, &Call::retriesEnded, this, &Client::retriesEnded);
    connect(context, &QObject::destroyed, call, &Call::cancel);
    // A call that comes late would sign in anew, and nobody would sign out.
    if (m_hasLeft)
        call->cancel();
    else
        call->start();
    return call;
}

void Client::tellExchanges()
{
    const QPointer<Client> self(this);
    while (self && !m_untold.isEmpty())
        Q_EMIT exchanged(m_untold.takeFirst());
}

/// An answer may be read before the event loop comes to tell that it has come. Who hears of that
/// may end this, or `context`.
Call::Handler Client::afterExchanges(QObject *context, Call::Handler handler)
{
    return [client = QPointer<Client>(this), context = QPointer<QObject>(context),
            handler = std::move(handler)](atlas::Result<Document> result) {
        client->tellExchanges();
        if (client && context)
            handler(std::move(result));
    };
}

QString Client::describe(const atlas::RequestTarget &target) const
{
    return describeRequest("GET", m_transport.urlOf(target));
}

} // namespace net
