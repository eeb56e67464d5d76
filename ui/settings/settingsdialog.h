// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "accounts/profiles/environmentprofile.h"
#include "ui/accessibility/focuswindow.h"
#include "ui/settings/forgetrow.h"
#include "ui/settings/profilespage.h"
#include "ui/settings/secretfailurebar.h"
#include "ui/settings/settingssave.h"
#include "ui/settings/valuespage.h"

#include <QPushButton>
#include <QStackedWidget>
#include <QTimer>

#include <utility>

namespace ui {

class CategoryList;

/// The settings: profiles, requests, appearance. Shown with open() or show(). Nothing is written
/// before OK; one object serves one round of editing.
class SettingsDialog : public FocusDialog
{
    Q_OBJECT

public:
    /// What it shows and writes to; all of it must outlive the dialog.
    struct Means
    {
        accounts::SettingsFile &file;
        accounts::ProfileStore &profiles;
        accounts::Preferences &preferences;
        accounts::SecretKeeper &secrets;
        /// Takes over what is left of tests of a connection.
        SignOuts &signOuts;
        /// The account that the environment makes, if it does.
        std::optional<accounts::EnvironmentAccount> environment;
        /// Where the import looks first.
        QString atlasCliConfigPath;
        /// From the command line, trusted for every profile; may be empty.
        QString extraCaFile;
        /// Nothing: there are no readings to forget.
        ForgetReadings forgetReadings{};
    };

    explicit SettingsDialog(const Means &means, QWidget *parent = nullptr);

    /// What is announced when they are saved, in the language of the moment.
    static QString savedText();

    void showPage(accounts::SettingsPage page);
    /// Shows a new, empty profile, ready to be filled in: for the first run.
    void showSignIn();
    void selectProfile(accounts::ProfileId profile);
    /// Selects the profile and asks for its secret, which the store does not have.
    void askForSecret(accounts::ProfileId profile);
    /// Adds a profile of another program, and saves it at once if its secret came with it.
    void importProfile(const accounts::ImportCandidate &candidate)
    {
        showPage(Page::Profiles);
        if (m_profiles->importProfile(candidate))
            accept();
    }
    /// Stops the test of a connection, and has what is left of it signed out.
    void stopTest();

    void accept() override;
    /// Stops the saving under way and stays open; closes if there is none.
    void reject() override;
    void done(int result) override;

Q_SIGNALS:
    /// Everything is written, secrets included; or the user gave up on a secret that could not be
    /// kept, and everything else is written.
    void saved();

protected:
    void keyPressEvent(QKeyEvent *event) override;

private:
    using Page = accounts::SettingsPage;

    void addPage(const QString &name, QWidget *page);
    void layOut();
    QLayout *makeButtonRow();
    void follow();
    void findSessionSecrets();

    void saveWithFilesRead();
    void save(SettingsSave::Fallback fallback);
    SettingsSave::Content content() const;
    accounts::SecretStorage destinationOf(SettingsSave::Fallback fallback) const;
    void showSaving(bool isSaving);
    void concludeSaving(const QList<SecretFailure> &failures);

    bool lacksAccount() const;
    QString obstacle() const;
    void goToObstacle();
    void showState();
    void tellObstacle();

    Means m_means;
    ProfileEdits m_edits;
    SettingsSave m_save;
    QWidget *m_body;
    CategoryList *m_categories;
    SecretFailureBar *m_failures;
    QStackedWidget *m_pages;
    ValuesPage *m_requests;
    ValuesPage *m_checks;
    ValuesPage *m_appearance;
    ProfilesPage *m_profiles;
    ToneLabel *m_status;
    QPushButton *m_ok;
    QPushButton *m_cancel;
    accounts::SecretStorage m_destination = accounts::SecretStorage::Keychain;
    bool m_hasWritten = false;
    /// It was opened for an account to be entered.
    bool m_asksToSignIn = false;
    /// What had the focus before the saving.
    QPointer<QWidget> m_focusBefore;
    /// OK was pressed, and the CA files are read once more before anything is saved.
    bool m_waitsForFiles = false;
    /// Runs from an edit that changes what is in the way of OK, until nothing is edited any more.
    QTimer m_resting;
    /// What was said last to be in the way, and of which profile; a name that is being typed is no
    /// news.
    std::pair<int, QString> m_toldObstacle;
};

} // namespace ui
