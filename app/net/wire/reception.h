// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "atlas/errors/result.h"
#include "net/headers/answerheaders.h"
#include "net/wire/bodyreader.h"

#include <QObject>
#include <QPointer>
#include <QSslError>
#include <QTimer>

#include <functional>
#include <memory>

class QNetworkReply;

namespace net {

/// What a server answered, whole, whichever its status; but no redirect.
struct Answer
{
    int status = 0;
    /// Decompressed.
    QByteArray body;
    /// `WWW-Authenticate`: all challenges, separated by commas.
    QByteArray challenges;
    std::optional<std::chrono::seconds> retryAfter;
    RateLimit rateLimit;
};

/// Receives one answer: its body up to a limit, its end, or why there is none. Ends exactly once;
/// then it deletes itself and the reply.
class Reception final : public QObject
{
    Q_OBJECT

public:
    using Handler = std::function<void(atlas::Result<Answer>)>;

    /// Takes `reply` over. `largestBody` in bytes.
    Reception(QNetworkReply *reply, qint64 largestBody, Handler handler, QObject *parent);
    ~Reception() override;

    /// Ends it with a time-out unless it has ended by then.
    void setDeadline(std::chrono::milliseconds deadline);
    /// Ends it without a word: the handler is not called. Does nothing if it has ended.
    void cancel();

    /// The error of its not having ended within `deadline`.
    atlas::ApiError timeOut(std::chrono::milliseconds deadline) const;

private:
    void readSome();
    void readEnd();
    void fail(BodyReader::Problem problem);
    void end(atlas::Result<Answer> result);
    void dropReply();
    int status() const;

    QPointer<QNetworkReply> m_reply;
    qint64 m_largestBody;
    Handler m_handler;
    std::unique_ptr<BodyReader> m_reader;
    QList<QSslError> m_tlsErrors;
    QTimer m_deadline;
};

} // namespace net
