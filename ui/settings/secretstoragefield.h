// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "accounts/secrets/secretkeeper.h"
#include "ui/parts/tonelabel.h"

#include <QComboBox>
#include <QWidget>

namespace ui {

/// Where the secrets of all profiles are kept: the choice, and what it means in plain words.
class SecretStorageField : public QWidget
{
    Q_OBJECT

public:
    /// `keeper` must outlive this object.
    explicit SecretStorageField(accounts::SecretKeeper &keeper, QWidget *parent = nullptr);

    /// What the setting is called, for the choice's accessible name.
    static QString label();
    QComboBox *input() const { return m_choice; }
    accounts::SecretStorage storage() const;
    /// Whether the user wants the secrets elsewhere than they are.
    bool isChanged() const { return storage() != m_keeper.storage(); }
    /// Shows where the secrets are.
    void showCurrent();

Q_SIGNALS:
    /// Another storage was chosen.
    void storageChanged();

private:
    void probeKeychain();
    void showMeaning();

    accounts::SecretKeeper &m_keeper;
    QComboBox *m_choice;
    ToneLabel *m_meaning;
    /// Asked whether the keychain can be used; kept as long as an answer may come.
    std::unique_ptr<accounts::SecretStore> m_probe;
    /// Why the keychain cannot be used; empty if it can, or if nobody knows yet.
    QString m_keychainProblem;
};

/// A few words for a list: see also accounts::storageName().
QString shortNameOf(accounts::SecretStorage storage);

} // namespace ui
