// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "accounts/profiles/profilestore.h"
#include "accounts/settings/preferences.h"
#include "accounts/settings/settingsfile.h"
#include "ui/settings/secretsaver.h"

#include <QObject>

namespace ui {

/// Writes what the settings dialog says: the settings file at once, then the secrets.
class SettingsSave : public QObject
{
    Q_OBJECT

public:
    /// What it writes to; all of it must outlive this object.
    struct Means
    {
        accounts::SettingsFile &file;
        accounts::ProfileStore &profiles;
        accounts::Preferences &preferences;
        accounts::SecretKeeper &secrets;
    };

    /// What it writes.
    struct Content
    {
        QList<accounts::Profile> profiles;
        QList<accounts::ProfileId> removed;
        /// The storage in it is the one that the next run begins with.
        accounts::PreferenceValues values;
        /// Where the secrets are to be from now on.
        accounts::SecretStorage storage = accounts::SecretStorage::Keychain;
        SecretWork secrets;
    };

    /// What to do with secrets that will not go where they should.
    enum class Fallback {
        None,
        SessionOnly, ///< Keep them in memory, and leave the choice of storage for the next run.
        File, ///< Move everything that can be read to a file, for good.
        LeaveUnreadable, ///< Move everything that can be read.
    };

    explicit SettingsSave(const Means &means, QObject *parent = nullptr);

    /// Begins. settingsFailed() or secretsDone() is emitted once, unless stop() is called before.
    void start(const Content &content, Fallback fallback);
    /// Cuts off what is under way. The settings file is written by then.
    void stop();
    bool isRunning() const { return m_saver != nullptr; }

Q_SIGNALS:
    /// Nothing was written. `message` is for people.
    void settingsFailed(const QString &message);
    /// The settings file is written; the secrets are next.
    void settingsWritten();
    /// The secret of a profile that wants none any more is gone.
    void secretRemoved(const accounts::ProfileId &profile);
    /// Everything is written but what failed.
    void secretsDone(const QList<ui::SecretFailure> &failures);

private:
    tl::expected<void, QString> writeSettings(const Content &content);
    void forgetCertificates(const QList<accounts::Profile> &before);
    tl::expected<void, QString> saveStorage(accounts::SecretStorage storage);
    SecretSaver::Destination destinationFor(const Content &content, Fallback fallback);
    void conclude(const QList<SecretFailure> &failures);

    Means m_means;
    SecretSaver *m_saver = nullptr;
};

} // namespace ui
