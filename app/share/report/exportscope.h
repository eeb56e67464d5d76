// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "atlas/errors/apierror.h"
#include "atlas/values/clustername.h"
#include "atlas/values/project.h"

#include <QDateTime>
#include <QLatin1StringView>
#include <QList>
#include <QString>
#include <QUrl>

#include <optional>

namespace share {

/// What the rows of a file are, and what they are not: told in the file itself, for who reads it
/// without the window that it came from.
struct ExportScope
{
    /// Something of a project that could not be read.
    struct Unread
    {
        atlas::Project project{};
        atlas::ApiError error{};
        /// As scripts know it: see insight::UnreadPart.
        QLatin1StringView what{"buckets"};
        /// Of what belongs to one cluster.
        std::optional<atlas::ClusterName> cluster{};
    };

    /// When the file was made. UTC.
    QDateTime generatedAt{};
    /// Whom the rows were read from: a scheme, a host and perhaps a port.
    QUrl baseUrl{};
    /// Whose buckets were asked for.
    QList<atlas::Project> projects{};
    QList<Unread> unread{};
    /// The filter that the rows have passed; empty for none.
    QString filter{};
    /// What is missing, in translated sentences; empty if nothing is.
    QString missing{};

    /// Whether all that was asked for is there.
    bool isComplete() const { return missing.isEmpty(); }
};

} // namespace share
