// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QDateTime>
#include <QString>
#include <QStringList>

#include <optional>

namespace atlas {

/// Something that happened in a project. May name a person: it is for eyes, and neither kept nor
/// logged.
struct ProjectEvent
{
    QString id{};
    /// Atlas's `eventTypeName`; there are hundreds, and more each year.
    QString type{};
    /// UTC, to the second.
    QDateTime created{};
    /// The address of who did it, or the public part of a key; nothing if Atlas did it by itself.
    std::optional<QString> actor{};
    /// As Atlas wrote it; nothing if it is about no cluster, or Atlas does not say about which.
    std::optional<QString> cluster{};

    friend bool operator==(const ProjectEvent &, const ProjectEvent &) = default;
};

/// Which events are asked for.
struct EventFilter
{
    /// Atlas's words; empty: all types.
    QStringList types{};
    /// Both ends belong to it.
    QDateTime from{};
    QDateTime to{};
};

} // namespace atlas
