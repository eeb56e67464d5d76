// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QDateTime>
#include <QString>

#include <optional>

namespace atlassim {

/// Who did what an event tells of; neither a key nor a person: Atlas itself.
struct EventActor
{
    std::optional<QString> publicKey{};
    std::optional<QString> username{};
};

/// Something that happened in a project.
struct Event
{
    QString id;
    QString eventTypeName{};
    QDateTime created{};
    EventActor actor{};
    std::optional<QString> clusterName{};
    std::optional<QString> alertConfigId{};
};

} // namespace atlassim
