// SPDX-License-Identifier: Apache-2.0
#include "tests/atlassim/http/fault.h"

#include <QUrl>

#include <algorithm>

namespace atlassim {

namespace {

bool carries(const QUrlQuery &query, const QString &item)
{
    const auto items = query.queryItems(QUrl::FullyDecoded);
    return std::any_of(items.cbegin(), items.cend(), [&](const auto &pair) {
        return QString(pair.first + QLatin1Char('=') + pair.second) == item;
    });
}

std::optional<Delivery> deliveryNamed(const QString &name)
{
    if (name == QLatin1String("whole"))
        return Delivery::Whole;
    if (name == QLatin1String("cutShort"))
        return Delivery::CutShort;
    if (name == QLatin1String("dropped"))
        return Delivery::Dropped;
    if (name == QLatin1String("dripped"))
        return Delivery::Dripped;
    return std::nullopt;
}

HeaderList headersFrom(const QJsonObject &json)
{
    HeaderList headers;
    for (auto it = json.begin(); it != json.end(); ++it)
        headers.emplaceBack(it.key().toLatin1(), it.value().toString().toLatin1());
    return headers;
}

AtlasError errorFrom(const QJsonObject &json, int status)
{
    AtlasError error;
    error.status = status;
    error.errorCode = json.value(QLatin1String("errorCode")).toString();
    error.reason = json.value(QLatin1String("reason")).toString();
    error.detail = json.value(QLatin1String("detail")).toString();
    error.parameters = json.value(QLatin1String("parameters")).toArray();
    return error;
}

bool isServable(int status)
{
    return status == Fault::AnswerNormally || (status >= 200 && status <= 599);
}

} // namespace

Fault Fault::atlasError(int status, const QString &errorCode, const QString &reason,
                        const QString &detail, const QJsonArray &parameters)
{
    Fault fault;
    fault.pathPrefix = QStringLiteral("/api/atlas/v2");
    fault.status = status;
    fault.error = AtlasError{status, errorCode, detail, parameters, {}, reason};
    return fault;
}

Fault Fault::delay(const QString &pathPrefix, std::chrono::milliseconds latency)
{
    Fault fault;
    fault.pathPrefix = pathPrefix;
    fault.status = AnswerNormally;
    fault.latency = latency;
    return fault;
}

bool Fault::matches(const HttpRequest &request) const
{
    const bool pathMatches =
        wholePath ? request.path == pathPrefix : request.path.startsWith(pathPrefix);
    return pathMatches && (queryItem.isEmpty() || carries(request.query, queryItem));
}

std::optional<Fault> Fault::fromJson(const QJsonObject &json)
{
    Fault fault;
    fault.pathPrefix = json.value(QLatin1String("pathPrefix")).toString();
    fault.wholePath = json.value(QLatin1String("wholePath")).toBool();
    fault.queryItem = json.value(QLatin1String("queryItem")).toString();
    fault.times = json.value(QLatin1String("times")).toInt(1);
    fault.beforeAuthentication = json.value(QLatin1String("beforeAuthentication")).toBool();
    fault.status = json.value(QLatin1String("status")).toInt(fault.status);
    fault.headers = headersFrom(json.value(QLatin1String("headers")).toObject());
    fault.body = json.value(QLatin1String("body")).toString().toUtf8();
    if (const auto error = json.value(QLatin1String("atlasError")); error.isObject())
        fault.error = errorFrom(error.toObject(), fault.status);
    if (const auto latency = json.value(QLatin1String("latencyMs")); latency.isDouble())
        fault.latency = std::chrono::milliseconds(latency.toInt());
    const auto delivery =
        deliveryNamed(json.value(QLatin1String("delivery")).toString(QStringLiteral("whole")));
    if (!delivery || !fault.pathPrefix.startsWith(QLatin1Char('/')) || !isServable(fault.status))
        return std::nullopt;
    fault.delivery = *delivery;
    return fault;
}

} // namespace atlassim
