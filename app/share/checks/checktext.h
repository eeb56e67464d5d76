// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "insight/authors/authorsof.h"
#include "insight/history/comparison.h"
#include "share/checks/checkreport.h"

#include <QString>

namespace share {

// For people, on a terminal or in a mail: in the language of the moment, and nothing in it hides.

/// All findings, each in some lines; those that are accepted come last.
QString findingLines(const QList<insight::Finding> &findings);

/// What changed, a line each; and who made it, as far as `authors` has that.
QString changeLines(const QList<insight::Change> &changes, const insight::Authors &authors);

} // namespace share
