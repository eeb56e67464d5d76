// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/program/program.h"

#include <QTemporaryDir>

#include <functional>
#include <memory>

namespace testsupport {

/// A program with settings of its own in a temporary folder, whose secrets stay in memory.
class ProgramFixture
{
public:
    ProgramFixture();

    QString settingsPath() const { return m_folder.filePath(QStringLiteral("bucketscope.conf")); }

    /// As if started with credentials in the environment.
    void useEnvironment(const QUrl &server, const accounts::Credential &credential);
    /// What the program has to say of the environment.
    void setNotes(const QStringList &notes) { m_start.notes = notes; }
    QString atlasCliConfigPath() const { return m_start.atlasCliConfigPath; }
    /// As if the user had saved it before.
    void saveProfile(const QString &name, const QUrl &server,
                     const accounts::Credential &credential);
    /// As if the keychain had lost them.
    void forgetSecrets() { m_secrets.clear(); }
    /// Where secrets are kept, in place of memory.
    void useSecretStores(const accounts::SecretKeeper::Factory &factory)
    {
        m_start.makeSecretStore = factory;
    }
    /// As if the user had chosen it before.
    void choose(const std::function<void(accounts::PreferenceValues &)> &change);
    void setTheme(accounts::Theme theme);
    /// As if the user had chosen it before. On, unless this says otherwise.
    void setReadsRegions(bool reads);
    /// Whether a project's usage is read when it opens. As if the user had chosen it before. Off,
    /// unless this says otherwise: most tests say themselves what is read, and when.
    void setReadsUsage(bool reads);
    /// As if the user had chosen it before. On, unless this says otherwise.
    void setFetchesAhead(bool fetches);
    /// Nothing is retried unless this says so.
    void setRetries(const net::RetryPolicy &retries) { m_start.retries = retries; }
    ui::CommandLine &commandLine() { return m_start.commandLine; }

    /// Starts the program; another one that runs ends before.
    bool start();
    void stop() { m_program.reset(); }

    ui::Program &program() { return *m_program; }
    ui::MainWindow *window() const { return m_program->window(); }
    Session &session() const { return *m_program->session(); }
    bool hasSession() const { return m_program && m_program->session(); }

private:
    QTemporaryDir m_folder;
    QHash<accounts::ProfileId, accounts::Secret> m_secrets;
    ui::Program::Start m_start;
    std::unique_ptr<ui::Program> m_program;
};

} // namespace testsupport
