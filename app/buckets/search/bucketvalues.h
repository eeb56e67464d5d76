// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "atlas/values/bucketfield.h"

#include <QStringList>

namespace buckets {

class BucketRows;

/// The values of a column, as they are shown, that have `part` in them: those that begin with it
/// first, then those that most rows have; `most` at most. Nothing of columns in which nearly every
/// row has a value of its own.
QStringList mostFrequentValues(const BucketRows &rows, atlas::BucketField column,
                               const QString &part, int most);

} // namespace buckets
