// SPDX-License-Identifier: Apache-2.0
#include "atlas/objectid.h"

#include <QtEndian>
#include <QTimeZone>

namespace atlas {

namespace {

std::optional<quint8> digitValue(QChar digit)
{
    const ushort code = digit.unicode();
    if (code >= u'0' && code <= u'9')
        return static_cast<quint8>(code - u'0');
    if (code >= u'a' && code <= u'f')
        return static_cast<quint8>(code - u'a' + 10);
    return std::nullopt;
}

} // namespace

std::optional<ObjectId> ObjectId::fromHex(QStringView hex)
{
    if (hex.size() != qsizetype(2 * Size))
        return std::nullopt;
    ObjectId id;
    for (std::size_t i = 0; i < Size; ++i) {
        const auto high = digitValue(hex[qsizetype(2 * i)]);
        const auto low = digitValue(hex[qsizetype(2 * i + 1)]);
        if (!high || !low)
            return std::nullopt;
        id.m_bytes[i] = static_cast<quint8>(*high << 4 | *low);
    }
    return id;
}

QString ObjectId::toHex() const
{
    static constexpr char16_t digits[] = u"0123456789abcdef";
    QString hex(qsizetype(2 * Size), Qt::Uninitialized);
    QChar *out = hex.data();
    for (const quint8 byte : m_bytes) {
        *out++ = digits[byte >> 4];
        *out++ = digits[byte & 0xf];
    }
    return hex;
}

QDateTime ObjectId::createdAt() const
{
    return QDateTime::fromSecsSinceEpoch(qFromBigEndian<quint32>(m_bytes.data()), Qt::UTC);
}

} // namespace atlas
