// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QString>

namespace packaging {

/// The manual page, bucketscope(1), of this version.
QString manualPage(const QString &version);

} // namespace packaging
