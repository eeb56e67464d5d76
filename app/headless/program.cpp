// SPDX-License-Identifier: Apache-2.0
#include "headless/program.h"

#include "base/files/fileprivacy.h"
#include "base/process/standardoutput.h"
#include "headless/changesrun.h"
#include "headless/checkrun.h"
#include "headless/listrun.h"
#include "headless/makeoutput.h"
#include "insight/health/acceptedfile.h"
#include "session/accountsettings.h"
#include "startup/profilechoice.h"

#include <QDir>

using namespace std::chrono_literals;

namespace headless {

namespace {

/// How long signing out may take: the server may not answer.
constexpr auto PatienceWithSignOut = 3s;

/// How long whoever reads may take for what is here when the time is up.
constexpr auto PatienceWithReader = 1s;

} // namespace

Program::Program(const Start &start, startup::Languages &languages)
    : m_start(start), m_languages(languages), m_file(start.settingsPath), m_preferences(m_file),
      m_profiles(m_file), m_signIn(m_file)
{
    if (m_start.environment && m_start.command.baseUrl)
        m_start.environment->profile.baseUrl = *m_start.command.baseUrl;
    m_timeout.setSingleShot(true);
    connect(&m_timeout, &QTimer::timeout, this, &Program::noteTimeout);
    // A second signal does not wait for the server.
    connect(&m_signals, &base::EndSignals::endAsked, this, [this] {
        if (m_isEnding)
            Q_EMIT ended(static_cast<int>(m_code));
        else
            endSoon(ExitCode::Done);
    });
}

Program::~Program() = default;

tl::expected<void, QString> Program::run()
{
    const Command &command = m_start.command;
    QList<accounts::Profile> profiles = m_profiles.profiles();
    if (m_start.environment)
        profiles.append(m_start.environment->profile);
    const auto profile = startup::profileToOpen(
        command.profile, {profiles, firstProfile(), m_profiles.badProfiles(), m_file.problem()});
    if (!profile)
        return tl::unexpected(profile.error());
    // With no account that has an address of its own.
    if (!*profile && !m_start.addressProblem.isEmpty())
        return tl::unexpected(m_start.addressProblem);
    if (const auto problem = startup::addressProblem(command.baseUrl, *profile))
        return tl::unexpected(*problem);
    if (auto accepted = readAccepted(); !accepted)
        return accepted;
    auto output = makeOutput(command.outputPath);
    if (!output)
        return tl::unexpected(output.error());
    m_output = std::move(*output);
    connectOutput();
    for (const QString &note : std::as_const(m_start.notes))
        say(note);
    if (!*profile) {
        fail(ExitCode::SignInRefused,
             {tr("No credentials. Name a saved profile with --profile, or set "
                 "MONGODB_ATLAS_CLIENT_ID and MONGODB_ATLAS_CLIENT_SECRET.")});
        return {};
    }
    if (command.timeout)
        m_timeout.start(*command.timeout);
    m_signIn.start(**profile, m_start.environment, command.caFile, [this](const auto &signedIn) {
        if (m_isEnding)
            return;
        if (signedIn)
            startRun(*signedIn);
        else
            fail(ExitCode::SignInRefused, {signedIn.error()});
    });
    return {};
}

/// A script says who signs in: the account that a window had open last is nobody's choice.
std::optional<accounts::Profile> Program::firstProfile() const
{
    return m_start.environment ? std::optional(m_start.environment->profile) : std::nullopt;
}

tl::expected<void, QString> Program::readAccepted()
{
    const Command &command = m_start.command;
    if (command.verb != Verb::Check)
        return {};
    const QString path = command.acceptedPath.isEmpty() ? acceptedPathOf(m_start.settingsPath)
                                                        : command.acceptedPath;
    const auto accepted = insight::AcceptedFile(path).load();
    if (!accepted)
        return tl::unexpected(accepted.error().toString());
    m_accepted = *accepted;
    return {};
}

void Program::connectOutput()
{
    connect(m_output.get(), &Output::finished, this, [this] { endSoon(m_code); });
    connect(m_output.get(), &Output::failed, this,
            [this](const QString &problem) { fail(ExitCode::BadArguments, {problem}); });
    connect(m_output.get(), &Output::unread, this, [this] {
        m_isUnread = true;
        endSoon(ExitCode::Done);
    });
}

void Program::startRun(const SignedIn &signedIn)
{
    m_account =
        std::make_unique<Account>(signedIn, m_preferences.values(), m_start.command.projects);
    warn(signedIn);
    m_signIn.keepSeenCertificates();
    connect(&m_account->client, &net::Client::left, this,
            [this] { Q_EMIT ended(static_cast<int>(m_code)); });
    m_readings = std::make_unique<KeptReadings>(
        historyPathOf(m_start.historyFolder, signedIn.profile, signedIn.credential));
    m_run = makeRun();
    connect(m_run.get(), &Run::ended, this, &Program::conclude);
    if (!m_start.command.isQuiet)
        m_progress.start([this] { return m_run->progressText(); });
    m_run->start();
}

std::unique_ptr<Run> Program::makeRun()
{
    const Command &command = m_start.command;
    const bool keeps = command.keepsHistory && m_preferences.values().rememberReadings;
    const CheckRun::Means means{*m_output, command, m_languages, *m_readings, keeps};
    switch (command.verb) {
    case Verb::List:
        return std::make_unique<ListRun>(*m_account, *m_output, command, m_languages);
    case Verb::Check:
        return std::make_unique<CheckRun>(*m_account, means, m_accepted);
    case Verb::Changes:
        return std::make_unique<ChangesRun>(*m_account, means);
    }
    Q_UNREACHABLE();
    return nullptr;
}

void Program::noteTimeout()
{
    if (!m_run) {
        fail(ExitCode::Unreachable, {tr("The time limit passed before signing in.")});
    } else if (m_isWritten || std::exchange(m_isTimeUp, true)) {
        fail(m_output->hasWritten() ? ExitCode::Incomplete : ExitCode::Unreachable,
             {tr("The time limit passed before the whole result was written.")});
    } else {
        m_timeout.start(PatienceWithReader);
        m_run->stop();
    }
}

void Program::conclude(const Ending &ending)
{
    if (m_isEnding)
        return;
    m_progress.stop();
    if (!ending.problem.isEmpty()) {
        fail(ending.code, ending.problem);
        return;
    }
    for (const QString &note : ending.notes)
        say(note);
    m_code = ending.code;
    m_isWritten = true;
    // What took long to make is not cut off for it.
    if (m_isTimeUp)
        m_timeout.start(PatienceWithReader);
    m_output->finish();
}

void Program::fail(ExitCode code, const QStringList &problem)
{
    if (m_isEnding)
        return;
    m_progress.stop();
    for (const QString &line : problem)
        printLine(line);
    endSoon(code);
}

/// After what runs now.
void Program::endSoon(ExitCode code)
{
    if (std::exchange(m_isEnding, true))
        return;
    m_code = code;
    m_timeout.stop();
    m_progress.stop();
    QTimer::singleShot(0, this, &Program::signOut);
}

void Program::signOut()
{
    if (!m_account) {
        Q_EMIT ended(static_cast<int>(m_code));
        return;
    }
    QTimer::singleShot(PatienceWithSignOut, this,
                       [this] { Q_EMIT ended(static_cast<int>(m_code)); });
    m_account->check.stop();
    m_account->inventory.close();
    m_account->client.leave();
}

void Program::close()
{
    m_run.reset();
    m_readings.reset();
    m_account.reset();
}

void Program::say(const QString &line)
{
    if (!m_start.command.isQuiet)
        printLine(line);
}

/// Also where nothing but errors is to be said: the secret may go to a stranger.
void Program::warn(const SignedIn &signedIn)
{
    const accounts::Profile &profile = signedIn.profile;
    if (!profile.fromEnvironment && base::othersMayChange(m_start.settingsPath))
        printLine(tr("Warning: other users of this computer can change the settings file %1 and "
                     "redirect your sign-ins to another server. Make the file and its folder "
                     "writable only by your user account.")
                      .arg(QDir::toNativeSeparators(m_start.settingsPath)));
    for (const QString &file : signedIn.changedCaFiles)
        printLine(tr("Warning: when the profile \"%1\" was last used, the CA file %2 contained "
                     "other certificates. If neither you nor your administrator changed it, "
                     "restore the file: another server could receive your sign-ins.")
                      .arg(profile.name, QDir::toNativeSeparators(file)));
}

void Program::endBySignal() const
{
    m_signals.endBySignal();
    if (m_isUnread)
        base::StandardOutput::endAsUnread();
}

} // namespace headless
