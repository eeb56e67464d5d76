// SPDX-License-Identifier: Apache-2.0
#include "accounts/profiles/environmentsecrets.h"
#include "accounts/profiles/environmentvariables.h"

#include <QCoreApplication>
#include <QFile>
#include <QProcess>
#include <QTest>

#include <cstdio>

using namespace Qt::Literals::StringLiterals;

/// Credentials are taken out of the environment, so that no child gets them. The test starts
/// itself, and that process a child of its own.
class EnvironmentSecretsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void namesAllParts();
    void leavesNothingToChildren();
};

namespace {

const auto asParent = u"--as-parent"_s;
const auto asChild = u"--as-child"_s;

void print(const QByteArray &bytes)
{
    std::fwrite(bytes.constData(), 1, static_cast<std::size_t>(bytes.size()), stdout);
}

/// What the child finds.
int printEnvironment()
{
    const QStringList variables = QProcessEnvironment::systemEnvironment().toStringList();
    for (const QString &variable : variables)
        print("child: " + variable.toUtf8() + '\n');
    return 0;
}

/// What the system knows of the process that has cleared its variables, and of its child.
int clearAndPrint()
{
    accounts::clearCredentialVariables();
    QFile own(u"/proc/self/environ"_s);
    if (own.open(QIODevice::ReadOnly))
        print("parent: " + own.readAll().replace('\0', "\nparent: ") + '\n');
    QProcess child;
    child.start(QCoreApplication::applicationFilePath(), {asChild});
    if (!child.waitForFinished())
        return 1;
    print(child.readAllStandardOutput());
    return child.exitCode();
}

} // namespace

void EnvironmentSecretsTest::namesAllParts()
{
    const QStringList names = accounts::credentialVariables();
    for (const QString &name :
         {u"MONGODB_ATLAS_CLIENT_ID"_s, u"MONGODB_ATLAS_CLIENT_SECRET"_s,
          u"MONGODB_ATLAS_PUBLIC_API_KEY"_s, u"MONGODB_ATLAS_PRIVATE_API_KEY"_s,
          u"MONGODB_ATLAS_PUBLIC_KEY"_s, u"MONGODB_ATLAS_PRIVATE_KEY"_s,
          u"MONGODB_ATLAS_ACCESS_TOKEN"_s, u"MONGODB_ATLAS_REFRESH_TOKEN"_s,
          u"MCLI_PRIVATE_API_KEY"_s, u"MCLI_CLIENT_SECRET"_s, u"MCLI_ACCESS_TOKEN"_s})
        QVERIFY2(names.contains(name), qPrintable(name));
}

void EnvironmentSecretsTest::leavesNothingToChildren()
{
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    const QStringList names = accounts::credentialVariables();
    for (const QString &name : names)
        environment.insert(name, u"hidden-value"_s);
    environment.insert(u"MONGODB_ATLAS_PROJECT_ID"_s, u"kept-value"_s);
    QProcess parent;
    parent.setProcessEnvironment(environment);
    parent.start(QCoreApplication::applicationFilePath(), {asParent});
    QVERIFY(parent.waitForFinished());
    QCOMPARE(parent.exitCode(), 0);
    const QByteArray printed = parent.readAllStandardOutput();
    QVERIFY(printed.contains("child: MONGODB_ATLAS_PROJECT_ID=kept-value"));
    for (const QString &name : names)
        QVERIFY2(!printed.contains(QByteArray("child: " + name.toUtf8() + "=")), qPrintable(name));
    if (QFile::exists(u"/proc/self/environ"_s))
        QVERIFY(printed.contains("parent: MONGODB_ATLAS_PROJECT_ID=kept-value"));
    QVERIFY(!printed.contains("hidden-value"));
}

int main(int argc, char **argv)
{
    QCoreApplication application(argc, argv);
    if (QCoreApplication::arguments().contains(asParent))
        return clearAndPrint();
    if (QCoreApplication::arguments().contains(asChild))
        return printEnvironment();
    EnvironmentSecretsTest test;
    return QTest::qExec(&test, argc, argv);
}

#include "tst_environmentsecrets.moc"
