// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "accounts/profiles/environmentprofile.h"
#include "accounts/profiles/profilestore.h"
#include "accounts/settings/preferences.h"
#include "accounts/settings/settingsfile.h"
#include "base/process/endsignals.h"
#include "headless/account.h"
#include "headless/command.h"
#include "headless/keptreadings.h"
#include "headless/output.h"
#include "headless/progressline.h"
#include "headless/run.h"
#include "headless/signin.h"
#include "insight/health/accepted.h"
#include "startup/languages.h"

#include <QObject>
#include <QTimer>

#include <memory>

namespace headless {

/// The running program without a window: one command of one account, from signing in to signing
/// out.
class Program final : public QObject
{
    Q_OBJECT

public:
    /// What it is started with.
    struct Start
    {
        Command command{};
        QString settingsPath{};
        std::optional<accounts::EnvironmentAccount> environment{};
        /// What is wrong with the environment's address, where it has no credential: a translated
        /// sentence; empty if nothing is.
        QString addressProblem{};
        /// What to say of the environment: translated sentences.
        QStringList notes{};
        /// Where readings are kept; empty: nowhere.
        QString historyFolder{};
    };

    /// `languages` speaks the language of the run, and must outlive this.
    Program(const Start &start, startup::Languages &languages);
    ~Program() override;

    /// Begins; the error is one translated line on what is wrong with the arguments or what they
    /// name: then nothing is sent.
    tl::expected<void, QString> run();

    /// Once it has ended: drops the account, whose connections close on threads of the global pool.
    void close();
    /// Ends the process by the signal that has ended the run, or as a program does whose output
    /// nobody reads. Returns if it was neither.
    void endBySignal() const;

Q_SIGNALS:
    /// The account is signed out.
    void ended(int exitCode);

private:
    std::optional<accounts::Profile> firstProfile() const;
    tl::expected<void, QString> readAccepted();
    void startRun(const SignedIn &signedIn);
    std::unique_ptr<Run> makeRun();
    void connectOutput();
    void noteTimeout();
    void conclude(const Ending &ending);
    void fail(ExitCode code, const QStringList &problem);
    void endSoon(ExitCode code);
    void signOut();
    void say(const QString &line);
    void warn(const SignedIn &signedIn);

    Start m_start;
    startup::Languages &m_languages;
    base::EndSignals m_signals;
    accounts::SettingsFile m_file;
    accounts::Preferences m_preferences;
    accounts::ProfileStore m_profiles;
    SignIn m_signIn;
    insight::AcceptedFindings m_accepted;
    std::unique_ptr<Output> m_output;
    std::unique_ptr<Account> m_account;
    std::unique_ptr<KeptReadings> m_readings;
    std::unique_ptr<Run> m_run;
    ProgressLine m_progress;
    QTimer m_timeout;
    ExitCode m_code = ExitCode::Done;
    bool m_isTimeUp = false;
    /// Nothing is waited for any more but whoever reads the result.
    bool m_isWritten = false;
    bool m_isUnread = false;
    bool m_isEnding = false;
};

} // namespace headless
