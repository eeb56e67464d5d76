// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "atlas/errors/wording.h"
#include "atlas/values/clustername.h"
#include "atlas/values/objectid.h"

#include <QDate>
#include <QDateTime>
#include <QString>

#include <optional>

namespace insight {

/// The worst first.
enum class Severity : quint8 { Critical, Warning, Info };

/// What can be wrong. What each means, its row in the table of rules says.
enum class FindingCode : quint8 {
    ExportFailed,
    ExportOverdue,
    ExportNotYet,
    ExportNeverRuns,
    ExportBucketGone,
    RoleGone,
    RoleNotAuthorized,
    ExportStuck,
    DuplicateBucket,
    RegionDiffers,
    NobodyTold,
    NoPrivateEndpoint,
    ExportLeftOver,
    NoExport,
    UnusedBucket,
    SharedBucket,
    NotRead,
};

/// That somebody knows of a finding and lives with it.
struct Acceptance
{
    QString reason;
    /// The last day; nothing: for good.
    std::optional<QDate> until{};

    friend bool operator==(const Acceptance &, const Acceptance &) = default;
};

/// Something that is wrong, or may be, and where.
struct Finding
{
    FindingCode code = FindingCode::NotRead;
    Severity severity = Severity::Warning;
    atlas::ProjectId project{};
    QString projectName{};
    std::optional<atlas::ClusterName> cluster{};
    std::optional<atlas::BucketId> bucket{};
    /// Empty if the finding is about no bucket, or about one whose name is not known.
    QString bucketName{};
    /// UTC.
    std::optional<QDateTime> since{};
    /// What is the matter, in a sentence.
    atlas::Wording message{};
    /// What an operator of Atlas can do, in a sentence.
    atlas::Wording nextStep{};
    /// Nothing unless it is accepted.
    std::optional<Acceptance> accepted{};

    friend bool operator==(const Finding &, const Finding &) = default;
};

} // namespace insight
