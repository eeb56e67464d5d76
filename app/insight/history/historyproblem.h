// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "atlas/errors/wording.h"

#include <QString>

namespace insight {

/// Why readings could not be kept, or not be read back.
struct HistoryProblem
{
    enum class Kind : quint8 {
        /// A newer Bucketscope has written the file: it is left alone.
        Newer,
        /// It was damaged, and is set aside; a new one is begun.
        Broken,
        /// Another Bucketscope is writing it.
        Locked,
        /// The disk is full.
        Full,
        /// The file cannot be opened, read or written.
        Unusable,
    };

    Kind kind = Kind::Unusable;
    /// What happened, in a sentence or two: for the user.
    atlas::Wording text{};

    friend bool operator==(const HistoryProblem &, const HistoryProblem &) = default;
};

/// The problem with the file at `path`, explained. `detail` is the library's or the system's own
/// text; may be empty.
HistoryProblem historyProblem(HistoryProblem::Kind kind, const QString &path,
                              const QString &detail = {});

} // namespace insight
