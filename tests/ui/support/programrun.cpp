// SPDX-License-Identifier: Apache-2.0
#include "programrun.h"

#include <QSignalSpy>

using namespace Qt::Literals::StringLiterals;

namespace testsupport {

namespace {

QProcessEnvironment cleanEnvironment()
{
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    const QStringList names = environment.keys();
    for (const QString &name : names) {
        if (name.startsWith("MONGODB_ATLAS_"_L1) || name.startsWith("MCLI"_L1)
            || name.endsWith("_proxy"_L1, Qt::CaseInsensitive))
            environment.remove(name);
    }
    return environment;
}

} // namespace

std::unique_ptr<QProcess> ProgramRun::start(const QStringList &arguments,
                                            const Variables &variables)
{
    QProcessEnvironment environment = cleanEnvironment();
    environment.insert(u"XDG_CONFIG_HOME"_s, m_home.path());
    environment.insert(u"XDG_RUNTIME_DIR"_s, m_home.path());
    environment.insert(u"QT_QPA_PLATFORM"_s, u"offscreen"_s);
    for (auto it = variables.begin(); it != variables.end(); ++it)
        environment.insert(it.key(), it.value());
    auto process = std::make_unique<QProcess>();
    process->setProcessEnvironment(environment);
    process->start(QStringLiteral(BUCKETSCOPE_PROGRAM), arguments);
    return process;
}

ProgramRun::Ended ProgramRun::run(const QStringList &arguments, const Variables &variables)
{
    const auto process = start(arguments, variables);
    QSignalSpy finished(process.get(), &QProcess::finished);
    if (!finished.wait(20'000)) {
        process->kill();
        process->waitForFinished();
        return {};
    }
    return {process->exitCode(), QString::fromUtf8(process->readAllStandardOutput()),
            QString::fromUtf8(process->readAllStandardError())};
}

} // namespace testsupport
