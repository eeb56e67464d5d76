// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QByteArrayView>
#include <QString>

#include <string>
#include <vector>

/// What work on many rows is compared with: the same work on the bare bytes, in milliseconds.
namespace bench::rowreferences {

/// Finds every place of `word` by memmem.
double memmemMs(QByteArrayView text, QByteArrayView word);

/// Sorts copies of the keys.
double stableSortMs(std::vector<std::string> keys);

/// Writes the bytes into a new file by fwrite. Negative if that fails.
double fwriteMs(QByteArrayView bytes, const QString &fileName);

/// As fwriteMs(), and waits until the disk has them.
double fwriteAndSyncMs(QByteArrayView bytes, const QString &fileName);

} // namespace bench::rowreferences
