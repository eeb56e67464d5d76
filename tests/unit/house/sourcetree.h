// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QStringList>

/// The files of this project, by their paths from its folder: `app/atlas/utc.h`.
namespace sourcetree {

/// The sources and headers below a folder, or the files whose names match; sorted.
QStringList filesBelow(const QString &folder,
                       const QStringList &names = {QStringLiteral("*.h"), QStringLiteral("*.cpp")});
/// Nothing if it cannot be read.
QString textOf(const QString &file);
QStringList linesOf(const QString &file);

} // namespace sourcetree
