// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QString>

namespace base {

/// What a tooltip says (`own`; if nothing, the text as it is shown), and below it that the text
/// mixes letters; `own` if it does not.
QString toolTipWithLetters(const QString &own, const QString &text);

/// As toolTipWithLetters(), of what a screen reader says, in one line.
QString spokenWithLetters(const QString &own, const QString &text);

} // namespace base
