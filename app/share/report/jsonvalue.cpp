// SPDX-License-Identifier: Apache-2.0
#include "share/report/jsonvalue.h"

#include "base/texts/hiddentext.h"

#include <QByteArrayList>
#include <QJsonDocument>

namespace share {

QByteArray jsonOf(const QJsonValue &value)
{
    const QByteArray list = QJsonDocument(QJsonArray{value}).toJson(QJsonDocument::Compact);
    return base::jsonWithEscapes(list.sliced(1, list.size() - 2), base::Hiding::Harmful);
}

QByteArray jsonLines(const QJsonArray &values)
{
    QByteArrayList lines;
    for (const QJsonValue &value : values)
        lines.append(jsonOf(value));
    return lines.isEmpty() ? QByteArray("[]") : QByteArray("[\n" + lines.join(",\n") + "\n]");
}

} // namespace share
