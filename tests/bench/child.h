// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QProcess>
#include <QProcessEnvironment>
#include <QStringList>

#include <string>

namespace bench {

/// A program that is measured, or that measures: it is spoken with in lines.
class Child
{
public:
    /// Starts it. What it is to be told by the environment is added to ours.
    Child(const QString &program, const QStringList &arguments = {},
          const QProcessEnvironment &environment = {});
    /// Kills it: it has nothing to keep.
    ~Child();
    Q_DISABLE_COPY_MOVE(Child)

    qint64 id() const { return m_process.processId(); }

    /// Blocks until it says a line. Throws where it ends instead, or says nothing for long.
    QByteArray readLine();

    /// Sends a line, and reads the answer.
    QByteArray ask(const QByteArray &line);

    /// As ask(), where the answer is a number.
    double askNumber(const QByteArray &line);

    /// Processor time used so far, in clock ticks.
    qint64 processorTicks() const;

    /// Blocks until it has used no processor time for a moment.
    void waitUntilIdle() const;

    /// In MiB: what is its own, and its part of what it shares with others.
    double proportionalSetSize() const;

private:
    /// Throws; with what the program said on standard error.
    [[noreturn]] void fail(const std::string &problem);

    QProcess m_process;
};

/// Our environment and these variables in it.
QProcessEnvironment environmentWith(const QList<QPair<QString, QString>> &variables);

} // namespace bench
