// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "accounts/secrets/secretstore.h"

#include <QString>

namespace accounts {

/// Keeps secrets in a file of mode 0600, in base64: hidden from other users of the computer, but
/// not encrypted. For computers without a keychain, and only if the user chooses it.
class FileSecretStore : public SecretStore
{
    Q_OBJECT

public:
    /// secrets.conf in the settings file's folder.
    static QString pathBeside(const QString &settingsPath);

    explicit FileSecretStore(const QString &path, QObject *parent = nullptr);

    void read(const ProfileId &profile, QObject *context, ReadHandler handler) override;
    void write(const ProfileId &profile, const Secret &secret, QObject *context,
               DoneHandler handler) override;
    void remove(const ProfileId &profile, QObject *context, DoneHandler handler) override;

private:
    tl::expected<Secret, SecretError> find(const ProfileId &profile) const;
    tl::expected<void, SecretError> replace(const ProfileId &profile, const Secret &secret) const;

    QString m_path;
};

} // namespace accounts
