// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QString>

#include <array>
#include <memory>
#include <optional>

namespace accounts {

class SecretStore;

/// Where secrets are kept. The user chooses.
enum class SecretStorage {
    Keychain, ///< The system's keychain.
    SessionOnly, ///< Memory, until the program ends.
    SettingsFile, ///< A file beside the settings, not encrypted.
};

/// Every storage, in the order in which a menu lists them.
inline constexpr std::array allSecretStorages{SecretStorage::Keychain, SecretStorage::SessionOnly,
                                              SecretStorage::SettingsFile};

/// A translated sentence or two that say what the choice means.
QString storageName(SecretStorage storage);

/// A new store. `settingsPath` says beside which file secrets.conf lies. Costs nothing until the
/// store is asked for something.
std::unique_ptr<SecretStore> makeSecretStore(SecretStorage storage, const QString &settingsPath);

/// The word the settings file uses.
QString toStoredText(SecretStorage storage);
/// Reads toStoredText()'s words; anything else is nothing.
std::optional<SecretStorage> secretStorageFromStoredText(const QString &text);

} // namespace accounts
