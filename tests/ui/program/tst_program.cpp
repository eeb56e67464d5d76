// SPDX-License-Identifier: Apache-2.0
#include "accounts/profiles/profiledraft.h"
#include "accounts/profiles/profilestore.h"
#include "accounts/settings/settingsfile.h"
#include "tests/support/glossary.h"
#include "tests/ui/support/programrun.h"
#include "ui/program/commandline.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::Literals::StringLiterals;

/// The program itself: its arguments, its answers on the terminal, its exit codes.
class ProgramTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void readsGoodArguments();
    void readsALink();
    void refusesBadArguments_data();
    void refusesBadArguments();
    void refusesABadEnvironment_data();
    void refusesABadEnvironment();
    void answersOnTheTerminal();
    void answersInTheLanguageThatIsAskedFor();
    void helpUsesTheWordsOfTheGlossary_data();
    void helpUsesTheWordsOfTheGlossary();
    void passesOverQtsOptions();
    void refusesAnotherAddressForASavedSecret();

private:
    testsupport::ProgramRun m_program;
    QTemporaryDir m_folder;
};

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

void ProgramTest::readsALink()
{
    const QString project = u"bucketscope://project/5f0000000000000000000002"_s;
    auto line = ui::parseCommandLine({u"bucketscope"_s, project});
    QVERIFY(line);
    QCOMPARE(line->project->toHex(), u"5f0000000000000000000002"_s);
    QVERIFY(!line->bucket);
    // It counts more than the options.
    line = ui::parseCommandLine({u"bucketscope"_s, u"--project"_s, u"5f0000000000000000000003"_s,
                                 u"--language"_s, u"ko"_s,
                                 project + u"/bucket/65f1a2b3c4d5e6f708192a3b"_s});
    QVERIFY(line);
    QCOMPARE(line->project->toHex(), u"5f0000000000000000000002"_s);
    QCOMPARE(line->bucket->toHex(), u"65f1a2b3c4d5e6f708192a3b"_s);
    QCOMPARE(line->language, accounts::Language::Korean);
    // Typed in capitals.
    line = ui::parseCommandLine({u"bucketscope"_s, u"--bucket"_s, u"65F1A2B3C4D5E6F708192A3B"_s});
    QVERIFY(line);
    QCOMPARE(line->bucket->toHex(), u"65f1a2b3c4d5e6f708192a3b"_s);
}

void ProgramTest::refusesBadArguments_data()
{
    QFile noCertificate(m_folder.filePath(u"empty.pem"_s));
    QVERIFY(noCertificate.open(QIODevice::WriteOnly));
    noCertificate.write("nothing");

    QTest::addColumn<QStringList>("arguments");
    QTest::addColumn<QString>("says");
    const auto add = [](const QStringList &arguments, const QString &says) {
        QTest::newRow(qPrintable(arguments.join(u' '))) << arguments << says;
    };
    add({u"--project"_s, u"5f00"_s}, u"24-digit"_s);
    add({u"--bucket"_s, u"x"_s}, u"24-digit"_s);
    add({u"--page"_s, u"0"_s}, u"--page: enter a whole number, 1 or more (got \"0\")."_s);
    add({u"--page"_s, u"two"_s}, u"--page"_s);
    add({u"--items-per-page"_s, u"501"_s}, u"from 1 to 500"_s);
    add({u"--items-per-page"_s, u"0"_s}, u"from 1 to 500"_s);
    add({u"--base-url"_s, u"http://cloud.mongodb.com"_s}, u"https"_s);
    add({u"--base-url"_s, u"ftp://localhost"_s}, u"--base-url"_s);
    add({u"--ca-certificates"_s, u"/nowhere/ca.pem"_s}, u"/nowhere/ca.pem"_s);
    add({u"--ca-certificates="_s}, u"--ca-certificates: enter a file name"_s);
    add({u"--ca-certificates"_s, noCertificate.fileName()},
        u"does not contain a PEM certificate"_s);
    add({u"--language"_s, u"de"_s}, u"en, ko or system"_s);
    add({u"--verbose"_s}, u"Unknown option \"verbose\". See --help."_s);
    add({u"-verbose"_s}, u"Unknown option \"verbose\". See --help."_s);
    add({u"--help=all"_s}, u"--help takes no value. See --help."_s);
    add({u"stray"_s}, u"stray"_s);
    const QString link = u"bucketscope://project/5f0000000000000000000002"_s;
    for (const auto &end : {u"/"_s, u"\n"_s, u"?x"_s, u"#x"_s, u"/bucket/"_s, u"/bucket/5f00"_s,
                            u"/bucket/65f1a2b3c4d5e6f708192a3b/x"_s, u"x"_s})
        add({link + end}, u"Unexpected argument"_s);
    for (const auto &bad : {u"bucketscope:"_s, u"bucketscope://project/5f00"_s,
                            u"bucketscope://--base-url/x"_s, u"https://project/5f00"_s})
        add({bad}, u"Unexpected argument"_s);
    add({link, link + u"2"_s}, link + u"2\""_s);
    add({u"--page"_s}, u"--page: enter a value. See --help."_s);
    add({u"--profile"_s, u"Nobody"_s}, u"Nobody"_s);
}

void ProgramTest::refusesBadArguments()
{
    QFETCH(const QStringList, arguments);
    QFETCH(const QString, says);
    const auto ended = m_program.run(arguments);
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
    const auto ended = m_program.run({}, variables);
    QCOMPARE(ended.exitCode, 2);
    QVERIFY2(ended.errors.contains(u"MONGODB_ATLAS_"), qPrintable(ended.errors));
    QVERIFY(!ended.errors.contains(u"hidden-value"));
    QCOMPARE(ended.errors.count(u"bucketscope:"_s), 1);
}

void ProgramTest::answersOnTheTerminal()
{
    const auto version = m_program.run({u"--version"_s});
    QCOMPARE(version.exitCode, 0);
    QVERIFY(version.output.startsWith(u"Bucketscope "));
    const auto help = m_program.run({u"--help"_s});
    QCOMPARE(help.exitCode, 0);
    for (const auto &option :
         {u"--profile"_s, u"--base-url"_s, u"--project"_s, u"--bucket"_s, u"--page"_s,
          u"--items-per-page"_s, u"--ca-certificates"_s, u"--language"_s,
          u"MONGODB_ATLAS_CLIENT_ID, MONGODB_ATLAS_CLIENT_SECRET"_s,
          u"MONGODB_ATLAS_PUBLIC_API_KEY, MONGODB_ATLAS_PRIVATE_API_KEY"_s,
          u"MONGODB_ATLAS_PUBLIC_KEY, MONGODB_ATLAS_PRIVATE_KEY"_s,
          u"MONGODB_ATLAS_OPS_MANAGER_URL, MONGODB_ATLAS_BASE_URL"_s, u"MONGODB_ATLAS_SERVICE"_s,
          u"MONGODB_ATLAS_AUTH_TYPE"_s, u"MONGODB_ATLAS_PROJECT_ID"_s, u"MCLI_"_s,
          u"https_proxy, all_proxy, no_proxy"_s, u"Usage: bucketscope ["_s})
        QVERIFY2(help.output.contains(option), qPrintable(option));
}

void ProgramTest::answersInTheLanguageThatIsAskedFor()
{
    const auto help = m_program.run({u"--language"_s, u"ko"_s, u"--help"_s});
    QCOMPARE(help.exitCode, 0);
    QVERIFY2(help.output.contains(u"옵션"_s), qPrintable(help.output));
    for (const QStringList &wrong :
         {QStringList{u"--page"_s}, {u"--nonsense"_s}, {u"-version=1"_s}}) {
        const auto refused = m_program.run(QStringList{u"--language"_s, u"ko"_s} + wrong);
        QCOMPARE(refused.exitCode, 2);
        // Sentences of ours: Qt's own are of another style.
        QVERIFY2(refused.errors.contains(u"--help를 참고하십시오."_s), qPrintable(refused.errors));
    }
    // One dash is enough.
    QCOMPARE(m_program.run({u"-version"_s}).exitCode, 0);
    QVERIFY(m_program.run({u"-page"_s, u"0"_s}).errors.contains(u"--page: "_s));
}

void ProgramTest::helpUsesTheWordsOfTheGlossary_data()
{
    QTest::addColumn<QString>("code");
    QTest::addColumn<testsupport::Glossary::Language>("language");
    QTest::newRow("English") << u"en"_s << testsupport::Glossary::Language::English;
    QTest::newRow("Korean") << u"ko"_s << testsupport::Glossary::Language::Korean;
}

void ProgramTest::helpUsesTheWordsOfTheGlossary()
{
    QFETCH(const QString, code);
    QFETCH(const testsupport::Glossary::Language, language);
    const auto glossary = testsupport::Glossary::read(
        QStringLiteral(BUCKETSCOPE_SOURCE_DIR "/translations/README.md"));
    QVERIFY(!glossary.terms().isEmpty());
    const auto help = m_program.run({u"--language"_s, code, u"--help"_s});
    QVERIFY(!help.output.isEmpty());
    for (const QString &line : help.output.split(u'\n')) {
        const QString objection = glossary.objectionTo(line, language, u"--help"_s);
        QVERIFY2(objection.isEmpty(), qPrintable(line + u"\nagainst "_s + objection));
    }
}

void ProgramTest::passesOverQtsOptions()
{
    const auto line = ui::parseCommandLine(
        {u"bucketscope"_s, u"-platform"_s, u"wayland"_s, u"--page"_s, u"3"_s, u"-style=fusion"_s,
         u"-session"_s, u"10_2"_s, u"-reverse"_s, u"--stylesheet"_s, u"x.qss"_s, u"--project"_s,
         u"5f0000000000000000000002"_s, u"-style"_s});
    QVERIFY2(line.has_value(), line ? "" : qPrintable(line.error()));
    QCOMPARE(line->page.value(), 3);
    QCOMPARE(line->project->toHex(), u"5f0000000000000000000002"_s);
    QVERIFY(!ui::parseCommandLine({u"bucketscope"_s, u"-platforms"_s, u"wayland"_s}));
}

void ProgramTest::refusesAnotherAddressForASavedSecret()
{
    accounts::SettingsFile file(m_program.settingsPath());
    accounts::ProfileStore profiles(file);
    accounts::ProfileDraft draft;
    draft.name = u"Production"_s;
    draft.identity = u"mdb_sa_id_0123456789abcdef01234567"_s;
    profiles.add(*draft.toProfile());
    QVERIFY(profiles.save());
    // Also without --profile: it is the one that would open.
    for (const QStringList &which : {QStringList{}, {u"--profile"_s, u"Production"_s}}) {
        const auto ended =
            m_program.run(which + QStringList{u"--base-url"_s, u"https://localhost:8080"_s});
        QCOMPARE(ended.exitCode, 2);
        QCOMPARE(ended.errors,
                 u"bucketscope: --base-url: the profile \"Production\" can be used only with "
                 "https://cloud.mongodb.com. Add a profile for https://localhost:8080, or use "
                 "credentials from the environment.\n"_s);
    }
}

QTEST_GUILESS_MAIN(ProgramTest)
#include "tst_program.moc"
