// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "accounts/secrets/secretkeeper.h"
#include "ui/settings/secretwork.h"

#include <QObject>

#include <tl/expected.hpp>

#include <functional>
#include <memory>

namespace ui {

/// Keeps, removes and moves secrets, one after the other, and loses none on the way: a move copies
/// every secret first, then has the choice of storage saved, and only then removes the originals.
/// One object serves one try; destroyed before its end, it cuts the try off.
class SecretSaver : public QObject
{
    Q_OBJECT

public:
    /// Where the secrets go.
    struct Destination
    {
        accounts::SecretStorage storage = accounts::SecretStorage::Keychain;
        /// Go on without the secrets that cannot be read; they stay where they are.
        bool leaveUnreadable = false;
        /// The originals stay where they are, too.
        bool keepOriginals = false;
        /// Saves the choice of storage. Asked once everything is copied; not asked if nothing
        /// moves.
        std::function<tl::expected<void, QString>()> saveChoice;
    };

    /// `keeper` must outlive this object.
    explicit SecretSaver(accounts::SecretKeeper &keeper, QObject *parent = nullptr);
    /// Takes back what is copied, as far as that can be done at once.
    ~SecretSaver() override;

    void start(const SecretWork &work, const Destination &destination);

Q_SIGNALS:
    /// The secret of a profile that wants none any more is gone.
    void removed(const accounts::ProfileId &profile);
    /// The end of it; empty if all went well.
    void finished(const QList<ui::SecretFailure> &failures);

private:
    bool isMoving() const { return m_newStore != nullptr; }
    accounts::SecretStore &target() const;

    void readNext();
    void noteUnreadable(const NamedProfile &profile, const accounts::SecretError &error);
    void writeNext();
    void noteUnwritten(const NamedProfile &profile, const accounts::SecretError &error);
    void putToUse();
    void removeNext();
    void noteUnremoved(const NamedProfile &profile, const accounts::SecretError &error);
    void takeBackCopies();
    void giveUp();

    accounts::SecretKeeper &m_keeper;
    Destination m_destination;
    /// Where the secrets were when the try began.
    accounts::SecretStore *m_source = nullptr;
    std::unique_ptr<accounts::SecretStore> m_newStore;
    std::unique_ptr<accounts::SecretStore> m_oldStore;
    QList<NamedProfile> m_toRead;
    QList<NamedSecret> m_toWrite;
    QList<NamedProfile> m_written;
    QList<NamedProfile> m_toRemove;
    /// Of those, the ones whose secret is not kept anywhere else.
    QList<accounts::ProfileId> m_dropped;
    QList<SecretFailure> m_failures;
};

} // namespace ui
