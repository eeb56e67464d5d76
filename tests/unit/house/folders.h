// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QStringList>

/// Whether the folders of these files (`app/atlas/utc.h`) are small and said to be what they are.
/// Each fault is a text; there is none where all is well.
namespace folders {

/// Folders with more than `most` files, but for those that are known to have more; and what is
/// known of folders and is so no longer.
QStringList crowded(const QStringList &files, int most, const QStringList &known);

/// Folders that have no line `    app/atlas/ — …` in a text, and lines of folders without files.
QStringList withoutSentence(const QStringList &files, const QString &text);

} // namespace folders
