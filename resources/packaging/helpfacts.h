// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QString>

#include <optional>

namespace packaging {

// What the help has from the code: rows of its tables, in HTML and in the language of the moment.
// Nothing: no such rows.

/// Of `findings`, `keys`, `variables`, `settings ON OFF` (the words for a switch), `options WHOM`
/// and `exit-codes VERB`. WHOM is `window`, `all` (what the commands have in common) or a verb.
std::optional<QString> factRows(const QString &words);

/// Of `finding CODE` and `severity CODE`, and of `days FREQUENCY`: after how many days an export is
/// overdue.
std::optional<QString> factText(const QString &words);

} // namespace packaging
