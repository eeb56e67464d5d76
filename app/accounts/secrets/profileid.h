// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QHashFunctions>
#include <QString>
#include <QUuid>

#include <optional>

namespace accounts {

/// What a profile is filed under: it stays when the profile is renamed. A value type; any thread.
class ProfileId
{
public:
    /// The ID of no profile.
    ProfileId() = default;
    explicit ProfileId(const QUuid &uuid) : m_uuid(uuid) { }

    /// A new ID that no other profile has.
    static ProfileId create() { return ProfileId(QUuid::createUuid()); }

    /// Reads toString()'s form; anything else, and the ID of no profile, is nothing.
    static std::optional<ProfileId> fromString(const QString &text)
    {
        const ProfileId id{QUuid::fromString(text)};
        return id.isNull() || id.toString() != text ? std::nullopt : std::optional(id);
    }

    bool isNull() const { return m_uuid.isNull(); }

    /// 36 characters, without braces.
    QString toString() const { return m_uuid.toString(QUuid::WithoutBraces); }

    friend bool operator==(const ProfileId &left, const ProfileId &right)
    {
        return left.m_uuid == right.m_uuid;
    }
    friend bool operator<(const ProfileId &left, const ProfileId &right)
    {
        return left.m_uuid < right.m_uuid;
    }
    friend size_t qHash(const ProfileId &id, size_t seed = 0) noexcept
    {
        return qHash(id.m_uuid, seed);
    }

private:
    QUuid m_uuid;
};

} // namespace accounts
