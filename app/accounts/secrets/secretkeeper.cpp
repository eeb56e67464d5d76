// SPDX-License-Identifier: Apache-2.0
#include "accounts/secrets/secretkeeper.h"

#include <utility>

namespace accounts {

SecretKeeper::SecretKeeper(SecretStorage storage, const QString &settingsPath)
    : SecretKeeper(storage, [settingsPath](SecretStorage wanted) {
          return makeSecretStore(wanted, settingsPath);
      })
{ }

SecretKeeper::SecretKeeper(SecretStorage storage, Factory factory)
    : m_factory(std::move(factory)), m_storage(storage), m_store(m_factory(storage))
{ }

void SecretKeeper::setStorage(SecretStorage storage)
{
    if (storage != m_storage)
        adopt(storage, makeStore(storage));
}

std::unique_ptr<SecretStore> SecretKeeper::makeStore(SecretStorage storage) const
{
    return m_factory(storage);
}

std::unique_ptr<SecretStore> SecretKeeper::adopt(SecretStorage storage,
                                                 std::unique_ptr<SecretStore> store)
{
    Q_ASSERT(store);
    m_storage = storage;
    return std::exchange(m_store, std::move(store));
}

} // namespace accounts
