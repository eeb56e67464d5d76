// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QString>

namespace base {

/// What stands in a cell, a field or a line where there is nothing to show: what is empty looks as
/// if it were yet to come.
inline QString nothingToShow()
{
    return QStringLiteral("—");
}

/// The text, or nothingToShow() if it is empty.
inline QString orNothing(const QString &text)
{
    return text.isEmpty() ? nothingToShow() : text;
}

} // namespace base
