// SPDX-License-Identifier: Apache-2.0
// Saves settings and secrets again and again in a process that waits to be killed:
//     settingswriter FOLDER
// Each line "FIRST-ROUND LAST-ROUND" that it reads is one such process. That says its "pid N", and
// "settings N" and "secret N" for each round that is saved. When it is gone: "killed" or "ended N".
#include "accounts/profiles/profilestore.h"
#include "accounts/secrets/filesecretstore.h"
#include "accounts/settings/preferences.h"
#include "accounts/settings/settingsfile.h"
#include "writtenround.h"

#include <QCoreApplication>

#include <cstdio>

#include <sys/wait.h>
#include <unistd.h>

using namespace Qt::Literals::StringLiterals;

namespace {

/// A lock that a killed one left behind may hold up the next for some seconds.
constexpr int MostAttempts = 40;

class Writer : public QObject
{
    Q_OBJECT

public:
    Writer(const QString &folder, int first, int last)
        : m_settings(folder + "/bucketscope.conf"_L1), m_profiles(m_settings),
          m_preferences(m_settings), m_secrets(folder + "/secrets.conf"_L1), m_round(first),
          m_last(last)
    { }

    void writeRound()
    {
        if (m_round > m_last) {
            QCoreApplication::quit();
            return;
        }
        changeSettings();
        saveSettings();
    }

private:
    void changeSettings()
    {
        const int changed = writtenround::changedProfile(m_round);
        const auto profile = writtenround::profileOf(changed, m_round);
        if (m_profiles.find(profile.id))
            m_profiles.update(profile);
        else
            m_profiles.add(profile);
        m_preferences.setLastProfile(profile.id);
        m_preferences.setWindowState(u"main"_s, writtenround::windowState(m_round));
    }

    void saveSettings()
    {
        if (const auto saved = m_profiles.save(); !saved) {
            tryAgain(saved.error(), &Writer::saveSettings);
            return;
        }
        acknowledge("settings");
        saveSecret();
    }

    void saveSecret()
    {
        const int changed = writtenround::changedProfile(m_round);
        m_secrets.write(writtenround::idOf(changed), writtenround::secretOf(changed, m_round), this,
                        [this](const auto &saved) {
                            if (!saved) {
                                tryAgain(saved.error().message, &Writer::saveSecret);
                                return;
                            }
                            acknowledge("secret");
                            ++m_round;
                            m_attempts = 0;
                            writeRound();
                        });
    }

    void acknowledge(const char *what) const
    {
        std::printf("%s %d\n", what, m_round);
        std::fflush(stdout);
    }

    void tryAgain(const QString &problem, void (Writer::*step)())
    {
        if (++m_attempts < MostAttempts) {
            QMetaObject::invokeMethod(this, step, Qt::QueuedConnection);
            return;
        }
        std::fprintf(stderr, "%s\n", qPrintable(problem));
        QCoreApplication::exit(1);
    }

    accounts::SettingsFile m_settings;
    accounts::ProfileStore m_profiles;
    accounts::Preferences m_preferences;
    accounts::FileSecretStore m_secrets;
    int m_round;
    int m_last;
    int m_attempts = 0;
};

int writeRounds(int argc, char **argv, int first, int last)
{
    const QCoreApplication application(argc, argv);
    std::printf("pid %lld\n", QCoreApplication::applicationPid());
    std::fflush(stdout);
    Writer writer(QCoreApplication::arguments().value(1), first, last);
    QMetaObject::invokeMethod(&writer, &Writer::writeRound, Qt::QueuedConnection);
    return QCoreApplication::exec();
}

void sayHowItEnded(pid_t child)
{
    int status = 0;
    waitpid(child, &status, 0);
    if (WIFSIGNALED(status))
        std::printf("killed\n");
    else
        std::printf("ended %d\n", WEXITSTATUS(status));
    std::fflush(stdout);
}

} // namespace

int main(int argc, char **argv)
{
    int first = 0;
    int last = 0;
    // To fork costs a tenth of what a start of the program costs.
    while (std::scanf("%d %d", &first, &last) == 2) {
        const pid_t child = fork();
        if (child == 0)
            return writeRounds(argc, argv, first, last);
        sayHowItEnded(child);
    }
    return 0;
}

#include "settingswriter.moc"
