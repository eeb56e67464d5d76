// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "headless/account.h"
#include "share/report/exportscope.h"

#include <QStringList>

namespace headless {

/// What a result is of, at this moment; what is missing is for the run to say.
share::ExportScope scopeOf(const Account &account);

/// A project that could not be read in full, without a call that has failed. The reason is in the
/// language of the moment.
share::ExportScope::Unread unreadBecause(const atlas::Project &project,
                                         buckets::Completeness completeness,
                                         QLatin1StringView what);

/// What could not be read, and why, as lines for standard error.
QStringList linesOn(const QList<share::ExportScope::Unread> &unread);

/// An error as lines for standard error: what it is, and what to do.
QStringList linesOn(const atlas::ApiError &error);

} // namespace headless
