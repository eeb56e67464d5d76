// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "atlas/exportbucket.h"

#include <QList>
#include <QStringList>

namespace share {

/// Lines of cells between tabs. Tabs and line breaks in a cell become spaces.
QString tabSeparated(const QList<QStringList> &lines);

/// A JSON list of buckets, with Atlas's own field names, indented.
QString bucketsAsJson(const QList<atlas::ExportBucket> &buckets);

} // namespace share
