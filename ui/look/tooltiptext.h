// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QString>

namespace ui {

/// A text as a tooltip that shows it as it is. A tooltip takes what looks like markup for markup:
/// such a text is quoted as markup, and so is one that is long, since only markup is wrapped.
QString toolTipFor(const QString &text);

} // namespace ui
