// SPDX-License-Identifier: Apache-2.0
#include "tests/atlassim/api/envelope.h"

#include <QJsonDocument>

namespace atlassim {

namespace {

bool wantsEnvelope(const HttpRequest &request)
{
    return request.flag(QStringLiteral("envelope"));
}

QByteArray print(const HttpRequest &request, const QJsonObject &json)
{
    return QJsonDocument(json).toJson(
        request.flag(QStringLiteral("pretty")) ? QJsonDocument::Indented : QJsonDocument::Compact);
}

QJsonObject wrapped(int status, const QJsonObject &content)
{
    return {{QStringLiteral("status"), status}, {QStringLiteral("content"), content}};
}

} // namespace

QByteArray listBody(const HttpRequest &request, QJsonObject page)
{
    if (wantsEnvelope(request))
        page.insert(QStringLiteral("status"), 200);
    return print(request, page);
}

HttpReply objectReply(const HttpRequest &request, const QJsonObject &object,
                      const HeaderList &headers)
{
    return {200, headers, print(request, wantsEnvelope(request) ? wrapped(200, object) : object)};
}

HttpReply errorReply(const HttpRequest &request, const AtlasError &error)
{
    HttpReply reply = errorReply(error);
    if (wantsEnvelope(request)) {
        reply.status = 200;
        reply.body = print(request, wrapped(error.status, error.toJson()));
    } else {
        reply.body = print(request, error.toJson());
    }
    return reply;
}

} // namespace atlassim
