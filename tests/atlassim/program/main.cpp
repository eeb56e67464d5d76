// SPDX-License-Identifier: Apache-2.0
#include "commandline.h"
#include "tests/atlassim/program/simulator.h"
#include "tests/atlassim/world/sampleworld.h"
#include "unixprocess.h"

#include <QCoreApplication>
#include <QSaveFile>
#include <QTextStream>

#include <cstdio>
#include <utility>

namespace {

constexpr int BadArguments = 2;

int fail(const QString &problem, int code)
{
    QTextStream(stderr) << "atlassim: " << problem << '\n';
    return code;
}

bool writePort(const QString &fileName, int port)
{
    QSaveFile file(fileName);
    return file.open(QIODevice::WriteOnly) && file.write(QByteArray::number(port) + '\n') > 0
        && file.commit();
}

void announce(const QUrl &baseUrl)
{
    using namespace atlassim;
    const QString url = baseUrl.toString();
    QTextStream out(stdout);
    out << "Listening on " << url << '\n'
        << "export MONGODB_ATLAS_BASE_URL=" << url << '\n'
        << "export MONGODB_ATLAS_PUBLIC_API_KEY=" << sample::PublicKey << '\n'
        << "export MONGODB_ATLAS_PRIVATE_API_KEY=" << sample::PrivateKey << '\n'
        << "export MONGODB_ATLAS_CLIENT_ID=" << sample::ClientId << '\n'
        << "export MONGODB_ATLAS_CLIENT_SECRET='" << sample::ClientSecret << "'\n";
}

} // namespace

int main(int argc, char *argv[])
{
    QCoreApplication application(argc, argv);
    auto line = atlassim::CommandLine::parse(QCoreApplication::arguments());
    if (!line)
        return fail(line.error(), BadArguments);
    if (line->helpWanted) {
        QTextStream(stdout) << atlassim::CommandLine::help();
        return 0;
    }

    atlassim::Simulator simulator(std::move(line->world), line->options);
    if (line->shift)
        simulator.addShift(*line->shift);
    if (!line->keyFile.isEmpty() && !simulator.useTls(line->certificateFile, line->keyFile))
        return fail(QStringLiteral("The certificate or the key cannot be read."), BadArguments);
    if (!simulator.listen(line->port))
        return fail(QStringLiteral("The port is taken."), 1);
    if (!line->portFile.isEmpty() && !writePort(line->portFile, simulator.baseUrl().port()))
        return fail(QStringLiteral("The port file cannot be written."), 1);

    atlassim::quitOnTerminationSignals(application);
    if (line->untilStdinCloses)
        atlassim::quitWhenStdinCloses(application);
    announce(simulator.baseUrl());
    return QCoreApplication::exec();
}
