// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "atlas/values/exportjob.h"

#include <QList>
#include <QString>

#include <chrono>
#include <optional>

namespace buckets {

/// What a job's state means to who looks at it.
enum class JobTone {
    Good,
    Bad,
    /// Not ended yet, or ended without a result.
    Pending,
};

JobTone toneOf(const atlas::ExportJobState &state);

/// The state in words; one that this program does not know as Atlas wrote it.
QString stateText(const atlas::ExportJobState &state);

/// `Latest 30 export jobs: 26 successful, 2 failed, 2 in progress`, for who cannot see a strip.
/// `states` is not empty.
QString stripText(const QList<atlas::ExportJobState> &states);

/// How long a job took, or has been going on at `now`; nothing if it does not tell.
std::optional<std::chrono::seconds> durationOf(const atlas::ExportJob &job, const QDateTime &now);

/// `14 min 40 s`, `2 h 5 min`, `40 s`.
QString durationText(std::chrono::seconds duration);

} // namespace buckets
