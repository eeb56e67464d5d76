// SPDX-License-Identifier: Apache-2.0
#include "atlas/values/objectid.h"

#include "atlas/values/utc.h"

#include <QtEndian>

#include <algorithm>

namespace atlas {

namespace {

constexpr quint8 NoDigit = 0xff;

/// By code; NoDigit for what is none.
constexpr auto digitValues = [] {
    std::array<quint8, 256> values{};
    values.fill(NoDigit);
    for (quint8 digit = 0; digit < 10; ++digit)
        values[u'0' + digit] = digit;
    for (quint8 digit = 10; digit < 16; ++digit)
        values[u'a' + digit - 10] = digit;
    return values;
}();

constexpr quint8 digitValue(char16_t code)
{
    return code < digitValues.size() ? digitValues[code] : NoDigit;
}

/// Returns whether all `digits` were some. There must be 24.
template<class Digits, std::size_t Size>
bool readDigits(const Digits &digits, std::array<quint8, Size> &bytes)
{
    quint8 all = 0;
    for (std::size_t i = 0; i < Size; ++i) {
        const quint8 high = digitValue(digits[2 * i]);
        const quint8 low = digitValue(digits[2 * i + 1]);
        all |= high | low;
        bytes[i] = static_cast<quint8>(high << 4 | low);
    }
    return all < 16;
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
    ObjectId id;
    const bool isId = hex.size() == qsizetype(HexSize) && readDigits(hex.utf16(), id.m_bytes);
    return isId ? std::optional(id) : std::nullopt;
}

std::optional<ObjectId> ObjectId::fromHex(QByteArrayView hex)
{
    ObjectId id;
    const auto *bytes = reinterpret_cast<const uchar *>(hex.data());
    const bool isId = hex.size() == qsizetype(HexSize) && readDigits(bytes, id.m_bytes);
    return isId ? std::optional(id) : std::nullopt;
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
    return QDateTime::fromSecsSinceEpoch(secondCreated().time_since_epoch().count(), Utc);
}

std::chrono::sys_seconds ObjectId::secondCreated() const
{
    return std::chrono::sys_seconds(std::chrono::seconds(qFromBigEndian<quint32>(m_bytes.data())));
}

} // namespace atlas
