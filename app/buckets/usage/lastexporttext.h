// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "buckets/usage/exportstanding.h"

#include <QString>

namespace buckets {

/// Whether exports work, in a few words and with a sign: `✓ worked 2026-08-04`,
/// `✕ failed 2× · worked 2026-06-02`, `never`.
QString lastExportText(const LastExport &told);
/// The same for who looks at `now`: `✓ worked 3 days ago`.
QString lastExportText(const LastExport &told, const QDateTime &now);

/// How exports stand, in a word or two, with the sign that lastExportText() begins with:
/// `✕ Failed`, `Never`.
QString standingText(ExportStanding standing);

/// As lastExportText() for the ear: once each, in words, with how many of the latest jobs failed if
/// it is not that exports fail now. Of State::Never as well.
QString spokenLastExport(const LastExport &told, int failedOfLatest);

/// The same at length, a line for each cluster that fails: both times, in the time zone of this
/// computer and in UTC, and Atlas's reason. Empty if there was no export.
QString lastExportDetails(const LastExport &told);

} // namespace buckets
