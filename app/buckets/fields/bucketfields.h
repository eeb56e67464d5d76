// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "atlas/values/exportbucket.h"
#include "buckets/reading/rolereader.h"

#include <QList>
#include <QString>
#include <QUrl>

namespace buckets {

/// One line of what is known of a bucket.
struct FieldLine
{
    enum class Kind {
        Text,
        /// To be compared digit by digit.
        Id,
        /// Nothing to copy: the provider has no such field, it is not known, or being read.
        Absent,
    };

    QString name;
    /// As the server wrote it, where it did.
    QString value;
    Kind kind = Kind::Text;
    /// More about the value; may be empty.
    QString toolTip;
    /// Where the value leads, if it is safe to open.
    QUrl link;

    friend bool operator==(const FieldLine &, const FieldLine &) = default;
};

/// Every field of a bucket and of the role it names. `isReading` says that what is missing may
/// still come.
QList<FieldLine> bucketFields(const atlas::ExportBucket &bucket, const RoleReader::Knowledge &roles,
                              bool isReading);

} // namespace buckets
