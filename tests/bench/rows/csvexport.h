// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "buckets/rows/bucketrows.h"

#include <QTemporaryDir>

namespace bench {

/// Writes all rows of a table into a CSV file, as the program does it, and the same bytes by
/// fwrite() beside it.
class CsvExport
{
public:
    /// Milliseconds.
    struct Times
    {
        double ours{0};
        double fwrite{0};
        double fwriteAndSync{0};
    };

    /// `rows` must outlive this.
    explicit CsvExport(const buckets::BucketRows &rows);

    /// Once, one after the other. Throws if a file cannot be written.
    Times measure() const;

private:
    double oursMs(const QString &fileName) const;

    const buckets::BucketRows &m_rows;
    QTemporaryDir m_folder;
};

} // namespace bench
