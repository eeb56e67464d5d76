// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "atlas/values/objectid.h"

#include <QDateTime>
#include <QString>

#include <optional>

namespace atlas {

/// A project, which the API calls a group.
struct Project
{
    ProjectId id;
    QString name;
    std::optional<QString> organizationId;
    /// UTC.
    std::optional<QDateTime> created;
    std::optional<qint64> clusterCount;

    friend bool operator==(const Project &, const Project &) = default;
};

} // namespace atlas
