// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "atlas/values/objectid.h"

#include <QString>

#include <optional>

namespace insight {

/// Something that can be gone to by its name.
struct Place
{
    enum class Kind { Project, Bucket, Cluster, Command, Setting };

    Kind kind = Kind::Project;
    /// What it is called.
    QString name;
    /// Of a bucket, its provider; of a command, its keys; of a setting, where it stands. For
    /// people.
    QString detail{};
    /// Of a bucket and of a cluster; the ID where the name is not known.
    QString projectName{};
    /// What is gone to: of all but commands and settings.
    std::optional<atlas::ProjectId> project{};
    std::optional<atlas::BucketId> bucket{};
    /// Of commands and settings, as who named them counts.
    int number = 0;

    /// Whether both lead to the same.
    bool isSame(const Place &other) const
    {
        const bool hasSameName =
            kind == Kind::Project || kind == Kind::Bucket || name == other.name;
        return kind == other.kind && project == other.project && bucket == other.bucket
            && number == other.number && hasSameName;
    }
};

} // namespace insight
