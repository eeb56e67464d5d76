// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QString>
#include <Qt>

namespace buckets {

/// What a screen reader says of the title of the column that the rows are sorted by:
/// `Name, ascending`.
QString sortedTitle(const QString &title, Qt::SortOrder order);

} // namespace buckets
