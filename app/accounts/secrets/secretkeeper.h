// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "accounts/secrets/secretstorage.h"
#include "accounts/secrets/secretstore.h"

#include <QString>

#include <functional>
#include <memory>

namespace accounts {

/// Owns the store that secrets are kept in at present. On the UI thread.
class SecretKeeper
{
public:
    /// Makes the store for a storage; never nothing.
    using Factory = std::function<std::unique_ptr<SecretStore>(SecretStorage)>;

    /// Begins with a store as makeSecretStore() makes it.
    SecretKeeper(SecretStorage storage, const QString &settingsPath);
    /// Takes every store from `factory`.
    SecretKeeper(SecretStorage storage, Factory factory);

    SecretStorage storage() const { return m_storage; }

    /// Lives until another store takes its place, or this object dies.
    SecretStore &store() const { return *m_store; }

    /// Begins anew with a store of this kind; does nothing if it is in use. Secrets stay where they
    /// are.
    void setStorage(SecretStorage storage);

    /// A store to move secrets to, before adopt() puts it to use.
    std::unique_ptr<SecretStore> makeStore(SecretStorage storage) const;

    /// Puts `store` to use and hands over the one in use until now. `store` must not be null.
    std::unique_ptr<SecretStore> adopt(SecretStorage storage, std::unique_ptr<SecretStore> store);

private:
    Factory m_factory;
    SecretStorage m_storage;
    std::unique_ptr<SecretStore> m_store;
};

} // namespace accounts
