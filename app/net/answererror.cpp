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
        0, QCoreApplication::translate("net::AnswerError", "Response too large"),
        QCoreApplication::translate("net::AnswerError",
                                    "The response is larger than %1 and was not loaded "
                                    "completely.")
            .arg(QLocale().formattedDataSize(limit, 0)));
}

atlas::ApiError damagedError(int status)
{
    return unreadable(status, QCoreApplication::translate("net::AnswerError", "Damaged response"),
                      QCoreApplication::translate(
                          "net::AnswerError", "The compressed response is damaged or incomplete."));
}

atlas::ApiError unknownEncodingError(int status, const QByteArray &encoding)
{
    return unreadable(
        status, QCoreApplication::translate("net::AnswerError", "Unreadable response"),
        QCoreApplication::translate("net::AnswerError",
                                    "The response uses the encoding “%1”, which was not "
                                    "requested.")
            .arg(QString::fromLatin1(encoding.left(LongestEncodingName))));
}

} // namespace net
