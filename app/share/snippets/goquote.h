// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QString>

namespace share {

/// A string literal of Go that stands for `text`, in one line; what cannot be seen is escaped. Half
/// a surrogate pair becomes U+FFFD.
QString goQuoted(const QString &text);

} // namespace share
