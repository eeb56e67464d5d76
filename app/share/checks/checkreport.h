// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "insight/health/facts.h"
#include "insight/health/finding.h"
#include "share/report/exportscope.h"

#include <chrono>

namespace share {

/// What a check of exports has come to, for who writes it down.
struct CheckReport
{
    ExportScope scope{};
    /// Those that are accepted among them.
    QList<insight::Finding> findings{};
    /// What was read.
    insight::Facts facts{};
    /// How long the check took.
    std::chrono::milliseconds duration{0};
};

} // namespace share
