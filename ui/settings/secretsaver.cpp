// SPDX-License-Identifier: Apache-2.0
#include "ui/settings/secretsaver.h"

namespace ui {

namespace {

using accounts::Secret;
using accounts::SecretError;
using Step = SecretFailure::Step;

/// Whether the next secret would fare no better, perhaps after the same long wait.
bool concernsWholeStore(const SecretError &error)
{
    switch (error.kind) {
    case SecretError::Kind::Locked:
    case SecretError::Kind::Unavailable:
    case SecretError::Kind::TimedOut:
        return true;
    case SecretError::Kind::NotFound:
    case SecretError::Kind::Denied:
    case SecretError::Kind::OtherServer:
    case SecretError::Kind::ServerUnknown:
    case SecretError::Kind::Other:
        return false;
    }
    Q_UNREACHABLE();
}

} // namespace

SecretSaver::SecretSaver(accounts::SecretKeeper &keeper, QObject *parent)
    : QObject(parent), m_keeper(keeper)
{ }

SecretSaver::~SecretSaver()
{
    takeBackCopies();
}

accounts::SecretStore &SecretSaver::target() const
{
    return isMoving() ? *m_newStore : *m_source;
}

void SecretSaver::start(const SecretWork &work, const Destination &destination)
{
    Q_ASSERT(!m_source);
    m_destination = destination;
    m_source = &m_keeper.store();
    m_toWrite = work.typed;
    m_toRemove = work.dropped;
    for (const NamedProfile &profile : work.dropped)
        m_dropped.append(profile.id);
    if (destination.storage != m_keeper.storage()) {
        m_newStore = m_keeper.makeStore(destination.storage);
        m_toRead = work.unchanged;
    }
    readNext();
}

void SecretSaver::readNext()
{
    if (m_toRead.isEmpty()) {
        if (m_failures.isEmpty())
            writeNext();
        else
            giveUp();
        return;
    }
    const NamedProfile profile = m_toRead.takeFirst();
    m_source->read(profile.id, this,
                   [this, profile](const tl::expected<Secret, SecretError> &secret) {
                       if (secret)
                           m_toWrite.append({profile, *secret});
                       else if (secret.error().kind != SecretError::Kind::NotFound)
                           noteUnreadable(profile, secret.error());
                       readNext();
                   });
}

void SecretSaver::noteUnreadable(const NamedProfile &profile, const SecretError &error)
{
    if (!m_destination.leaveUnreadable)
        m_failures.append({Step::Read, profile.name, error});
    if (concernsWholeStore(error))
        m_toRead.clear();
}

void SecretSaver::writeNext()
{
    if (m_toWrite.isEmpty()) {
        if (m_failures.isEmpty())
            putToUse();
        else
            giveUp();
        return;
    }
    const NamedSecret next = m_toWrite.takeFirst();
    target().write(next.profile.id, next.secret, this,
                   [this, profile = next.profile](const tl::expected<void, SecretError> &done) {
                       if (done)
                           m_written.append(profile);
                       else
                           noteUnwritten(profile, done.error());
                       writeNext();
                   });
}

void SecretSaver::noteUnwritten(const NamedProfile &profile, const SecretError &error)
{
    m_failures.append({Step::Write, profile.name, error});
    if (concernsWholeStore(error))
        m_toWrite.clear();
}

void SecretSaver::putToUse()
{
    if (isMoving()) {
        if (const auto saved = m_destination.saveChoice(); !saved) {
            m_failures.append(
                {Step::Settings, QString(), {SecretError::Kind::Other, saved.error()}});
            giveUp();
            return;
        }
        m_oldStore = m_keeper.adopt(m_destination.storage, std::move(m_newStore));
        if (!m_destination.keepOriginals)
            m_toRemove.append(m_written);
    }
    removeNext();
}

void SecretSaver::removeNext()
{
    if (m_toRemove.isEmpty()) {
        Q_EMIT finished(m_failures);
        return;
    }
    const NamedProfile profile = m_toRemove.takeFirst();
    m_source->remove(profile.id, this,
                     [this, profile](const tl::expected<void, SecretError> &done) {
                         if (!done)
                             noteUnremoved(profile, done.error());
                         else if (m_dropped.contains(profile.id))
                             Q_EMIT removed(profile.id);
                         removeNext();
                     });
}

void SecretSaver::noteUnremoved(const NamedProfile &profile, const SecretError &error)
{
    if (!m_destination.leaveUnreadable)
        m_failures.append({Step::Remove, profile.name, error});
    if (concernsWholeStore(error))
        m_toRemove.clear();
}

/// A store of ours does this at once; a keychain may go on with it on its own.
void SecretSaver::takeBackCopies()
{
    if (!isMoving())
        return;
    for (const NamedProfile &profile : std::as_const(m_written))
        m_newStore->remove(profile.id, this, [](const tl::expected<void, SecretError> &) {});
    m_written.clear();
}

void SecretSaver::giveUp()
{
    takeBackCopies();
    Q_EMIT finished(m_failures);
}

} // namespace ui
