// SPDX-License-Identifier: Apache-2.0
#include "atlas/values/utf8.h"

#include <QStringDecoder>

namespace atlas {

QString textOfUtf8(QByteArrayView text)
{
    if (!text.startsWith("\xef\xbb\xbf"))
        return QString::fromUtf8(text);
    QStringDecoder decode(QStringDecoder::Utf8, QStringConverter::Flag::ConvertInitialBom);
    return decode(text);
}

} // namespace atlas
