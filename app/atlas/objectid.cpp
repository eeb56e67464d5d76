// SPDX-License-Identifier: Apache-2.0
#include "atlas/objectid.h"

#include <QtEndian>
#include <QTimeZone>

#include <algorithm>

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

/// The two digits of each byte, one byte after the other.
constexpr auto pairsOfDigits = [] {
    constexpr char digits[] = "0123456789abcdef";
    std::array<char, 2 * 256> pairs{};
    for (std::size_t byte = 0; byte < 256; ++byte) {
        pairs[2 * byte] = digits[byte >> 4];
        pairs[2 * byte + 1] = digits[byte & 0xf];
    }
    return pairs;
}();

} // namespace

std::optional<ObjectId> ObjectId::fromHex(QStringView hex)
{
    if (hex.size() != qsizetype(HexSize))
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
    const auto digits = toHexBytes();
    return QString::fromLatin1(digits.data(), qsizetype(digits.size()));
}

std::array<char, ObjectId::HexSize> ObjectId::toHexBytes() const
{
    std::array<char, HexSize> hex{};
    auto out = hex.begin();
    for (const quint8 byte : m_bytes)
        out = std::copy_n(&pairsOfDigits[std::size_t(2) * byte], 2, out);
    return hex;
}

QDateTime ObjectId::createdAt() const
{
    return QDateTime::fromSecsSinceEpoch(secondCreated().time_since_epoch().count(), Qt::UTC);
}

std::chrono::sys_seconds ObjectId::secondCreated() const
{
    return std::chrono::sys_seconds(std::chrono::seconds(qFromBigEndian<quint32>(m_bytes.data())));
}

} // namespace atlas
