// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "buckets/rows/bucketrows.h"
#include "insight/history/keptpicture.h"

#include <QByteArray>

#include <optional>

namespace insight {

/// A reading in short, but for its number and its time, which stand beside it.
QByteArray outlineBytesOf(const KeptReading &reading);
/// What outlineBytesOf() has written; nothing if it has not.
std::optional<KeptOutline> outlineIn(const QByteArray &bytes);

/// The same of a reading that is here.
KeptOutline outlineOf(qint64 id, const KeptReading &reading);

/// The buckets of a reading as rows.
buckets::BucketRows rowsOf(const KeptReading &reading);

} // namespace insight
