// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "accounts/secrets/profileid.h"
#include "accounts/secrets/secret.h"
#include "accounts/secrets/secreterror.h"

#include <QObject>

#include <tl/expected.hpp>

#include <functional>

namespace accounts {

/// Where secrets are kept, by profile. On the thread that made it; every call returns at once.
///
/// A handler runs exactly once, on that thread and after the call has returned; it never runs once
/// its context or the store is destroyed. A call that the store's destruction cuts off may still
/// have its effect.
class SecretStore : public QObject
{
    Q_OBJECT

public:
    using ReadHandler = std::function<void(tl::expected<Secret, SecretError>)>;
    using DoneHandler = std::function<void(tl::expected<void, SecretError>)>;

    using QObject::QObject;

    /// The profile's secret. Kind::NotFound if none is kept.
    virtual void read(const ProfileId &profile, QObject *context, ReadHandler handler) = 0;

    /// Keeps the secret in place of any other of this profile.
    virtual void write(const ProfileId &profile, const Secret &secret, QObject *context,
                       DoneHandler handler) = 0;

    /// Forgets the profile's secret. To have none is success.
    virtual void remove(const ProfileId &profile, QObject *context, DoneHandler handler) = 0;
};

} // namespace accounts
