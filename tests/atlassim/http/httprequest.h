// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QByteArray>
#include <QList>
#include <QPair>
#include <QString>
#include <QUrlQuery>

namespace atlassim {

using HeaderList = QList<QPair<QByteArray, QByteArray>>;

/// A request as it came, read to its end.
struct HttpRequest
{
    QByteArray method;
    /// Path and query, in the encoding that normalisedTarget() gives.
    QByteArray target;
    QString path;
    QUrlQuery query;
    HeaderList headers;
    QByteArray body;
    bool fromLoopback{false};
    /// Whether the client sends its next request on the same connection.
    bool keepsConnection{true};

    /// The first header of that name, in any case; empty if there is none.
    QByteArray header(const QByteArray &name) const;

    /// Whether the query says `name=true`.
    bool flag(const QString &name, bool fallback = false) const;
};

/// A request target in QUrl's encoding: two spellings of one target become equal.
QByteArray normalisedTarget(const QByteArray &target);

} // namespace atlassim
