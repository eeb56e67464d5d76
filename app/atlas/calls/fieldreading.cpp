// SPDX-License-Identifier: Apache-2.0
#include "atlas/calls/fieldreading.h"

#include <QCoreApplication>
#include <QTimeZone>

namespace atlas::decoding {

Wording expectedId()
{
    return {"atlas::JsonReader",
            QT_TRANSLATE_NOOP("atlas::JsonReader", "not 24 hexadecimal digits")};
}

std::optional<QDateTime> readTime(JsonReader &reader, const QString &key)
{
    const auto text = reader.string(key);
    if (!text)
        return std::nullopt;
    const QDateTime time = QDateTime::fromString(*text, Qt::ISODateWithMs);
    return time.isValid() ? std::optional(time.toUTC()) : std::nullopt;
}

} // namespace atlas::decoding
