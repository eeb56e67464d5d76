// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QString>

namespace share {

/// How an export ended.
struct ExportResult
{
    enum class Outcome : quint8 {
        /// The file is there, whole.
        Written,
        /// It was stopped; the target is as it was.
        Cancelled,
        /// It could not be done; the target is as it was.
        Failed,
    };

    Outcome outcome = Outcome::Failed;
    /// What was written; 0 if nothing was.
    int rows = 0;
    qint64 bytes = 0;
    /// What is wrong and what to do, in translated sentences; empty unless it failed.
    QString problem;
};

} // namespace share
