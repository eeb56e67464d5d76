// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "accounts/secrets/secretstore.h"

#include <QHash>

namespace accounts {

/// Keeps secrets until it is destroyed, and writes none down.
class MemorySecretStore : public SecretStore
{
    Q_OBJECT

public:
    using SecretStore::SecretStore;

    void read(const ProfileId &profile, QObject *context, ReadHandler handler) override;
    void write(const ProfileId &profile, const Secret &secret, QObject *context,
               DoneHandler handler) override;
    void remove(const ProfileId &profile, QObject *context, DoneHandler handler) override;

private:
    QHash<ProfileId, Secret> m_secrets;
};

} // namespace accounts
