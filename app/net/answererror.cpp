// SPDX-License-Identifier: Apache-2.0
#include "net/answererror.h"

#include <QCoreApplication>
#include <QLocale>

namespace net {

namespace {

/// More of an encoding's name than this is no name.
constexpr qsizetype LongestEncodingName = 40;

atlas::ApiError unreadable(int status, const QString &reason, const QString &detail)
{
    atlas::ApiError error;
    error.kind = atlas::ApiError::Kind::Malformed;
    error.status = status;
    error.reason = reason;
    error.detail = detail;
    return error;
}

} // namespace

atlas::ApiError tooLargeError(qint64 limit)
{
    return unreadable(
        0, QCoreApplication::translate("net::AnswerError", "Answer too large"),
        QCoreApplication::translate("net::AnswerError",
                                    "The answer is longer than %1; it was not read to its end.")
            .arg(QLocale().formattedDataSize(limit, 0)));
}

atlas::ApiError damagedError(int status)
{
    return unreadable(
        status, QCoreApplication::translate("net::AnswerError", "Damaged answer"),
        QCoreApplication::translate("net::AnswerError",
                                    "The compressed answer is damaged or was cut short."));
}

atlas::ApiError unknownEncodingError(int status, const QByteArray &encoding)
{
    return unreadable(
        status, QCoreApplication::translate("net::AnswerError", "Unreadable answer"),
        QCoreApplication::translate("net::AnswerError",
                                    "The answer is encoded as \"%1\", which was not asked for.")
            .arg(QString::fromLatin1(encoding.left(LongestEncodingName))));
}

} // namespace net
