// SPDX-License-Identifier: Apache-2.0
#include "tests/atlassim/api/listshift.h"

namespace atlassim {

std::optional<ListShift::Kind> ListShift::kindNamed(const QString &name)
{
    if (name == QLatin1String("insert"))
        return Kind::InsertFirst;
    if (name == QLatin1String("remove"))
        return Kind::RemoveFirst;
    if (name == QLatin1String("swap"))
        return Kind::Swap;
    return std::nullopt;
}

std::optional<ListShift> ListShift::fromJson(const QJsonObject &json)
{
    const auto kind = kindNamed(json.value(QLatin1String("kind")).toString());
    const int everyPages = json.value(QLatin1String("everyPages")).toInt(1);
    if (!kind || everyPages < 1)
        return std::nullopt;
    return ListShift{*kind, json.value(QLatin1String("project")).toString(), everyPages,
                     json.value(QLatin1String("times")).toInt(Forever)};
}

} // namespace atlassim
