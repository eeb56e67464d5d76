// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QStringList>

class QWidget;

namespace testsupport {

/// What of `window`, as it is laid out now, cannot be seen or read whole, a line each: parts that
/// lie outside or over each other, texts that have less room than they need and neither wrap nor
/// tell the whole in a tooltip, tabs that scroll. What a scroll area holds may be as long as it
/// likes.
QStringList cutIn(QWidget &window);

} // namespace testsupport
