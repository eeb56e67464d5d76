// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QByteArray>
#include <QByteArrayList>

#include <optional>

namespace share {

/// What is known of the use of a bucket, for who writes it to a file.
struct BucketUse
{
    /// Whether exports to the bucket work; of several clusters, those that fail count.
    enum class LastExport : quint8 { Never, Worked, Failed, UnderWay, Cancelled, Unknown };

    /// The names of the clusters whose automatic exports go to it. Nothing if that is not known; a
    /// list that is not empty may be a part.
    std::optional<QByteArrayList> usedBy;
    /// Nothing if that is not known.
    std::optional<LastExport> lastExport;
    /// When an export last worked: ISO 8601, in UTC. Null if none has, or if that is not known.
    QByteArray lastSuccess;
};

/// As it is written: `worked`, `failed`. Null for nothing.
QByteArrayView lastExportWord(std::optional<BucketUse::LastExport> lastExport);

} // namespace share
