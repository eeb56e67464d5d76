// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/settings/settingsdialog.h"

#include <QCheckBox>
#include <QComboBox>
#include <QLineEdit>
#include <QListView>
#include <QSignalSpy>
#include <QSpinBox>
#include <QTemporaryDir>

#include <map>

/// What one storage holds, how it fails, and what it was asked.
struct Vault
{
    QHash<accounts::ProfileId, accounts::Secret> secrets;
    std::optional<accounts::SecretError> readError;
    std::optional<accounts::SecretError> writeError;
    /// The secret of this profile cannot be removed.
    std::optional<accounts::ProfileId> undeletable;
    /// Never answers.
    bool isSilent = false;
    /// How often a secret that is there was asked for.
    int readCount = 0;
};

/// A settings dialog on two saved profiles, with secrets in vaults that the test looks into.
class SettingsFixture
{
protected:
    SettingsFixture() = default;

    /// Two profiles, "Production" and "Staging", whose secrets are their names.
    void setUp();
    void open();

    /// The widget of this accessible name; nullptr if there is none.
    template<class Part>
    Part *part(const QString &name) const
    {
        const auto parts = m_dialog->findChildren<Part *>();
        for (Part *part : parts) {
            if (part->accessibleName() == name)
                return part;
        }
        return nullptr;
    }
    /// The label of this accessible description; nullptr if there is none.
    QLabel *label(const QString &description) const;
    void type(const QString &name, const QString &text);
    void press(const QString &name);
    void selectProfile(int row);
    /// What the bar about secrets says; empty if it is not shown.
    QString secretNotice() const;

    Vault &vault(accounts::SecretStorage storage) { return m_vaults[storage]; }
    /// As a new run would read it.
    std::optional<accounts::Profile> savedProfile(const QString &name) const;
    accounts::PreferenceValues savedValues() const;

    static accounts::Profile makeProfile(const QString &name,
                                         accounts::Authentication authentication,
                                         const QString &identity);

    std::unique_ptr<QTemporaryDir> m_folder;
    std::map<accounts::SecretStorage, Vault> m_vaults;
    std::unique_ptr<accounts::SettingsFile> m_file;
    std::unique_ptr<accounts::ProfileStore> m_profiles;
    std::unique_ptr<accounts::Preferences> m_preferences;
    std::unique_ptr<accounts::SecretKeeper> m_keeper;
    std::optional<accounts::EnvironmentAccount> m_environment;
    accounts::Profile m_production;
    accounts::Profile m_staging;
    ui::SignOuts m_signOuts;
    std::unique_ptr<ui::SettingsDialog> m_dialog;
    std::unique_ptr<QSignalSpy> m_saved;
};
