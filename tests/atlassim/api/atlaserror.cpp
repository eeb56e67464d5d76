// SPDX-License-Identifier: Apache-2.0
#include "tests/atlassim/api/atlaserror.h"

#include <QJsonDocument>

namespace atlassim {

namespace {

QJsonObject toJson(const QList<FieldViolation> &fields)
{
    QJsonArray list;
    for (const auto &violation : fields) {
        list.append(QJsonObject{{QStringLiteral("field"), violation.field},
                                {QStringLiteral("description"), violation.description}});
    }
    return {{QStringLiteral("fields"), list}};
}

} // namespace

QJsonObject AtlasError::toJson() const
{
    QJsonObject json{{QStringLiteral("error"), status},
                     {QStringLiteral("errorCode"), errorCode},
                     {QStringLiteral("reason"), reason.isEmpty() ? reasonPhrase(status) : reason},
                     {QStringLiteral("detail"), detail}};
    if (!parameters.isEmpty())
        json.insert(QStringLiteral("parameters"), parameters);
    if (!fields.isEmpty())
        json.insert(QStringLiteral("badRequestDetail"), atlassim::toJson(fields));
    return json;
}

HttpReply errorReply(const AtlasError &error)
{
    return {error.status,
            {{"Content-Type", "application/json"}, {"X-Error-Code", error.errorCode.toUtf8()}},
            QJsonDocument(error.toJson()).toJson(QJsonDocument::Compact)};
}

AtlasError unauthorizedError()
{
    return {401, QStringLiteral("UNEXPECTED_ERROR"),
            QStringLiteral("You are not authorized for this resource.")};
}

} // namespace atlassim
