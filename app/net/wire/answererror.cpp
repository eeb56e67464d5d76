// SPDX-License-Identifier: Apache-2.0
#include "net/wire/answererror.h"

#include <QCoreApplication>
#include <QLocale>

namespace net {

namespace {

/// More of an encoding's name than this is no name.
constexpr qsizetype LongestEncodingName = 40;

constexpr auto AnswerContext = "net::AnswerError";

atlas::ApiError unreadable(int status, const char *reason, const char *detail,
                           const QString &value = {})
{
    atlas::ApiError error;
    error.kind = atlas::ApiError::Kind::Malformed;
    error.status = status;
    atlas::word(error, {AnswerContext, reason}, {AnswerContext, detail, {value}});
    return error;
}

} // namespace

atlas::ApiError tooLargeError(qint64 limit)
{
    return unreadable(0, QT_TRANSLATE_NOOP("net::AnswerError", "Response too large"),
                      QT_TRANSLATE_NOOP("net::AnswerError",
                                        "The response is larger than %1 and was not loaded "
                                        "completely."),
                      QLocale().formattedDataSize(limit, 0));
}

atlas::ApiError damagedError(int status)
{
    return unreadable(
        status, QT_TRANSLATE_NOOP("net::AnswerError", "Damaged response"),
        QT_TRANSLATE_NOOP("net::AnswerError", "The compressed response is damaged or incomplete."));
}

atlas::ApiError unknownEncodingError(int status, const QByteArray &encoding)
{
    return unreadable(status, QT_TRANSLATE_NOOP("net::AnswerError", "Unreadable response"),
                      QT_TRANSLATE_NOOP("net::AnswerError",
                                        "The response uses the encoding “%1”, which was not "
                                        "requested."),
                      QString::fromLatin1(encoding.left(LongestEncodingName)));
}

} // namespace net
