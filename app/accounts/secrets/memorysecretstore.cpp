// SPDX-License-Identifier: Apache-2.0
#include "accounts/secrets/memorysecretstore.h"

#include "accounts/secrets/laterhandler.h"

#include <QCoreApplication>

namespace accounts {

void MemorySecretStore::read(const ProfileId &profile, QObject *context, ReadHandler handler)
{
    tl::expected<Secret, SecretError> result = m_secrets.value(profile);
    if (!m_secrets.contains(profile))
        result = tl::unexpected(SecretError{SecretError::Kind::NotFound,
                                            tr("No secret was entered for this profile in this "
                                               "session.")});
    callLater(this, context, std::move(handler), std::move(result));
}

void MemorySecretStore::write(const ProfileId &profile, const Secret &secret, QObject *context,
                              DoneHandler handler)
{
    m_secrets.insert(profile, secret);
    callLater(this, context, std::move(handler), tl::expected<void, SecretError>());
}

void MemorySecretStore::remove(const ProfileId &profile, QObject *context, DoneHandler handler)
{
    m_secrets.remove(profile);
    callLater(this, context, std::move(handler), tl::expected<void, SecretError>());
}

} // namespace accounts
