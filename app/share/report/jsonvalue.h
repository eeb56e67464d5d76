// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QByteArray>
#include <QJsonArray>
#include <QJsonValue>

namespace share {

/// A value as JSON, in one line, in whose strings nothing hides.
QByteArray jsonOf(const QJsonValue &value);

/// The values as a list of JSON, a line each.
QByteArray jsonLines(const QJsonArray &values);

} // namespace share
