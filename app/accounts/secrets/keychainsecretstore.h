// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "accounts/secrets/secretstore.h"

#include <chrono>

namespace accounts {

/// Keeps secrets in the system's keychain, under the service name `bucketscope` and the profile's
/// ID. Nothing is opened, loaded or connected to before the first call.
class KeychainSecretStore : public SecretStore
{
    Q_OBJECT

public:
    static constexpr std::chrono::milliseconds DefaultTimeLimit = std::chrono::seconds(10);

    /// A call that takes longer than `timeLimit` ends as Kind::TimedOut; a write or a removal may
    /// still have its effect later.
    explicit KeychainSecretStore(std::chrono::milliseconds timeLimit = DefaultTimeLimit,
                                 QObject *parent = nullptr);

    void read(const ProfileId &profile, QObject *context, ReadHandler handler) override;
    void write(const ProfileId &profile, const Secret &secret, QObject *context,
               DoneHandler handler) override;
    void remove(const ProfileId &profile, QObject *context, DoneHandler handler) override;

private:
    std::chrono::milliseconds m_timeLimit;
};

} // namespace accounts
