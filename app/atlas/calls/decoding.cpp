// SPDX-License-Identifier: Apache-2.0
#include "atlas/calls/decoding.h"

#include "atlas/errors/httpstatus.h"

#include <QCoreApplication>
#include <QJsonDocument>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace atlas {

namespace {

/// The status an envelope carries; 0 if the body is in none.
int envelopeStatus(const QJsonObject &body)
{
    return body.value("status"_L1).toInt();
}

QByteArray errorInside(const QJsonObject &body)
{
    const QJsonValue content = body.value("content"_L1);
    return QJsonDocument(content.isObject() ? content.toObject() : body).toJson();
}

/// Far above Atlas's largest pages: 500 buckets have some 10,000. Qt takes far more memory for many
/// small values than the body they came in.
constexpr int MostValues = 500'000;

/// How many values there are at most: what is between commas, colons and brackets.
qsizetype countValues(const QByteArray &body)
{
    return std::count_if(body.begin(), body.end(),
                         [](char c) { return c == ',' || c == ':' || c == '[' || c == '{'; });
}

} // namespace

Result<QJsonObject> readAnswer(int httpStatus, const QByteArray &body)
{
    if (httpStatus >= httpstatus::BadRequest && httpStatus <= httpstatus::LastError)
        return tl::unexpected(errorFromAnswer(httpStatus, body));

    if (httpStatus != httpstatus::Ok) {
        return tl::unexpected(
            malformedAnswer(httpStatus,
                            {"atlas",
                             QT_TRANSLATE_NOOP("atlas", "Expected status 200, but received %1."),
                             {QString::number(httpStatus)}}));
    }

    if (countValues(body) > MostValues) {
        return tl::unexpected(malformedAnswer(
            httpStatus,
            Wording::counted("atlas",
                             QT_TRANSLATE_N_NOOP("atlas", "The response has more than %Ln values."),
                             MostValues)));
    }
    QJsonParseError problem;
    const QJsonDocument document = QJsonDocument::fromJson(body, &problem);
    if (!document.isObject()) {
        const Wording detail = body.isEmpty()
            ? Wording("atlas", QT_TRANSLATE_NOOP("atlas", "The response has no body."))
            : Wording::counted(
                "atlas",
                QT_TRANSLATE_N_NOOP("atlas",
                                    "The response is not a complete JSON object: %1 at byte %Ln."),
                problem.offset, {problem.errorString()});
        return tl::unexpected(malformedAnswer(httpStatus, detail));
    }

    QJsonObject object = document.object();
    const int inner = envelopeStatus(object);
    if (inner >= httpstatus::BadRequest)
        return tl::unexpected(errorFromAnswer(inner, errorInside(object)));
    const int bareError = object.value("error"_L1).toInt();
    if (bareError >= httpstatus::BadRequest && object.contains("errorCode"_L1))
        return tl::unexpected(errorFromAnswer(bareError, body));
    if (inner != 0 && object.value("content"_L1).isObject())
        return object.value("content"_L1).toObject();
    return object;
}

} // namespace atlas
