// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QByteArrayView>
#include <QString>

namespace atlas {

/// The whole of `text`, which is UTF-8; what is not becomes U+FFFD. QString::fromUtf8() takes a
/// zero-width space (U+FEFF) at the beginning for a byte order mark, and drops it.
QString textOfUtf8(QByteArrayView text);

} // namespace atlas
