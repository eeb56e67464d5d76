// SPDX-License-Identifier: Apache-2.0
#include "accounts/profiles/profiledraft.h"
#include "accounts/profiles/profilestore.h"
#include "accounts/settings/settingsfile.h"
#include "tests/support/recordingserver.h"
#include "tests/ui/support/programrun.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QScopeGuard>
#include <QTest>

using namespace Qt::Literals::StringLiterals;
using testsupport::RecordingServer;
using Variables = testsupport::ProgramRun::Variables;

/// The program itself: to which host it goes with what its environment says, and when to none.
class ProgramEnvironmentTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();

    void goesWhereTheEnvironmentSays_data();
    void goesWhereTheEnvironmentSays();
    void sendsNothingOnAGuess_data();
    void sendsNothingOnAGuess();
    void refusesProxiesThatItCannotRead_data();
    void refusesProxiesThatItCannotRead();
    void signsInAtTheProxyInUtf8();
    void opensTheEnvironmentByName();
    void refusesNamesThatFitTwo();
    void saysWhyAProfileIsNotKnown_data();
    void saysWhyAProfileIsNotKnown();
    void opensASavedProfileBesideWrongVariables();
    void leavesNoSecretInItsEnvironment();

private:
    QString proxy() const { return m_proxy->baseUrl().toString(); }
    static Variables with(Variables variables, const Variables &more)
    {
        variables.insert(more);
        return variables;
    }
    void save(const QStringList &profiles);

    const Variables m_key{{u"MONGODB_ATLAS_PUBLIC_API_KEY"_s, u"abcdefgh"_s},
                          {u"MONGODB_ATLAS_PRIVATE_API_KEY"_s, u"hidden-value"_s}};
    const Variables m_account{
        {u"MONGODB_ATLAS_CLIENT_ID"_s, u"mdb_sa_id_0123456789abcdef01234567"_s},
        {u"MONGODB_ATLAS_CLIENT_SECRET"_s, u"hidden-value"_s}};
    std::unique_ptr<testsupport::ProgramRun> m_program;
    /// Forbids everything.
    std::unique_ptr<RecordingServer> m_proxy;
};

void ProgramEnvironmentTest::init()
{
    m_program = std::make_unique<testsupport::ProgramRun>();
    m_proxy = std::make_unique<RecordingServer>(
        [](const QByteArray &) { return testsupport::httpAnswer(403); });
}

void ProgramEnvironmentTest::cleanup()
{
    m_proxy.reset();
    m_program.reset();
}

void ProgramEnvironmentTest::save(const QStringList &names)
{
    accounts::SettingsFile file(m_program->settingsPath());
    accounts::ProfileStore profiles(file);
    for (const QString &name : names) {
        accounts::ProfileDraft draft;
        draft.name = name;
        draft.identity = u"mdb_sa_id_0123456789abcdef01234567"_s;
        profiles.add(*draft.toProfile());
    }
    QVERIFY(file.save());
}

void ProgramEnvironmentTest::goesWhereTheEnvironmentSays_data()
{
    QTest::addColumn<Variables>("variables");
    QTest::addColumn<QStringList>("arguments");
    QTest::addColumn<QByteArray>("place");
    const auto row = [this](const char *name, const Variables &variables, const QByteArray &place,
                            const QStringList &arguments = {}) {
        QTest::addRow("API key: %s", name) << with(m_key, variables) << arguments << place;
        QTest::addRow("service account: %s", name)
            << with(m_account, variables) << arguments << place;
    };
    const QByteArray government = "cloud.mongodbgov.com:443";
    row("nothing", {}, "cloud.mongodb.com:443");
    row("SERVICE", {{u"MONGODB_ATLAS_SERVICE"_s, u"cloudgov"_s}}, government);
    row("OPS_MANAGER_URL",
        {{u"MONGODB_ATLAS_OPS_MANAGER_URL"_s, u"https://cloud.mongodbgov.com/"_s}}, government);
    row("BASE_URL", {{u"MONGODB_ATLAS_BASE_URL"_s, u"https://cloud.mongodbgov.com"_s}}, government);
    row("URL and SERVICE",
        {{u"MONGODB_ATLAS_OPS_MANAGER_URL"_s, u"https://atlas.example:8443"_s},
         {u"MONGODB_ATLAS_SERVICE"_s, u"cloudgov"_s}},
        "atlas.example:8443");
    row("--base-url", {{u"MONGODB_ATLAS_SERVICE"_s, u"cloudgov"_s}}, "other.example:443",
        {u"--base-url"_s, u"https://other.example"_s});
    QTest::newRow("Terraform's names")
        << Variables{{u"MONGODB_ATLAS_PUBLIC_KEY"_s, u"abcdefgh"_s},
                     {u"MONGODB_ATLAS_PRIVATE_KEY"_s, u"hidden-value"_s},
                     {u"MONGODB_ATLAS_BASE_URL"_s, u"https://cloud.mongodbgov.com"_s}}
        << QStringList() << government;
    QTest::newRow("older prefix") << Variables{{u"MCLI_PUBLIC_API_KEY"_s, u"abcdefgh"_s},
                                               {u"MCLI_PRIVATE_API_KEY"_s, u"hidden-value"_s},
                                               {u"MCLI_SERVICE"_s, u"cloudgov"_s}}
                                  << QStringList() << government;
    QTest::newRow("Qt's own options")
        << m_key << QStringList{u"-platform"_s, u"offscreen"_s, u"-style"_s, u"fusion"_s,
                                u"-session"_s,  u"10_2"_s,      u"--page"_s, u"2"_s}
        << QByteArray("cloud.mongodb.com:443");
}

void ProgramEnvironmentTest::goesWhereTheEnvironmentSays()
{
    QFETCH(const Variables, variables);
    QFETCH(const QStringList, arguments);
    QFETCH(const QByteArray, place);
    const auto process =
        m_program->start(arguments, with(variables, {{u"https_proxy"_s, proxy()}}));
    QTRY_VERIFY_WITH_TIMEOUT(!m_proxy->requests().isEmpty(), 30'000);
    process->kill();
    QVERIFY(process->waitForFinished());
    for (const QByteArray &request : m_proxy->requests())
        QVERIFY2(request.startsWith(QByteArray("CONNECT " + place + " HTTP/")),
                 request.constData());
}

void ProgramEnvironmentTest::sendsNothingOnAGuess_data()
{
    QTest::addColumn<Variables>("variables");
    QTest::addColumn<QString>("says");
    const auto row = [this](const char *name, const Variables &more, const QString &says) {
        QTest::newRow(name) << with(m_key, more) << says;
    };
    row("two URLs",
        {{u"MONGODB_ATLAS_OPS_MANAGER_URL"_s, u"https://cloud.mongodbgov.com"_s},
         {u"MONGODB_ATLAS_BASE_URL"_s, u"https://cloud.mongodb.com"_s}},
        u"MONGODB_ATLAS_OPS_MANAGER_URL and MONGODB_ATLAS_BASE_URL"_s);
    row("unknown service", {{u"MONGODB_ATLAS_SERVICE"_s, u"bogus"_s}}, u"MONGODB_ATLAS_SERVICE"_s);
    row("a service and the other's URL",
        {{u"MONGODB_ATLAS_SERVICE"_s, u"cloudgov"_s},
         {u"MONGODB_ATLAS_OPS_MANAGER_URL"_s, u"https://cloud.mongodb.com"_s}},
        u"MONGODB_ATLAS_OPS_MANAGER_URL and MONGODB_ATLAS_SERVICE"_s);
    row("half a service account", {{u"MONGODB_ATLAS_CLIENT_ID"_s, u"id"_s}},
        u"MONGODB_ATLAS_CLIENT_SECRET is not"_s);
    row("two private keys", {{u"MONGODB_ATLAS_PRIVATE_KEY"_s, u"hidden-value-2"_s}},
        u"MONGODB_ATLAS_PRIVATE_KEY"_s);
    row("no URL", {{u"MONGODB_ATLAS_OPS_MANAGER_URL"_s, u"cloud.mongodbgov.com"_s}},
        u"MONGODB_ATLAS_OPS_MANAGER_URL"_s);
}

void ProgramEnvironmentTest::sendsNothingOnAGuess()
{
    QFETCH(const Variables, variables);
    QFETCH(const QString, says);
    // Even if another host is named for the start: the variables are wrong all the same.
    for (const QStringList &arguments : {QStringList{},
                                         {u"--base-url"_s, u"https://a.example"_s},
                                         {u"--profile"_s, u"Environment"_s}}) {
        const auto ended =
            m_program->run(arguments, with(variables, {{u"https_proxy"_s, proxy()}}));
        QCOMPARE(ended.exitCode, 2);
        QCOMPARE(ended.errors.count(u'\n'), 1);
        QVERIFY2(ended.errors.contains(says), qPrintable(ended.errors));
        QVERIFY(!ended.errors.contains(u"hidden-value"));
    }
    QCOMPARE(m_proxy->connectionCount(), 0);
}

void ProgramEnvironmentTest::refusesProxiesThatItCannotRead_data()
{
    QTest::addColumn<QString>("variable");
    QTest::addColumn<QString>("value");
    QTest::newRow("two @") << u"https_proxy"_s << u"http://user:p@ss#w?rd@127.0.0.1:3128"_s;
    QTest::newRow("open bracket") << u"HTTPS_PROXY"_s << u"http://[::1"_s;
    QTest::newRow("scheme") << u"all_proxy"_s << u"ftp://127.0.0.1"_s;
    QTest::newRow("port") << u"https_proxy"_s << u"127.0.0.1:99999"_s;
}

void ProgramEnvironmentTest::refusesProxiesThatItCannotRead()
{
    QFETCH(const QString, variable);
    QFETCH(const QString, value);
    save({u"Production"_s});
    for (const QStringList &arguments : {QStringList{}, {u"--profile"_s, u"Production"_s}}) {
        const auto ended = m_program->run(arguments, with(m_key, {{variable, value}}));
        QCOMPARE(ended.exitCode, 2);
        QCOMPARE(ended.errors.count(u'\n'), 1);
        QVERIFY2(ended.errors.startsWith("bucketscope: "_L1 + variable + ": "_L1),
                 qPrintable(ended.errors));
        QVERIFY(!ended.errors.contains(u"ss#w"));
    }
}

void ProgramEnvironmentTest::signsInAtTheProxyInUtf8()
{
    RecordingServer proxy([](const QByteArray &) {
        return testsupport::httpAnswer(407, {"Proxy-Authenticate: Basic realm=\"proxy\""});
    });
    const QUrl address = proxy.baseUrl();
    const QString place = address.host() + u':' + QString::number(address.port());
    const auto process = m_program->start(
        {}, with(m_key, {{u"https_proxy"_s, QString(u"http://jürgen:비밀%40@"_s + place)}}));
    const QByteArray expected =
        "Proxy-Authorization: Basic " + QString(u"jürgen:비밀@"_s).toUtf8().toBase64() + "\r\n";
    QTRY_VERIFY_WITH_TIMEOUT(proxy.received().contains("Proxy-Authorization: "), 30'000);
    process->kill();
    QVERIFY(process->waitForFinished());
    QVERIFY2(proxy.received().contains(expected), proxy.received().constData());
}

void ProgramEnvironmentTest::opensTheEnvironmentByName()
{
    const auto nobody = m_program->run({u"--profile"_s, u"Environment"_s});
    QCOMPARE(nobody.exitCode, 2);
    QCOMPARE(nobody.errors,
             u"bucketscope: --profile: there are no credentials in the environment.\n"_s);

    save({u"Production"_s});
    const auto process = m_program->start({u"--profile"_s, u"environment"_s},
                                          with(m_key, {{u"https_proxy"_s, proxy()}}));
    QTRY_VERIFY_WITH_TIMEOUT(!m_proxy->requests().isEmpty(), 30'000);
    process->kill();
    QVERIFY(process->waitForFinished());
}

void ProgramEnvironmentTest::refusesNamesThatFitTwo()
{
    save({u"prod"_s, u"Prod"_s});
    const auto ended = m_program->run({u"--profile"_s, u"prod"_s});
    QCOMPARE(ended.exitCode, 2);
    QCOMPARE(ended.errors,
             u"bucketscope: --profile: more than one profile is named \"prod\". Rename one in "
             "Settings.\n"_s);
}

void ProgramEnvironmentTest::saysWhyAProfileIsNotKnown_data()
{
    QTest::addColumn<QByteArray>("group");
    QTest::addColumn<qint64>("size");
    QTest::addColumn<QString>("reason");
    const QByteArray whole = "[Profile-5a1c3a0e-0000-4000-8000-000000000001]\nname=one\n";
    const QString notLoaded = u"the profile \"one\" could not be loaded. The settings file %1 "_s;
    QTest::newRow("no such profile")
        << QByteArray("[Other]\na=b\n") << qint64(0) << u"no profile is named \"one\"."_s;
    QTest::newRow("a file of 200 MB")
        << whole << qint64(200) * 1024 * 1024
        << QString(notLoaded + u"is too large. Settings cannot be saved until this is fixed."_s);
    QTest::newRow("a profile that is none")
        << whole << qint64(0)
        << u"the profile \"one\" cannot be used: The authentication type is missing or unknown."_s;
}

void ProgramEnvironmentTest::saysWhyAProfileIsNotKnown()
{
    QFETCH(const QByteArray, group);
    QFETCH(const qint64, size);
    QFETCH(const QString, reason);
    const QString path = m_program->settingsPath();
    QVERIFY(QDir().mkpath(QFileInfo(path).path()));
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(group);
    QVERIFY(size == 0 || file.resize(size));
    file.close();
    const auto ended = m_program->run({u"--profile"_s, u"one"_s});
    QCOMPARE(ended.exitCode, 2);
    const QString told = reason.contains(u"%1"_s) ? reason.arg(path) : reason;
    QCOMPARE(ended.errors, u"bucketscope: --profile: "_s + told + u'\n');
}

void ProgramEnvironmentTest::opensASavedProfileBesideWrongVariables()
{
    save({u"Production"_s});
    const auto process = m_program->start(
        {u"--profile"_s, u"Production"_s},
        with(m_key, {{u"MONGODB_ATLAS_SERVICE"_s, u"bogus"_s}, {u"https_proxy"_s, proxy()}}));
    QVERIFY(process->waitForStarted());
    // It goes on, and waits for a secret.
    QVERIFY(!process->waitForFinished(3'000));
    process->kill();
    QVERIFY(process->waitForFinished());
    QCOMPARE(m_proxy->connectionCount(), 0);
}

/// Others of this user can read it in /proc, and all that the program starts inherits it.
void ProgramEnvironmentTest::leavesNoSecretInItsEnvironment()
{
    if (!QFile::exists(u"/proc/self/environ"_s))
        QSKIP("there is no /proc");
    const Variables variables{{u"MONGODB_ATLAS_CLIENT_ID"_s, u"identity-1"_s},
                              {u"MONGODB_ATLAS_CLIENT_SECRET"_s, u"hidden-1"_s},
                              {u"MONGODB_ATLAS_ACCESS_TOKEN"_s, u"hidden-2"_s},
                              {u"MONGODB_ATLAS_PRIVATE_KEY"_s, u"hidden-3"_s},
                              {u"MONGODB_ATLAS_PUBLIC_KEY"_s, u"identity-2"_s},
                              {u"https_proxy"_s, proxy()}};
    const auto process = m_program->start({}, variables);
    QTRY_VERIFY_WITH_TIMEOUT(!m_proxy->requests().isEmpty(), 30'000);
    QFile file(u"/proc/%1/environ"_s.arg(process->processId()));
    QVERIFY(file.open(QIODevice::ReadOnly));
    const QByteArray environment = file.readAll();
    process->kill();
    QVERIFY(process->waitForFinished());
    QVERIFY(environment.contains("QT_QPA_PLATFORM=offscreen"));
    QVERIFY(!environment.contains("hidden-"));
    QVERIFY(!environment.contains("identity-"));
}

QTEST_GUILESS_MAIN(ProgramEnvironmentTest)
#include "tst_programenvironment.moc"
