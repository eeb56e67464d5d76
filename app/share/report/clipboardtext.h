// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "atlas/values/exportbucket.h"

#include <QByteArrayList>
#include <QList>
#include <QStringList>

namespace share {

/// Cells between tabs, and a line break. In a cell, each tab and each line break becomes a space;
/// all else that hides an escape, as in a table on screen. What a spreadsheet might take for a
/// formula gets an apostrophe, as in a CSV file.
QString tabSeparatedLine(const QStringList &cells);
/// Many of them.
QString tabSeparated(const QList<QStringList> &lines);

/// A bucket with Atlas's own field names, as it is indented in jsonList(). Nothing in it hides.
QByteArray bucketAsJson(const atlas::ExportBucket &bucket);
/// A JSON list of what bucketAsJson() makes.
QByteArray jsonList(const QByteArrayList &indentedItems);
/// Both.
QString bucketsAsJson(const QList<atlas::ExportBucket> &buckets);

} // namespace share
