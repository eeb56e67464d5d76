// SPDX-License-Identifier: Apache-2.0
#include "net/call.h"

#include "atlas/decoding.h"
#include "net/answerheaders.h"
#include "net/transport.h"
#include "net/transporterror.h"

#include <QNetworkReply>

using namespace Qt::Literals::StringLiterals;

namespace net {

namespace {

constexpr int Unauthorized = 401;
/// Far above a page of 500 buckets (about 100 KiB), far below what hurts.
constexpr qint64 LargestBody = 32 * 1024 * 1024;

/// Atlas says 401 too when it knows the credential well and its role is too low.
bool credentialIsKnown(const atlas::ApiError &answer)
{
    return answer.errorCode.startsWith("USER_"_L1) || answer.errorCode.startsWith("NOT_"_L1);
}

} // namespace

Call::Call(const atlas::RequestTarget &target, const Means &means, Handler handler, QObject *parent)
    : QObject(parent), m_target(target), m_means(means), m_handler(std::move(handler))
{
    m_deadlineTimer.setSingleShot(true);
    m_deadlineTimer.setInterval(means.deadline);
    connect(&m_deadlineTimer, &QTimer::timeout, this,
            [this] { fail(timeOutError(m_means.deadline)); });
}

Call::~Call()
{
    cancel();
}

void Call::start()
{
    m_deadlineTimer.start();
    QMetaObject::invokeMethod(this, &Call::authorize, Qt::QueuedConnection);
}

void Call::cancel()
{
    if (m_ended)
        return;
    m_ended = true;
    dropReply();
    giveBackAuthorization();
    deleteLater();
}

void Call::authorize()
{
    if (m_ended)
        return;
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
    m_body.clear();
    m_reply = m_means.transport.get(m_target, authorization.header);
    connect(m_reply, &QNetworkReply::readyRead, this, &Call::readSome);
    connect(m_reply, &QNetworkReply::finished, this, &Call::readAnswer);
}

void Call::readSome()
{
    m_body += m_reply->read(LargestBody + 1 - m_body.size());
    if (m_body.size() > LargestBody)
        fail(tooLargeError(LargestBody));
}

void Call::readAnswer()
{
    readSome();
    if (m_ended)
        return;
    const int status = m_reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
    const bool cutShort = status > 0 && status < 400 && m_reply->error() != QNetworkReply::NoError;
    if (status == 0 || cutShort)
        fail(transportError(*m_reply));
    else if (status >= 300 && status < 400)
        fail(redirectError(*m_reply));
    else
        judge(status);
}

void Call::judge(int status)
{
    auto answer = atlas::readAnswer(status, m_body);
    if (!answer) {
        answer.error().retryAfter = retryAfterOf(*m_reply, QDateTime::currentDateTimeUtc());
        if (answer.error().status == Unauthorized && !credentialIsKnown(answer.error())) {
            handleRefusal(answer.error());
            return;
        }
    }
    m_means.authenticator.accepted(*std::exchange(m_authorization, std::nullopt));
    if (answer)
        end(std::move(answer));
    else
        fail(answer.error());
}

void Call::handleRefusal(const atlas::ApiError &answer)
{
    const Authorization used = *std::exchange(m_authorization, std::nullopt);
    const QByteArray challenges = m_reply->rawHeader("WWW-Authenticate");
    dropReply();
    const auto error = m_means.authenticator.refused(used, challenges, answer, ++m_refusals);
    if (error)
        fail(*error);
    else
        authorize();
}

void Call::dropReply()
{
    if (!m_reply)
        return;
    QNetworkReply *reply = m_reply;
    m_reply.clear();
    disconnect(reply, nullptr, this, nullptr);
    reply->abort();
    reply->deleteLater();
}

void Call::giveBackAuthorization()
{
    if (m_authorization)
        m_means.authenticator.abandoned(*std::exchange(m_authorization, std::nullopt));
}

void Call::fail(atlas::ApiError error)
{
    if (error.request.isEmpty())
        error.request = describeRequest("GET", m_means.transport.urlOf(m_target));
    end(tl::unexpected(std::move(error)));
}

void Call::end(atlas::Result<QJsonObject> result)
{
    if (m_ended)
        return;
    m_ended = true;
    m_deadlineTimer.stop();
    dropReply();
    giveBackAuthorization();
    deleteLater();
    m_handler(std::move(result));
}

} // namespace net
