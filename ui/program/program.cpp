// SPDX-License-Identifier: Apache-2.0
#include "ui/program/program.h"

#include "accounts/profiles/boundsecret.h"
#include "session/accountsettings.h"
#include "session/session.h"
#include "startup/profilechoice.h"
#include "ui/accessibility/announcer.h"
#include "ui/accessibility/dialogend.h"
#include "ui/look/lineicon.h"
#include "ui/program/firstpaint.h"
#include "ui/program/forgetting.h"
#include "ui/program/signedoutmessages.h"
#include "ui/settings/settingsdialog.h"
#include "ui/window/accessibleparts.h"

#include <QApplication>

#include <utility>

namespace ui {

Program::Program(Start start, QObject *parent)
    : QObject(parent), m_start(std::move(start)), m_file(m_start.settingsPath),
      m_preferences(m_file), m_profiles(m_file),
      m_secrets(m_preferences.values().secretStorage, m_start.makeSecretStore),
      m_notices({m_file, m_preferences, m_profiles, m_start.settingsPath}, m_start.notes),
      m_firstRun(m_start.atlasCliConfigPath), m_spoken(values().language), m_appearance(*qApp)
{
    if (m_start.environment && m_start.commandLine.baseUrl)
        m_start.environment->profile.baseUrl = *m_start.commandLine.baseUrl;
    m_languages.speak(m_spoken);
    installAccessibleParts();
    m_appearance.choose(m_preferences.values().theme);
    m_saveSoon.setSingleShot(true);
    m_saveSoon.setInterval(PauseBeforeSaving);
    connect(&m_saveSoon, &QTimer::timeout, this, &Program::save);
}

Program::~Program()
{
    if (m_window)
        m_window->setSession(nullptr);
}

tl::expected<void, QString> Program::run()
{
    const CommandLine &line = m_start.commandLine;
    const auto profile = startup::profileToOpen(
        line.profile, {allProfiles(), firstProfile(), m_profiles.badProfiles(), m_file.problem()});
    if (!profile)
        return tl::unexpected(profile.error());
    if (const auto problem = startup::addressProblem(line.baseUrl, *profile))
        return tl::unexpected(*problem);
    makeWindow();
    if (!*profile)
        askForAccount();
    m_window->show();
    // The first paint comes before the network.
    const auto open = [this, first = *profile] {
        QApplication::setWindowIcon(programIcon());
        m_appearance.followDesktop();
        m_notices.tellProblems(*m_window);
        if (first)
            openProfile(*first);
        else
            openSettings().showSignIn();
    };
    new FirstPaint(*m_window, open, this);
    return {};
}

void Program::makeWindow()
{
    m_window = std::make_unique<MainWindow>();
    m_window->restoreState(m_preferences);
    m_window->setProfiles(allProfiles(), std::nullopt);
    connect(m_window.get(), &MainWindow::profileChosen, this, &Program::openProfileById);
    connect(m_window.get(), &MainWindow::settingsRequested, this, [this] { openSettings(); });
    connect(m_window.get(), &MainWindow::settingsPageRequested, this,
            [this](auto page) { openSettings().showPage(page); });
    connect(m_window.get(), &MainWindow::itemsPerPageChosen, this, &Program::chooseItemsPerPage);
    connect(m_window.get(), &MainWindow::projectOpened, this, &Program::rememberProject);
    connect(m_window.get(), &MainWindow::closed, this, &Program::end);
    connect(m_window.get(), &MainWindow::signedOutActionTriggered, this, [this](int choice) {
        if (m_nextStep)
            m_nextStep(choice);
    });
}

std::optional<accounts::Profile> Program::firstProfile() const
{
    if (m_start.environment)
        return m_start.environment->profile;
    const auto last = m_preferences.lastProfile();
    if (auto profile = last ? m_profiles.find(*last) : std::nullopt)
        return profile;
    const QList<accounts::Profile> saved = m_profiles.profiles();
    return saved.isEmpty() ? std::nullopt : std::optional(saved.constFirst());
}

QList<accounts::Profile> Program::allProfiles() const
{
    QList<accounts::Profile> profiles = m_profiles.profiles();
    if (m_start.environment)
        profiles.append(m_start.environment->profile);
    return profiles;
}

std::optional<accounts::Profile> Program::findProfile(const accounts::ProfileId &id) const
{
    for (const accounts::Profile &profile : allProfiles()) {
        if (profile.id == id)
            return profile;
    }
    return std::nullopt;
}

void Program::openProfileById(const accounts::ProfileId &id)
{
    const bool isOpen = m_session && m_openProfile && m_openProfile->id == id;
    const auto profile = findProfile(id);
    if (profile && !isOpen)
        openProfile(*profile);
}

void Program::openProfile(const accounts::Profile &profile)
{
    dropSession();
    m_openProfile = profile;
    m_window->setProfiles(allProfiles(), profile.id);
    m_opening = std::make_unique<QObject>();
    if (profile.fromEnvironment) {
        findTrust(profile, m_start.environment->credential.secret);
        return;
    }
    m_preferences.setLastProfile(profile.id);
    m_saveSoon.start();
    signOut(signingInMessage, {});
    accounts::readSecretFor(profile, m_secrets.store(), m_opening.get(),
                            [this, profile](const auto &secret) { takeSecret(profile, secret); });
}

void Program::takeSecret(const accounts::Profile &profile,
                         const tl::expected<accounts::Secret, accounts::SecretError> &secret)
{
    if (secret)
        findTrust(profile, *secret);
    else
        tellSecretError(profile, secret.error());
}

/// For a secret that was kept without saying for which server: the user has said it now.
void Program::confirmServer(const accounts::Profile &profile)
{
    m_opening = std::make_unique<QObject>();
    accounts::confirmServerOf(profile, m_secrets.store(), m_opening.get(),
                              [this, profile](const auto &secret) { takeSecret(profile, secret); });
}

void Program::tellSecretError(const accounts::Profile &profile, const accounts::SecretError &error)
{
    const auto makeMessage = [profile, error] {
        return secretMessage(profile, error);
    };
    switch (error.kind) {
    case accounts::SecretError::Kind::NotFound:
    case accounts::SecretError::Kind::OtherServer:
        signOut(makeMessage, [this](int) { openSettings().askForSecret(m_openProfile->id); });
        return;
    case accounts::SecretError::Kind::ServerUnknown:
        signOut(makeMessage, [this, profile](int) { confirmServer(profile); });
        return;
    default:
        signOut(makeMessage, [this](int) { openProfile(accounts::Profile(*m_openProfile)); });
    }
}

void Program::findTrust(const accounts::Profile &profile, const accounts::Secret &secret)
{
    if (!profile.caFile.isEmpty() || !m_start.commandLine.caFile.isEmpty())
        signOut(awaitingCaFileMessage, {});
    startup::readTrust(profile, m_start.commandLine.caFile, m_file, m_opening.get(),
                       [this, profile, secret](const startup::FoundTrust &trust) {
                           if (trust)
                               startSession(profile, secret, *trust);
                           else
                               signOut(
                                   [reason = trust.error()] { return badCaFileMessage(reason); },
                                   [this](int) { openSettings(); });
                       });
}

void Program::startSession(const accounts::Profile &profile, const accounts::Secret &secret,
                           const startup::Trust &trust)
{
    if (!profile.fromEnvironment)
        m_saveSoon.start();
    m_openSecret = secret;
    m_session = new Session({profile,
                             {profile.authentication, profile.identity, secret},
                             trust.authorities,
                             values(),
                             m_start.retries,
                             m_start.historyFolder,
                             acceptedPathOf(m_start.settingsPath)},
                            this);
    m_window->setSession(m_session);
    ProgramNotices::tellOtherCertificates(*m_window, profile, trust.changedFiles);
    m_session->projects().refresh();
    openFirstProject(profile);
    Q_EMIT sessionChanged();
}

void Program::openFirstProject(const accounts::Profile &profile)
{
    const bool useStartPlace = !std::exchange(m_startPlaceUsed, true);
    const CommandLine &line = m_start.commandLine;
    auto project = useStartPlace ? line.project : std::nullopt;
    if (!project && !profile.fromEnvironment)
        project = m_preferences.lastProject(profile.id);
    if (!project)
        project = profile.defaultProject;
    if (project)
        m_window->openProject(*project, useStartPlace ? line.page.value() : 1,
                              useStartPlace ? line.bucket : std::nullopt);
}

void Program::dropSession()
{
    m_opening.reset();
    m_openSecret = {};
    Session *old = std::exchange(m_session, nullptr);
    if (!old)
        return;
    m_window->setSession(nullptr);
    m_signOuts.add(old);
    Q_EMIT sessionChanged();
}

void Program::signOut(const std::function<EmptyState::Message()> &makeMessage,
                      const std::function<void(int choice)> &nextStep)
{
    m_makeMessage = makeMessage;
    m_nextStep = nextStep;
    m_window->setSignedOutMessage(makeMessage());
}

SettingsDialog &Program::openSettings()
{
    m_valuesBefore = m_preferences.values();
    // One that has closed may still be there for a moment.
    if (!m_settings || m_settings->isHidden()) {
        m_settings = new SettingsDialog({m_file, m_profiles, m_preferences, m_secrets, m_signOuts,
                                         m_start.environment, m_start.atlasCliConfigPath,
                                         m_start.commandLine.caFile,
                                         forgettingOf(m_session, m_start.historyFolder)},
                                        m_window.get());
        deleteAfterClose(m_settings);
        connect(m_settings, &SettingsDialog::saved, this, &Program::takeOverSettings);
    }
    if (m_openProfile)
        m_settings->selectProfile(m_openProfile->id);
    m_settings->open();
    return *m_settings;
}

void Program::takeOverSettings()
{
    m_appearance.choose(m_preferences.values().theme);
    m_start.commandLine.yieldTo(std::exchange(m_valuesBefore, m_preferences.values()),
                                m_preferences.values());
    const accounts::Language language = values().language;
    if (std::exchange(m_spoken, language) != language) {
        m_languages.speak(language);
        // Later: the dialog that says so is a child of the window that goes.
        QTimer::singleShot(0, this, &Program::replaceWindow);
    }
    const auto profile = m_openProfile ? findProfile(m_openProfile->id) : std::nullopt;
    if (profile && isSameAccount(*profile, *m_openProfile) && m_session)
        keepSession(*profile);
    else
        openProfileOrNone(profile);
}

/// The account is what it was; its name, its colour and its secret may be others.
void Program::keepSession(const accounts::Profile &profile)
{
    m_openProfile = profile;
    m_session->setProfileLooks(profile);
    m_window->setProfiles(allProfiles(), profile.id);
    m_session->apply(values());
    if (profile.fromEnvironment)
        return;
    m_opening = std::make_unique<QObject>();
    accounts::readSecretFor(profile, m_secrets.store(), m_opening.get(),
                            [this, profile](const auto &secret) {
                                if (secret && *secret != m_openSecret)
                                    openProfile(profile);
                            });
}

void Program::openProfileOrNone(const std::optional<accounts::Profile> &profile)
{
    if (const auto next = profile ? profile : firstProfile()) {
        openProfile(*next);
        return;
    }
    dropSession();
    m_openProfile.reset();
    m_window->setProfiles(allProfiles(), std::nullopt);
    askForAccount();
}

/// A window keeps the texts it was made with: another language is another window, which shows what
/// the old one did.
void Program::replaceWindow()
{
    m_window->saveState(m_preferences);
    const WindowPlace place = m_window->place();
    m_window->setSession(nullptr);
    const auto old = std::exchange(m_window, nullptr);
    disconnect(old.get(), nullptr, this, nullptr);
    makeWindow();
    showPlace(place);
    announce(m_window.get(), SettingsDialog::savedText());
}

/// What the new window shows was there before: it is not announced once more.
void Program::showPlace(const WindowPlace &place)
{
    const Silence silence(m_window.get());
    m_window->setProfiles(allProfiles(),
                          m_openProfile ? std::optional(m_openProfile->id) : std::nullopt);
    if (m_makeMessage)
        m_window->setSignedOutMessage(m_makeMessage());
    m_window->setSession(m_session);
    m_window->show();
    m_window->goTo(place);
}

void Program::chooseItemsPerPage(int itemsPerPage)
{
    const auto chosen = atlas::ItemsPerPage::from(itemsPerPage);
    if (!chosen || !m_session)
        return;
    m_start.commandLine.itemsPerPage.reset();
    accounts::PreferenceValues saved = m_preferences.values();
    saved.itemsPerPage = *chosen;
    m_preferences.setValues(saved);
    m_saveSoon.start();
    m_session->apply(values());
}

void Program::rememberProject(atlas::ProjectId project)
{
    if (!m_openProfile || m_openProfile->fromEnvironment)
        return;
    m_preferences.setLastProject(m_openProfile->id, project);
    m_saveSoon.start();
}

void Program::save()
{
    if (m_window)
        m_window->saveState(m_preferences);
    // What could not be saved is a window's place, not a profile: it is tried again.
    static_cast<void>(m_file.save());
}

void Program::end()
{
    if (std::exchange(m_isEnding, true))
        return;
    save();
    if (m_settings)
        m_settings->stopTest();
    dropSession();
    m_window->hide();
    if (m_signOuts.isEmpty())
        Q_EMIT ended();
    else // Those of profiles that were left a moment ago are among them.
        connect(&m_signOuts, &SignOuts::emptied, this, &Program::ended);
}

void Program::prepareForEnd()
{
    save();
    // Of an API key, the server keeps nothing.
    const bool hasToken = m_session && !m_isEnding
        && m_openProfile->authentication == accounts::Authentication::ServiceAccount;
    if (!hasToken)
        return;
    dropSession();
    signOut(endPreparedMessage, [this](int) { openProfile(accounts::Profile(*m_openProfile)); });
}

} // namespace ui
