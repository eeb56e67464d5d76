// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "share/report/exportformat.h"

#include <QDate>
#include <QString>

namespace share {

/// Whether a file holds all rows, or is known to lack some.
enum class ExportExtent : quint8 { Whole, Part };

/// `export-buckets-PROJECT-2024-03-13.csv`, or `…-2024-03-13-part.csv`: a name that any system
/// takes, whatever the project is called. An empty name stands for all projects.
QString suggestedExportName(const QString &project, QDate day, ExportExtent extent,
                            ExportFormat format);

/// `path` with the suffix of another format, if it has that of the one before; else as it is, for
/// then somebody wanted it so.
QString withSuffixOf(ExportFormat format, ExportFormat before, const QString &path);

/// What somebody means who types `path`, as an absolute path: `~` is the home folder, and without a
/// folder it is in `folder`. Empty for nothing but spaces.
QString absoluteExportPath(const QString &path, const QString &folder);

} // namespace share
