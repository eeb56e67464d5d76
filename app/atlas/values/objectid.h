// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QByteArrayView>
#include <QDateTime>
#include <QHashFunctions>
#include <QString>

#include <array>
#include <chrono>
#include <compare>
#include <cstring>
#include <optional>

namespace atlas {

/// A MongoDB ObjectId: 12 bytes, written as 24 lower-case hexadecimal digits.
/// A value type; any thread.
class ObjectId
{
public:
    static constexpr std::size_t Size = 12;
    /// How many digits toHex() has.
    static constexpr std::size_t HexSize = 2 * Size;

    /// The ID with all bytes zero. Atlas never hands it out.
    constexpr ObjectId() = default;

    /// Reads exactly 24 digits of `0-9a-f`; anything else, upper case included, is nothing.
    static std::optional<ObjectId> fromHex(QStringView hex);
    /// As the other, of text as UTF-8.
    static std::optional<ObjectId> fromHex(QByteArrayView hex);

    /// The 24 digits.
    QString toHex() const;

    /// The ID with these bytes.
    static constexpr ObjectId fromBytes(const std::array<quint8, Size> &bytes)
    {
        ObjectId id;
        id.m_bytes = bytes;
        return id;
    }
    constexpr const std::array<quint8, Size> &bytes() const { return m_bytes; }

    /// The 24 digits, as bytes: for many IDs at once, without a string for each.
    std::array<char, HexSize> toHexBytes() const;

    /// When the ID was made: its first four bytes, seconds since 1970, in UTC.
    QDateTime createdAt() const;

    /// As createdAt(), in seconds since 1970.
    std::chrono::sys_seconds secondCreated() const;

    /// Not all standard libraries compare arrays so.
    friend std::strong_ordering operator<=>(const ObjectId &a, const ObjectId &b)
    {
        return std::memcmp(a.m_bytes.data(), b.m_bytes.data(), Size) <=> 0;
    }
    friend constexpr bool operator==(const ObjectId &, const ObjectId &) = default;
    friend size_t qHash(const ObjectId &id, size_t seed = 0) noexcept
    {
        return qHashBits(id.m_bytes.data(), id.m_bytes.size(), seed);
    }

private:
    std::array<quint8, Size> m_bytes{};
};

/// An ObjectId that names one kind of thing, so that a project's ID is never taken for a bucket's.
template<class Tag>
class TypedId
{
public:
    constexpr TypedId() = default;
    constexpr explicit TypedId(ObjectId id) : m_id(id) { }

    /// As ObjectId::fromHex().
    static std::optional<TypedId> fromHex(QStringView hex) { return named(ObjectId::fromHex(hex)); }
    static std::optional<TypedId> fromHex(QByteArrayView hex)
    {
        return named(ObjectId::fromHex(hex));
    }

    QString toHex() const { return m_id.toHex(); }
    std::array<char, ObjectId::HexSize> toHexBytes() const { return m_id.toHexBytes(); }
    QDateTime createdAt() const { return m_id.createdAt(); }
    std::chrono::sys_seconds secondCreated() const { return m_id.secondCreated(); }
    constexpr const ObjectId &objectId() const { return m_id; }

    friend auto operator<=>(const TypedId &, const TypedId &) = default;
    friend constexpr bool operator==(const TypedId &, const TypedId &) = default;
    friend size_t qHash(const TypedId &id, size_t seed = 0) noexcept
    {
        return qHash(id.m_id, seed);
    }

private:
    static std::optional<TypedId> named(const std::optional<ObjectId> &id)
    {
        return id ? std::optional(TypedId(*id)) : std::nullopt;
    }

    ObjectId m_id;
};

/// A project (the API calls it a group).
using ProjectId = TypedId<struct ProjectTag>;
/// An export bucket's registration in a project.
using BucketId = TypedId<struct BucketTag>;

} // namespace atlas
