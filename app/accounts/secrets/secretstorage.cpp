// SPDX-License-Identifier: Apache-2.0
#include "accounts/secrets/secretstorage.h"

#include "accounts/secrets/filesecretstore.h"
#include "accounts/secrets/keychainsecretstore.h"
#include "accounts/secrets/memorysecretstore.h"
#include "base/files/fileprivacy.h"

#include <QCoreApplication>

using namespace Qt::Literals::StringLiterals;

namespace accounts {

namespace {

struct SecretStorageText
{
    Q_DECLARE_TR_FUNCTIONS(SecretStorage)
};

} // namespace

QString storageName(SecretStorage storage)
{
    switch (storage) {
    case SecretStorage::Keychain:
        return SecretStorageText::tr("Kept in the system keychain. Never written to a file.");
    case SecretStorage::SessionOnly:
        return SecretStorageText::tr(
            "Kept in memory until Bucketscope closes. Never written to a file.");
    case SecretStorage::SettingsFile:
        return base::filesCanBePrivate()
            ? SecretStorageText::tr(
                "Written to the file secrets.conf beside the settings, not encrypted. Only "
                "your user account can read it.")
            : SecretStorageText::tr(
                "Written to the file secrets.conf beside the settings, not encrypted. Anyone "
                "who can open your user folder can read it.");
    }
    Q_UNREACHABLE();
}

std::unique_ptr<SecretStore> makeSecretStore(SecretStorage storage, const QString &settingsPath)
{
    switch (storage) {
    case SecretStorage::Keychain:
        return std::make_unique<KeychainSecretStore>();
    case SecretStorage::SessionOnly:
        return std::make_unique<MemorySecretStore>();
    case SecretStorage::SettingsFile:
        return std::make_unique<FileSecretStore>(FileSecretStore::pathBeside(settingsPath));
    }
    Q_UNREACHABLE();
}

QString toStoredText(SecretStorage storage)
{
    switch (storage) {
    case SecretStorage::Keychain:
        return u"keychain"_s;
    case SecretStorage::SessionOnly:
        return u"session"_s;
    case SecretStorage::SettingsFile:
        return u"file"_s;
    }
    Q_UNREACHABLE();
}

std::optional<SecretStorage> secretStorageFromStoredText(const QString &text)
{
    for (const auto known : allSecretStorages) {
        if (text == toStoredText(known))
            return known;
    }
    return std::nullopt;
}

} // namespace accounts
