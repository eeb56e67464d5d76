// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "buckets/rows/bucketrows.h"

#include <QByteArray>
#include <QByteArrayView>

#include <optional>

namespace buckets {

/// Rows in the form in which they are kept in memory, so that many are copied at once and not read
/// one by one. For this version of the program on this kind of computer: others find nothing in it.
/// Fields that the program does not know are left out. Empty if there is a text that UTF-8 cannot
/// spell. Any thread.
QByteArray bytesOf(const BucketRows &rows);

/// The rows that bytesOf() has written; nothing if it has not, or a program with other fields has.
/// Takes no more memory than `bytes` do, whatever stands in them, but for what finds a text.
std::optional<BucketRows> rowsIn(QByteArrayView bytes);

} // namespace buckets
