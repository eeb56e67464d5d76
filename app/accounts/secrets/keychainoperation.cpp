// SPDX-License-Identifier: Apache-2.0
#include "accounts/secrets/keychainoperation.h"

namespace accounts {

namespace {

using Kind = SecretError::Kind;

SecretError lockedError()
{
    return {Kind::Locked,
            KeychainOperation::tr("The system keychain is locked. Unlock it, then try again.")};
}

SecretError unavailableError()
{
    return {Kind::Unavailable,
            KeychainOperation::tr("No system keychain is running. Start one (such as GNOME "
                                  "Keyring or KWallet), or choose another secret storage in "
                                  "Settings.")};
}

SecretError deniedError()
{
    return {Kind::Denied,
            KeychainOperation::tr("The system keychain denied access. Allow Bucketscope to use "
                                  "it, then try again.")};
}

SecretError notFoundError()
{
    return {Kind::NotFound,
            KeychainOperation::tr("The system keychain has no secret for this profile. Enter "
                                  "it in Settings.")};
}

SecretError otherError(const QString &detail)
{
    return {Kind::Other,
            KeychainOperation::tr("The system keychain reported an error: %1").arg(detail)};
}

/// Through the Secret Service, a locked keychain without a prompter reads as an entry that is not
/// there, and a missing service as any other error (QtKeychain 0.13.2, libsecret.cpp).
SecretError errorFrom(QKeychain::Error error, const QString &detail, KeyringState state)
{
    switch (error) {
    case QKeychain::EntryNotFound:
        return state == KeyringState::Locked ? lockedError() : notFoundError();
    case QKeychain::AccessDenied:
        return state == KeyringState::Locked ? lockedError() : deniedError();
    case QKeychain::AccessDeniedByUser:
        return deniedError();
    case QKeychain::NoBackendAvailable:
    case QKeychain::NotImplemented:
        return unavailableError();
    case QKeychain::NoError:
    case QKeychain::CouldNotDeleteEntry:
    case QKeychain::OtherError:
        break;
    }
    if (state == KeyringState::Locked)
        return lockedError();
    return state == KeyringState::NoService ? unavailableError() : otherError(detail);
}

Secret secretReadBy(const QKeychain::Job *job)
{
    const auto *reader = qobject_cast<const QKeychain::ReadPasswordJob *>(job);
    if (!reader)
        return {};
    QString text = reader->textData();
    Secret secret = Secret::fromString(text);
    wipe(text);
    return secret;
}

} // namespace

KeychainOperation::KeychainOperation(QKeychain::Job *job, std::chrono::milliseconds timeLimit,
                                     QObject *context, Handler handler, QObject *parent)
    : QObject(parent), m_job(job), m_context(context), m_handler(std::move(handler))
{
    m_timer.setSingleShot(true);
    m_timer.setInterval(timeLimit);
    connect(&m_timer, &QTimer::timeout, this, &KeychainOperation::onTimedOut);
    connect(context, &QObject::destroyed, this, &QObject::deleteLater);
    connect(job, &QKeychain::Job::finished, this, &KeychainOperation::onJobFinished);
    // The backend writes to the job when it answers, however late: only then may the job go.
    job->setParent(nullptr);
    job->setAutoDelete(false);
    job->setInsecureFallback(false);
    connect(job, &QKeychain::Job::finished, job, &QObject::deleteLater);
}

void KeychainOperation::start()
{
    m_timer.start();
    m_job->start();
}

/// What a locked keychain answers does not always say so: a removal, for one, succeeds without any
/// effect.
bool KeychainOperation::isAnswerDoubtful(const QKeychain::Job *job) const
{
    return m_error != QKeychain::NoError || qobject_cast<const QKeychain::DeletePasswordJob *>(job);
}

void KeychainOperation::onJobFinished(QKeychain::Job *job)
{
    if (m_isConcluded)
        return;
    m_error = job->error();
    m_errorText = job->errorString();
    if (isAnswerDoubtful(job))
        probeKeyring(job->key(), this, [this](KeyringState state) { onStateKnown(state); });
    else
        conclude(secretReadBy(job));
}

void KeychainOperation::onStateKnown(KeyringState state)
{
    if (m_error == QKeychain::NoError && state != KeyringState::Locked)
        conclude(Secret());
    else
        conclude(tl::unexpected(errorFrom(*m_error, m_errorText, state)));
}

void KeychainOperation::onTimedOut()
{
    if (m_error) {
        onStateKnown(KeyringState::Unknown);
        return;
    }
    const auto limit = std::chrono::ceil<std::chrono::seconds>(m_timer.intervalAsDuration());
    conclude(tl::unexpected(SecretError{
        Kind::TimedOut,
        tr("The system keychain did not respond within %Ln seconds. If another window asks for "
           "the keychain password, enter it, then try again.",
           nullptr, static_cast<int>(limit.count()))}));
}

void KeychainOperation::conclude(const Result &result)
{
    if (m_isConcluded)
        return;
    m_isConcluded = true;
    m_timer.stop();
    deleteLater();
    if (m_context)
        m_handler(result);
}

} // namespace accounts
