// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "accounts/profiles/environmentprofile.h"
#include "accounts/profiles/profilestore.h"
#include "accounts/secrets/secretkeeper.h"
#include "accounts/settings/preferences.h"
#include "accounts/settings/settingsfile.h"
#include "buckets/reading/bucketpager.h"
#include "startup/languages.h"
#include "startup/trust.h"
#include "ui/desktop/appearance.h"
#include "ui/parts/signouts.h"
#include "ui/program/commandline.h"
#include "ui/program/firstrun.h"
#include "ui/program/programnotices.h"
#include "ui/window/mainwindow.h"

#include <QList>
#include <QObject>
#include <QPointer>
#include <QTimer>

#include <chrono>
#include <memory>

class Session;

namespace ui {

class SettingsDialog;

/// The running program: settings, profiles, secrets, one session and the window that shows it.
class Program : public QObject
{
    Q_OBJECT

public:
    /// What a program is started with.
    struct Start
    {
        CommandLine commandLine;
        QString settingsPath;
        /// Makes the stores for secrets.
        accounts::SecretKeeper::Factory makeSecretStore;
        std::optional<accounts::EnvironmentAccount> environment;
        QString atlasCliConfigPath;
        net::RetryPolicy retries;
        /// What to say of the environment: translated sentences.
        QStringList notes = {};
        /// Where readings are kept; empty: nowhere.
        QString historyFolder = {};
    };

    explicit Program(Start start, QObject *parent = nullptr);
    ~Program() override;

    /// Shows the window and opens the first profile. The error is one line for standard error:
    /// then nothing is shown.
    tl::expected<void, QString> run();

    MainWindow *window() const { return m_window.get(); }
    /// The open session; nullptr if nobody is signed in.
    Session *session() const { return m_session; }

    /// Saves what was chosen, and how the window stands.
    void save();
    /// Closes the window, saves, and signs all accounts out. Emits ended() when that is through, at
    /// most 3 seconds later whatever the servers do. Does nothing if it has begun.
    void end();
    /// The system may be about to end: saves, and gives back what a server keeps for the open
    /// account. There may be no time for it later; if the system goes on, the user can sign in
    /// again.
    void prepareForEnd();

Q_SIGNALS:
    /// Another session is open, or none.
    void sessionChanged();
    /// The window was closed and all accounts signed out.
    void ended();

private:
    void makeWindow();
    void replaceWindow();
    void showPlace(const WindowPlace &place);
    std::optional<accounts::Profile> firstProfile() const;
    QList<accounts::Profile> allProfiles() const;
    std::optional<accounts::Profile> findProfile(const accounts::ProfileId &id) const;

    void openProfile(const accounts::Profile &profile);
    void openProfileById(const accounts::ProfileId &id);
    void takeSecret(const accounts::Profile &profile,
                    const tl::expected<accounts::Secret, accounts::SecretError> &secret);
    void confirmServer(const accounts::Profile &profile);
    void tellSecretError(const accounts::Profile &profile, const accounts::SecretError &error);
    void findTrust(const accounts::Profile &profile, const accounts::Secret &secret);
    void startSession(const accounts::Profile &profile, const accounts::Secret &secret,
                      const startup::Trust &trust);
    void openFirstProject(const accounts::Profile &profile);
    void dropSession();
    /// `makeMessage` speaks the language of the moment: the message outlives a change of language.
    void signOut(const std::function<EmptyState::Message()> &makeMessage,
                 const std::function<void(int choice)> &nextStep);
    void askForAccount()
    {
        signOut([this] { return m_firstRun.message(); },
                [this](int choice) { m_firstRun.take(choice, openSettings()); });
    }

    SettingsDialog &openSettings();
    void takeOverSettings();
    void keepSession(const accounts::Profile &profile);
    void openProfileOrNone(const std::optional<accounts::Profile> &profile);
    void chooseItemsPerPage(int itemsPerPage);
    void rememberProject(atlas::ProjectId project);
    /// What counts in this run: what is saved, but for what the command line says.
    accounts::PreferenceValues values() const
    {
        return m_start.commandLine.over(m_preferences.values());
    }

    static constexpr std::chrono::seconds PauseBeforeSaving{1};

    Start m_start;
    accounts::SettingsFile m_file;
    accounts::Preferences m_preferences;
    accounts::ProfileStore m_profiles;
    accounts::SecretKeeper m_secrets;
    ProgramNotices m_notices;
    FirstRun m_firstRun;
    startup::Languages m_languages;
    accounts::Language m_spoken;
    /// What the settings said when their dialog was opened.
    accounts::PreferenceValues m_valuesBefore;
    Appearance m_appearance;
    SignOuts m_signOuts;
    std::unique_ptr<MainWindow> m_window;
    QPointer<SettingsDialog> m_settings;
    Session *m_session = nullptr;
    std::optional<accounts::Profile> m_openProfile;
    accounts::Secret m_openSecret;
    /// Dies with each change of profile: an answer of the keychain that comes later finds nobody.
    std::unique_ptr<QObject> m_opening;
    std::function<EmptyState::Message()> m_makeMessage;
    std::function<void(int choice)> m_nextStep;
    /// From the command line: for the first project that is opened.
    bool m_startPlaceUsed = false;
    /// What is chosen is saved a moment later, not for each page that is turned.
    QTimer m_saveSoon;
    bool m_isEnding = false;
};

} // namespace ui
