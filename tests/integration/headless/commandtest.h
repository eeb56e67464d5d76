// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "tests/atlassim/program/simulator.h"
#include "tests/atlassim/world/world.h"
#include "tests/support/schemacheck.h"

#include <QJsonObject>
#include <QMap>
#include <QObject>
#include <QProcess>
#include <QTemporaryDir>

#include <memory>

/// What tests of the program without a window have in common: the program itself, in a process with
/// files of its own and without a display, a session bus or a folder for sockets, and a simulator
/// that it asks. At the end, each JSON that it has written must fit its schema.
class CommandTest : public QObject
{
    Q_OBJECT

protected:
    using Variables = QMap<QString, QString>;

    struct Ended
    {
        int exitCode = -1;
        /// What ended it; 0 if it has ended by itself.
        int signal = 0;
        QByteArray output{};
        QString errors{};

        QJsonObject json() const;
    };

    static constexpr int Patience = 60'000;

    /// A simulator of this world, and no files of before.
    void begin(const atlassim::World &world);
    atlassim::Simulator &simulator() { return *m_simulator; }
    QString pathOf(const QString &name) const { return m_home->filePath(name); }
    void write(const QString &name, const QByteArray &content) const;
    QByteArray contentOf(const QString &name) const;

    /// The sample world's service account, at the simulator.
    Variables signIn() const;
    /// Starts it; `variables` are all that its environment has, but for files and languages.
    std::unique_ptr<QProcess> start(const QStringList &arguments, const Variables &variables);
    std::unique_ptr<QProcess> start(const QStringList &arguments)
    {
        return start(arguments, signIn());
    }
    /// As start(), of a script of the shell in which `$0` is the program.
    std::unique_ptr<QProcess> startShell(const QString &script, const QStringList &arguments = {});
    Ended wait(QProcess &process);
    Ended run(const QStringList &arguments, const Variables &variables);
    Ended run(const QStringList &arguments) { return run(arguments, signIn()); }

    /// How many requests there were to paths that begin so and were answered well.
    int callsTo(QLatin1StringView path) const;

private Q_SLOTS:
    void cleanupTestCase();

private:
    std::unique_ptr<QProcess> process(const Variables &variables) const;

    std::unique_ptr<atlassim::Simulator> m_simulator;
    std::unique_ptr<QTemporaryDir> m_home;
    testsupport::SchemaCheck m_schemas;
};
