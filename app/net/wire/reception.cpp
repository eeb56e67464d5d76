// SPDX-License-Identifier: Apache-2.0
#include "net/wire/reception.h"

#include "net/wire/answererror.h"
#include "net/wire/transporterror.h"

#include <QNetworkReply>

namespace net {

namespace {

/// What Qt may hold of a body that we have not read yet.
constexpr qint64 ReadBufferSize = 1024 * 1024;
/// QIODevice::read() takes memory for as much as it is asked for, however little there is.
constexpr qint64 PieceSize = 64 * 1024;
/// The first interim status that Qt does not skip is the one after it.
constexpr int SwitchingProtocols = 101;

} // namespace

Reception::Reception(QNetworkReply *reply, qint64 largestBody, Handler handler, QObject *parent)
    : QObject(parent), m_reply(reply), m_largestBody(largestBody), m_handler(std::move(handler))
{
    m_deadline.setSingleShot(true);
    connect(&m_deadline, &QTimer::timeout, this,
            [this] { end(tl::unexpected(timeOut(m_deadline.intervalAsDuration()))); });
    // Noted, never ignored.
    connect(reply, &QNetworkReply::sslErrors, this,
            [this](const QList<QSslError> &errors) { m_tlsErrors = errors; });
    reply->setReadBufferSize(ReadBufferSize);
    connect(reply, &QNetworkReply::readyRead, this, &Reception::readSome);
    connect(reply, &QNetworkReply::finished, this, &Reception::readEnd);
}

Reception::~Reception()
{
    dropReply();
}

void Reception::setDeadline(std::chrono::milliseconds deadline)
{
    m_deadline.start(deadline);
}

void Reception::cancel()
{
    if (!m_reply)
        return;
    m_deadline.stop();
    dropReply();
    deleteLater();
}

atlas::ApiError Reception::timeOut(std::chrono::milliseconds deadline) const
{
    return timeOutError(deadline, m_reply);
}

void Reception::readSome()
{
    if (!m_reader) {
        m_reader =
            std::make_unique<BodyReader>(m_largestBody, m_reply->rawHeader("Content-Encoding"));
    }
    while (m_reply && m_reply->bytesAvailable() > 0) {
        if (const auto problem = m_reader->take(m_reply->read(PieceSize))) {
            fail(*problem); // The handler may have ended this.
            return;
        }
    }
}

void Reception::readEnd()
{
    const QPointer<Reception> self(this);
    readSome();
    if (!self || !m_reply)
        return;
    const int code = status();
    const bool cutShort = code > 0 && code < 400 && m_reply->error() != QNetworkReply::NoError;
    if (code == 0 || cutShort) {
        end(tl::unexpected(connectionError(*m_reply, m_tlsErrors)));
    } else if (code > SwitchingProtocols && code < 200) {
        end(tl::unexpected(interimError(*m_reply)));
    } else if (code >= 300 && code < 400) {
        end(tl::unexpected(redirectError(*m_reply)));
    } else if (const auto problem = m_reader->finish()) {
        fail(*problem);
    } else {
        end(Answer{code, m_reader->takeBody(), m_reply->rawHeader("WWW-Authenticate"),
                   retryAfterOf(*m_reply, QDateTime::currentDateTimeUtc()), rateLimitOf(*m_reply)});
    }
}

void Reception::fail(BodyReader::Problem problem)
{
    switch (problem) {
    case BodyReader::Problem::TooLarge:
        end(tl::unexpected(tooLargeError(m_largestBody)));
        return;
    case BodyReader::Problem::Damaged:
        end(tl::unexpected(damagedError(status())));
        return;
    case BodyReader::Problem::UnknownEncoding:
        end(tl::unexpected(unknownEncodingError(status(), m_reply->rawHeader("Content-Encoding"))));
        return;
    }
    Q_UNREACHABLE();
}

void Reception::end(atlas::Result<Answer> result)
{
    if (!m_reply)
        return;
    m_deadline.stop();
    dropReply();
    deleteLater();
    const Handler handler = std::move(m_handler); // It may end this, and with it what it holds.
    handler(std::move(result));
}

void Reception::dropReply()
{
    if (!m_reply)
        return;
    QNetworkReply *reply = m_reply;
    m_reply.clear();
    disconnect(reply, nullptr, this, nullptr);
    reply->abort();
    reply->deleteLater();
}

int Reception::status() const
{
    return m_reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
}

} // namespace net
