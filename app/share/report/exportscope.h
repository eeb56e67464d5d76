// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "atlas/errors/apierror.h"
#include "atlas/values/project.h"

#include <QDateTime>
#include <QList>
#include <QString>
#include <QUrl>

namespace share {

/// What the rows of a file are, and what they are not: told in the file itself, for who reads it
/// without the window that it came from.
struct ExportScope
{
    /// A project whose buckets could not be read.
    struct Unread
    {
        atlas::Project project;
        atlas::ApiError error;
    };

    /// When the file was made. UTC.
    QDateTime generatedAt;
    /// Whom the rows were read from: a scheme, a host and perhaps a port.
    QUrl baseUrl;
    /// Whose buckets were asked for.
    QList<atlas::Project> projects;
    QList<Unread> unread;
    /// The filter that the rows have passed; empty for none.
    QString filter;
    /// What is missing, in translated sentences; empty if nothing is.
    QString missing;

    /// Whether all that was asked for is there.
    bool isComplete() const { return missing.isEmpty(); }
};

} // namespace share
