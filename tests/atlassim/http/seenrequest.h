// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "tests/atlassim/http/caller.h"
#include "tests/atlassim/http/httprequest.h"

#include <QJsonObject>
#include <QMetaType>

namespace atlassim {

/// What is remembered of a request. Holds no secret: neither headers nor bodies are kept.
struct SeenRequest
{
    QByteArray method;
    QString path{};
    /// Decoded, in the order received.
    QList<QPair<QString, QString>> queryItems;
    QByteArray accept{};
    AuthScheme scheme{AuthScheme::None};
    /// The credentials were looked at and good.
    bool authorised{false};
    /// The HTTP status answered; 0 if the connection was dropped instead.
    int status{0};

    static SeenRequest of(const HttpRequest &request);

    /// The value of the first query item of that name; empty if there is none.
    QString queryItem(const QString &name) const;

    QJsonObject toJson() const;
};

/// The scheme of the request's `Authorization` header.
AuthScheme schemeOf(const HttpRequest &request);

} // namespace atlassim

Q_DECLARE_METATYPE(atlassim::SeenRequest)
