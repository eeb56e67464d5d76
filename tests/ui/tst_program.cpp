// SPDX-License-Identifier: Apache-2.0
#include "accounts/profiledraft.h"
#include "accounts/profilestore.h"
#include "accounts/settingsfile.h"
#include "ui/commandline.h"

#include <QFile>
#include <QProcess>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::Literals::StringLiterals;

/// The program itself: its arguments, its answers on the terminal, its exit codes.
class ProgramTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void readsGoodArguments();
    void refusesBadArguments_data();
    void refusesBadArguments();
    void refusesABadEnvironment_data();
    void refusesABadEnvironment();
    void answersOnTheTerminal();
    void refusesAnotherAddressForASavedSecret();

private:
    struct Ended
    {
        int exitCode = -1;
        QString output;
        QString errors;
    };

    Ended run(const QStringList &arguments, const QMap<QString, QString> &environment = {});

    QTemporaryDir m_home;
};

ProgramTest::Ended ProgramTest::run(const QStringList &arguments,
                                    const QMap<QString, QString> &variables)
{
    QProcess process;
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.insert(u"XDG_CONFIG_HOME"_s, m_home.path());
    environment.insert(u"XDG_RUNTIME_DIR"_s, m_home.path());
    environment.insert(u"QT_QPA_PLATFORM"_s, u"offscreen"_s);
    for (auto it = variables.begin(); it != variables.end(); ++it)
        environment.insert(it.key(), it.value());
    process.setProcessEnvironment(environment);
    QSignalSpy finished(&process, &QProcess::finished);
    process.start(QStringLiteral(BUCKETSCOPE_PROGRAM), arguments);
    if (!finished.wait(20'000))
        return {};
    return {process.exitCode(), QString::fromUtf8(process.readAllStandardOutput()),
            QString::fromUtf8(process.readAllStandardError())};
}

void ProgramTest::readsGoodArguments()
{
    const auto line = ui::parseCommandLine(
        {u"bucketscope"_s, u"--profile"_s, u"Production"_s, u"--base-url"_s,
         u"http://localhost:8080"_s, u"--project"_s, u"5f0000000000000000000002"_s, u"--bucket"_s,
         u"65f1a2b3c4d5e6f708192a3b"_s, u"--page=3"_s, u"--items-per-page"_s, u"500"_s,
         u"--language"_s, u"ko"_s});
    QVERIFY(line);
    QCOMPARE(line->profile, u"Production"_s);
    QCOMPARE(line->baseUrl->toString(), u"http://localhost:8080"_s);
    QCOMPARE(line->project->toHex(), u"5f0000000000000000000002"_s);
    QCOMPARE(line->bucket->toHex(), u"65f1a2b3c4d5e6f708192a3b"_s);
    QCOMPARE(line->page.value(), 3);
    QCOMPARE(line->itemsPerPage->value(), 500);
    QCOMPARE(line->language, accounts::Language::Korean);
}

void ProgramTest::refusesBadArguments_data()
{
    QFile noCertificate(m_home.filePath(u"empty.pem"_s));
    QVERIFY(noCertificate.open(QIODevice::WriteOnly));
    noCertificate.write("nothing");

    QTest::addColumn<QStringList>("arguments");
    QTest::addColumn<QString>("says");
    const auto add = [](const QStringList &arguments, const QString &says) {
        QTest::newRow(qPrintable(arguments.join(u' '))) << arguments << says;
    };
    add({u"--project"_s, u"5f00"_s}, u"24 digits"_s);
    add({u"--project"_s, u"5F0000000000000000000002"_s}, u"24 digits"_s);
    add({u"--bucket"_s, u"x"_s}, u"24 digits"_s);
    add({u"--page"_s, u"0"_s}, u"--page"_s);
    add({u"--page"_s, u"two"_s}, u"--page"_s);
    add({u"--items-per-page"_s, u"501"_s}, u"from 1 to 500"_s);
    add({u"--items-per-page"_s, u"0"_s}, u"from 1 to 500"_s);
    add({u"--base-url"_s, u"http://cloud.mongodb.com"_s}, u"https"_s);
    add({u"--base-url"_s, u"ftp://localhost"_s}, u"--base-url"_s);
    add({u"--ca-certificates"_s, u"/nowhere/ca.pem"_s}, u"/nowhere/ca.pem"_s);
    add({u"--ca-certificates"_s, noCertificate.fileName()}, u"no certificate"_s);
    add({u"--language"_s, u"de"_s}, u"en, ko or system"_s);
    add({u"--verbose"_s}, u"verbose"_s);
    add({u"stray"_s}, u"stray"_s);
    add({u"--page"_s}, u"page"_s);
    add({u"--profile"_s, u"Nobody"_s}, u"Nobody"_s);
}

void ProgramTest::refusesBadArguments()
{
    QFETCH(const QStringList, arguments);
    QFETCH(const QString, says);
    const Ended ended = run(arguments);
    QCOMPARE(ended.exitCode, 2);
    QVERIFY2(ended.errors.startsWith(u"bucketscope: "), qPrintable(ended.errors));
    QVERIFY2(ended.errors.contains(says), qPrintable(ended.errors));
    QCOMPARE(ended.errors.count(u'\n'), 1);
}

void ProgramTest::refusesABadEnvironment_data()
{
    using Variables = QMap<QString, QString>;
    QTest::addColumn<Variables>("variables");
    QTest::newRow("half a pair") << Variables{{u"MONGODB_ATLAS_CLIENT_ID"_s, u"mdb_sa_id_x"_s}};
    QTest::newRow("malformed project")
        << Variables{{u"MONGODB_ATLAS_PUBLIC_API_KEY"_s, u"abcdefgh"_s},
                     {u"MONGODB_ATLAS_PRIVATE_API_KEY"_s, u"hidden-value"_s},
                     {u"MONGODB_ATLAS_PROJECT_ID"_s, u"5f00"_s}};
    QTest::newRow("plain http") << Variables{
        {u"MONGODB_ATLAS_PUBLIC_API_KEY"_s, u"abcdefgh"_s},
        {u"MONGODB_ATLAS_PRIVATE_API_KEY"_s, u"hidden-value"_s},
        {u"MONGODB_ATLAS_BASE_URL"_s, u"http://cloud.mongodb.com"_s}};
}

void ProgramTest::refusesABadEnvironment()
{
    using Variables = QMap<QString, QString>;
    QFETCH(const Variables, variables);
    const Ended ended = run({}, variables);
    QCOMPARE(ended.exitCode, 2);
    QVERIFY2(ended.errors.contains(u"MONGODB_ATLAS_"), qPrintable(ended.errors));
    QVERIFY(!ended.errors.contains(u"hidden-value"));
    QCOMPARE(ended.errors.count(u"bucketscope:"_s), 1);
}

void ProgramTest::answersOnTheTerminal()
{
    const Ended version = run({u"--version"_s});
    QCOMPARE(version.exitCode, 0);
    QVERIFY(version.output.startsWith(u"Bucketscope "));
    const Ended help = run({u"--help"_s});
    QCOMPARE(help.exitCode, 0);
    for (const auto &option :
         {u"--profile"_s, u"--base-url"_s, u"--project"_s, u"--bucket"_s, u"--page"_s,
          u"--items-per-page"_s, u"--ca-certificates"_s, u"--language"_s})
        QVERIFY2(help.output.contains(option), qPrintable(option));
}

void ProgramTest::refusesAnotherAddressForASavedSecret()
{
    accounts::SettingsFile file(m_home.filePath(u"bucketscope/bucketscope.conf"_s));
    accounts::ProfileStore profiles(file);
    accounts::ProfileDraft draft;
    draft.name = u"Production"_s;
    draft.identity = u"mdb_sa_id_0123456789abcdef01234567"_s;
    profiles.add(*draft.toProfile());
    QVERIFY(profiles.save());
    // Also without --profile: it is the one that would open.
    for (const QStringList &which : {QStringList{}, {u"--profile"_s, u"Production"_s}}) {
        const Ended ended = run(which + QStringList{u"--base-url"_s, u"https://localhost:8080"_s});
        QCOMPARE(ended.exitCode, 2);
        QCOMPARE(ended.errors,
                 u"bucketscope: --base-url: the profile \"Production\" belongs to "
                 "https://cloud.mongodb.com; its secret is sent nowhere else. Add a profile for "
                 "https://localhost:8080, or use credentials from the environment.\n"_s);
    }
}

QTEST_GUILESS_MAIN(ProgramTest)
#include "tst_program.moc"
