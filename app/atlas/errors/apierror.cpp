// SPDX-License-Identifier: Apache-2.0
#include "atlas/errors/apierror.h"

#include "atlas/errors/httpstatus.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QRegularExpression>

using namespace Qt::Literals::StringLiterals;

namespace atlas {

namespace {

constexpr qsizetype LongestQuote = 200;
/// Atlas's longest messages have a few hundred characters. Hundreds of errors are kept.
constexpr qsizetype LongestText = 4000;
constexpr qsizetype MostEntries = 50;

QString bounded(const QString &text)
{
    return text.size() > LongestText ? QString(text.first(LongestText) + u'…') : text;
}

QString textIn(const QJsonObject &body, QLatin1StringView key)
{
    return bounded(body.value(key).toString());
}

QString reasonPhrase(int status)
{
    switch (status) {
    case 400:
        return u"Bad Request"_s;
    case 401:
        return u"Unauthorized"_s;
    case 402:
        return u"Payment Required"_s;
    case 403:
        return u"Forbidden"_s;
    case 404:
        return u"Not Found"_s;
    case 405:
        return u"Method Not Allowed"_s;
    case 406:
        return u"Not Acceptable"_s;
    case 407:
        return u"Proxy Authentication Required"_s;
    case 409:
        return u"Conflict"_s;
    case 410:
        return u"Gone"_s;
    case 429:
        return u"Too Many Requests"_s;
    case 500:
        return u"Internal Server Error"_s;
    case 502:
        return u"Bad Gateway"_s;
    case 503:
        return u"Service Unavailable"_s;
    case 504:
        return u"Gateway Timeout"_s;
    default:
        return {};
    }
}

QStringList textsOf(const QJsonArray &values)
{
    QStringList texts;
    for (const QJsonValue &value : values) {
        if (texts.size() == MostEntries)
            break;
        texts.append(bounded(value.isString() ? value.toString() : value.toVariant().toString()));
    }
    return texts;
}

QList<FieldViolation> violationsOf(const QJsonObject &badRequestDetail)
{
    QList<FieldViolation> violations;
    const QJsonArray fields = badRequestDetail.value("fields"_L1).toArray();
    for (const QJsonValue &value : fields) {
        if (violations.size() == MostEntries)
            break;
        const QJsonObject field = value.toObject();
        violations.append({textIn(field, "field"_L1), textIn(field, "description"_L1)});
    }
    return violations;
}

/// What a body that is not JSON says, without its markup: a proxy's page, most often.
QString quoteText(const QByteArray &body)
{
    static const QRegularExpression hidden(u"<(script|style|head)\\b.*?</\\1\\s*>"_s,
                                           QRegularExpression::DotMatchesEverythingOption
                                               | QRegularExpression::CaseInsensitiveOption);
    static const QRegularExpression tag(u"<[^>]*>"_s);
    QString text = QString::fromUtf8(body.first(std::min<qsizetype>(body.size(), 16 * 1024)));
    text.replace(hidden, u" "_s).replace(tag, u" "_s);
    text = text.simplified();
    return text.size() > LongestQuote ? QString(text.first(LongestQuote) + u'…') : text;
}

ApiError fromAtlas(int status, const QJsonObject &body)
{
    ApiError error;
    error.status = status;
    error.errorCode = textIn(body, "errorCode"_L1);
    error.reason = textIn(body, "reason"_L1);
    error.detail = textIn(body, "detail"_L1);
    error.parameters = textsOf(body.value("parameters"_L1).toArray());
    error.fieldViolations = violationsOf(body.value("badRequestDetail"_L1).toObject());
    return error;
}

ApiError fromOAuth(int status, const QJsonObject &body)
{
    ApiError error;
    error.status = status;
    error.errorCode = textIn(body, "error"_L1);
    error.detail = textIn(body, "error_description"_L1);
    return error;
}

/// A damaged answer, most often. It is not for people, and may hold what nobody is to see.
bool beginsAsJson(const QByteArray &body)
{
    const QByteArray trimmed = body.trimmed();
    return trimmed.startsWith('{') || trimmed.startsWith('[');
}

ApiError fromText(int status, const QByteArray &body)
{
    ApiError error;
    error.status = status;
    if (body.trimmed().isEmpty())
        word(error, {}, {"atlas", QT_TRANSLATE_NOOP("atlas", "The response has no body.")});
    else if (!beginsAsJson(body))
        error.detail = quoteText(body);
    return error;
}

/// Bytes. What is longer is no error of Atlas's, and is not worth the memory that reading it takes.
constexpr qsizetype LargestError = 4 * 1024 * 1024;

QJsonDocument jsonOf(const QByteArray &body)
{
    return body.size() <= LargestError ? QJsonDocument::fromJson(body) : QJsonDocument();
}

ApiError withReason(ApiError error)
{
    if (error.reason.isEmpty())
        error.reason = reasonPhrase(error.status);
    if (error.reason.isEmpty() && error.detail.isEmpty())
        word(error, {}, {"atlas", QT_TRANSLATE_NOOP("atlas", "The response gives no reason.")});
    return error;
}

/// An address that is not on the access list may not use the credential, which is a good one.
ApiError asSignIn(ApiError error)
{
    const bool speaksOfCredential = error.status == httpstatus::BadRequest
        || error.status == httpstatus::Unauthorized || error.status == httpstatus::Forbidden;
    if (speaksOfCredential)
        error.kind = ApiError::Kind::SignIn;
    return error;
}

} // namespace

void word(ApiError &error, const Wording &reason, const Wording &detail)
{
    error.ownReason = reason;
    error.ownDetail = detail;
    error.reason = reason.toString();
    error.detail = detail.toString();
}

ApiError wordedAnew(ApiError error)
{
    if (!error.ownReason.isPlain())
        error.reason = error.ownReason.toString();
    if (!error.ownDetail.isPlain())
        error.detail = error.ownDetail.toString();
    return error;
}

ApiError errorFromAnswer(int status, const QByteArray &body)
{
    const QJsonDocument document = jsonOf(body);
    return withReason(document.isObject() ? fromAtlas(status, document.object())
                                          : fromText(status, body));
}

ApiError tokenErrorFromAnswer(int status, const QByteArray &body)
{
    const QJsonObject object = jsonOf(body).object();
    if (!object.value("error"_L1).isString())
        return asSignIn(errorFromAnswer(status, body));
    return asSignIn(withReason(fromOAuth(status, object)));
}

ApiError malformedAnswer(int status, const Wording &detail)
{
    ApiError error;
    error.kind = ApiError::Kind::Malformed;
    error.status = status;
    word(error, {"atlas", QT_TRANSLATE_NOOP("atlas", "Unexpected response")}, detail);
    return error;
}

} // namespace atlas
