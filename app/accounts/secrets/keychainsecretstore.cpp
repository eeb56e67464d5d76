// SPDX-License-Identifier: Apache-2.0
#include "accounts/secrets/keychainsecretstore.h"

#include "accounts/secrets/keychainoperation.h"

#include <memory>

namespace accounts {

namespace {

QString serviceName()
{
    return QStringLiteral("bucketscope");
}

} // namespace

KeychainSecretStore::KeychainSecretStore(std::chrono::milliseconds timeLimit, QObject *parent)
    : SecretStore(parent), m_timeLimit(timeLimit)
{ }

void KeychainSecretStore::read(const ProfileId &profile, QObject *context, ReadHandler handler)
{
    auto job = std::make_unique<QKeychain::ReadPasswordJob>(serviceName());
    job->setKey(profile.toString());
    auto *operation =
        new KeychainOperation(job.release(), m_timeLimit, context, std::move(handler), this);
    operation->start();
}

void KeychainSecretStore::write(const ProfileId &profile, const Secret &secret, QObject *context,
                                DoneHandler handler)
{
    auto job = std::make_unique<QKeychain::WritePasswordJob>(serviceName());
    job->setKey(profile.toString());
    QString text = QString::fromUtf8(secret.bytes());
    job->setTextData(text);
    wipe(text);
    const auto done = [handler = std::move(handler)](const KeychainOperation::Result &result) {
        handler(result.map([](const Secret &) {}));
    };
    auto *operation = new KeychainOperation(job.release(), m_timeLimit, context, done, this);
    operation->start();
}

void KeychainSecretStore::remove(const ProfileId &profile, QObject *context, DoneHandler handler)
{
    auto job = std::make_unique<QKeychain::DeletePasswordJob>(serviceName());
    job->setKey(profile.toString());
    const auto done = [handler = std::move(handler)](const KeychainOperation::Result &result) {
        const bool isGone = result || result.error().kind == SecretError::Kind::NotFound;
        handler(isGone ? tl::expected<void, SecretError>() : tl::unexpected(result.error()));
    };
    auto *operation = new KeychainOperation(job.release(), m_timeLimit, context, done, this);
    operation->start();
}

} // namespace accounts
