// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "insight/authors/author.h"
#include "insight/history/comparison.h"

#include <QString>

namespace insight {

/// `Added`, `Removed`, `Altered`.
QString changeKindText(Change::Kind kind);

/// Who made a change, and when: `Added by jane@example.com, 2026-11-28 09:02:11`.
QString authorText(Change::Kind kind, const Author &author);

/// What has changed: `Export bucket`, `Auto export of ledger-02`, the name of a bucket's field.
QString changeSubjectText(const Change &change);

/// A change's value before or after it, as the other views show it; `—` for nothing.
QString changeValueText(const Change &change, const std::optional<QString> &value);

/// `Last time`, `Yesterday`, `A week ago`.
QString compareWithText(CompareWith with);

/// What a comparison comes to, in a line: `1 added, 2 altered, 0 removed since 2026-11-26 17:40.
/// 14 projects were compared.`
QString comparisonText(const Comparison &comparison);

/// Which projects could be compared in part only; empty if all could be as a whole.
QString comparedInPartText(const Comparison &comparison);

} // namespace insight
