// SPDX-License-Identifier: Apache-2.0
#include "smalldisk.h"

#include <QCoreApplication>
#include <QDebug>
#include <QDir>
#include <QFile>
#include <QProcess>

#include <cstdio>
#include <vector>

#include <unistd.h>

using namespace Qt::Literals::StringLiterals;

namespace {

/// Says in a child process that it may mount what it likes.
constexpr const char *childVariable = "BUCKETSCOPE_TEST_MOUNTS";
constexpr int Page = 4096;

bool runs(const QString &program, const QStringList &arguments)
{
    QProcess process;
    process.setProcessChannelMode(QProcess::MergedChannels);
    process.start(program, arguments);
    const bool isGood = process.waitForFinished(60'000)
        && process.exitStatus() == QProcess::NormalExit && process.exitCode() == 0;
    if (!isGood)
        qWarning().noquote() << process.readAll();
    return isGood;
}

bool canMount()
{
    return runs(u"unshare"_s,
                {u"-rm"_s, u"mount"_s, u"-t"_s, u"tmpfs"_s, u"none"_s, QDir::tempPath()});
}

} // namespace

bool SmallDisk::enterOwnMounts()
{
    if (qEnvironmentVariableIsSet(childVariable))
        return true;
    if (!canMount())
        return false;
    qputenv(childVariable, "1");
    QByteArrayList words{"unshare", "-rm",
                         QFile::encodeName(QCoreApplication::applicationFilePath())};
    const QStringList given = QCoreApplication::arguments().mid(1);
    for (const QString &argument : given)
        words.append(argument.toLocal8Bit());
    std::vector<char *> arguments;
    for (QByteArray &word : words)
        arguments.push_back(word.data());
    arguments.push_back(nullptr);
    std::fflush(stdout);
    execvp(arguments.front(), arguments.data());
    qFatal("unshare did not start");
}

SmallDisk::SmallDisk(int kibibytes) : m_path(m_folder.filePath(u"disk"_s))
{
    m_isMounted = QDir().mkpath(m_path)
        && runs(u"mount"_s,
                {u"-t"_s, u"tmpfs"_s, u"-o"_s, u"size=%1k"_s.arg(kibibytes), u"none"_s, m_path});
}

SmallDisk::~SmallDisk()
{
    runs(u"umount"_s, {m_path});
}

QString SmallDisk::filePath(const QString &name) const
{
    return m_path + u'/' + name;
}

QStringList SmallDisk::files() const
{
    return QDir(m_path).entryList(QDir::Files | QDir::Hidden);
}

bool SmallDisk::fill(int pagesLeft) const
{
    QFile filler(filePath(u"filler"_s));
    if (!filler.open(QIODevice::WriteOnly | QIODevice::Unbuffered))
        return false;
    const QByteArray page(Page, 'x');
    while (filler.write(page) == Page) { }
    return filler.resize(filler.size() / Page * Page - pagesLeft * Page);
}

bool SmallDisk::empty() const
{
    return QFile::remove(filePath(u"filler"_s));
}

bool SmallDisk::setReadOnly(bool readOnly) const
{
    return runs(u"mount"_s, {u"-o"_s, readOnly ? u"remount,ro"_s : u"remount,rw"_s, m_path});
}
