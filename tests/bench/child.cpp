// SPDX-License-Identifier: Apache-2.0
#include "tests/bench/child.h"

#include <QFile>
#include <QThread>

#include <stdexcept>

using namespace Qt::Literals::StringLiterals;

namespace bench {

namespace {

constexpr int ChildsPatience = 60'000;

QByteArray contentOf(const QString &fileName)
{
    QFile file(fileName);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

} // namespace

Child::Child(const QString &program, const QStringList &arguments,
             const QProcessEnvironment &environment)
{
    m_process.setProgram(program);
    m_process.setArguments(arguments);
    m_process.setProcessEnvironment(environment);
    m_process.start();
}

Child::~Child()
{
    m_process.kill();
    m_process.waitForFinished(ChildsPatience);
}

QByteArray Child::readLine()
{
    while (!m_process.canReadLine()) {
        if (!m_process.waitForReadyRead(ChildsPatience))
            fail("says nothing");
    }
    return m_process.readLine().trimmed();
}

QByteArray Child::ask(const QByteArray &line)
{
    m_process.write(line + '\n');
    return readLine();
}

double Child::askNumber(const QByteArray &line)
{
    const QByteArray answer = ask(line);
    bool ok = false;
    const double number = answer.toDouble(&ok);
    if (!ok)
        fail(answer.toStdString());
    return number;
}

void Child::fail(const std::string &problem)
{
    throw std::runtime_error(m_process.program().toStdString() + ": " + problem + '\n'
                             + m_process.readAllStandardError().toStdString());
}

qint64 Child::processorTicks() const
{
    // Counted from behind the name, which may hold blanks.
    const QByteArray stat = contentOf(u"/proc/%1/stat"_s.arg(id()));
    const auto fields = stat.mid(stat.lastIndexOf(')') + 2).split(' ');
    constexpr qsizetype userTime = 11;
    constexpr qsizetype systemTime = 12;
    return fields.value(userTime).toLongLong() + fields.value(systemTime).toLongLong();
}

void Child::waitUntilIdle() const
{
    constexpr int interval = 100;
    constexpr int quietIntervals = 10;
    qint64 before = processorTicks();
    for (int quiet = 0; quiet < quietIntervals;) {
        QThread::msleep(interval);
        const qint64 now = processorTicks();
        quiet = now == before ? quiet + 1 : 0;
        before = now;
    }
}

double Child::proportionalSetSize() const
{
    const auto lines = contentOf(u"/proc/%1/smaps_rollup"_s.arg(id())).split('\n');
    for (const QByteArray &line : lines) {
        if (line.startsWith("Pss:"))
            return line.mid(4).trimmed().split(' ').constFirst().toDouble() / 1024;
    }
    return 0;
}

QProcessEnvironment environmentWith(const QList<QPair<QString, QString>> &variables)
{
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    for (const auto &[name, value] : variables)
        environment.insert(name, value);
    return environment;
}

} // namespace bench
