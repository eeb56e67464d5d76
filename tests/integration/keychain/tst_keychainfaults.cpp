// SPDX-License-Identifier: Apache-2.0
// Starts through with-secret-service.sh, which gives it a keyring of its own.
#include "accounts/secrets/keychainsecretstore.h"
#include "fakesecretservice.h"
#include "secretcalls.h"

#include <QDBusConnection>
#include <QDBusConnectionInterface>
#include <QDBusMessage>
#include <QDBusMetaType>
#include <QDBusObjectPath>
#include <QDBusReply>
#include <QElapsedTimer>
#include <QFile>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

#include <csignal>
#include <optional>

using namespace Qt::Literals::StringLiterals;
using namespace std::chrono_literals;
using namespace accounts;
using Kind = SecretError::Kind;

namespace {

/// Says in a child process which scenario it is there for.
constexpr const char *scenarioVariable = "BUCKETSCOPE_TEST_SCENARIO";
constexpr int Patience = 20'000;
constexpr int ProfilesOfEach = 8;

QDBusMessage callToService(const QString &path, const QString &interface, const QString &method)
{
    return QDBusMessage::createMethodCall(u"org.freedesktop.secrets"_s, path,
                                          u"org.freedesktop.Secret."_s + interface, method);
}

QList<QDBusObjectPath> itemsOf(const ProfileId &profile)
{
    QDBusMessage call =
        callToService(u"/org/freedesktop/secrets"_s, u"Service"_s, u"SearchItems"_s);
    QMap<QString, QString> attributes{{u"user"_s, profile.toString()}};
    call.setArguments({QVariant::fromValue(attributes)});
    const QDBusMessage answer = QDBusConnection::sessionBus().call(call);
    return qdbus_cast<QList<QDBusObjectPath>>(answer.arguments().value(0));
}

/// The profiles of either of two instances that run at once, and one that both have.
ProfileId profileOf(int instance, int number)
{
    return ProfileId(QUuid(static_cast<uint>(instance), static_cast<ushort>(number), 0x4c6e, 0x9a,
                           0x41, 0x5d, 0x0e, 0x7b, 0x2c, 0x88, 0x13));
}

QString secretOf(int instance, int number)
{
    return u"secret-%1-%2"_s.arg(instance).arg(number).repeated(30);
}

} // namespace

/// The keychain as it is on a bad day; and what is said then.
class KeychainFaultsTest : public QObject, private SecretCalls
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();

    void waitsTenSeconds();
    void slowKeyringTimesOutAndRecovers();
    void entryDeletedBehindOurBack();
    void twoInstancesAtOnce();
    void absentKeyringIsSaid();
    void cancelledPromptIsNoMissingSecret();
    void lockedKeyringIsSaid();

private:
    static bool isScenario(const char *name) { return qgetenv(scenarioVariable) == name; }
    static void startScenario(QProcess &child, const QString &program, const QStringList &arguments,
                              bool onOurBus);
    static bool waitForScenario(QProcess &child);
    void writeAll(int instance);

    KeychainSecretStore m_store;
};

void KeychainFaultsTest::initTestCase()
{
    if (!qEnvironmentVariableIsSet("BUCKETSCOPE_TEST_KEYRING"))
        QSKIP("Start this through with-secret-service.sh: it stops and locks the keyring.");
    qDBusRegisterMetaType<QMap<QString, QString>>();
}

void KeychainFaultsTest::startScenario(QProcess &child, const QString &program,
                                       const QStringList &arguments, bool onOurBus)
{
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.insert(QString::fromLatin1(scenarioVariable),
                       QString::fromLatin1(QTest::currentTestFunction()));
    if (!onOurBus)
        environment.remove(u"DBUS_SESSION_BUS_ADDRESS"_s);
    child.setProcessEnvironment(environment);
    child.setProcessChannelMode(QProcess::MergedChannels);
    child.start(program,
                arguments + QStringList{QString::fromLatin1(QTest::currentTestFunction())});
}

bool KeychainFaultsTest::waitForScenario(QProcess &child)
{
    const bool isGood = child.waitForFinished(60'000) && child.exitStatus() == QProcess::NormalExit
        && child.exitCode() == 0;
    if (!isGood)
        qWarning().noquote() << child.readAll();
    return isGood;
}

void KeychainFaultsTest::waitsTenSeconds()
{
    QCOMPARE(KeychainSecretStore::DefaultTimeLimit, 10s);
}

void KeychainFaultsTest::slowKeyringTimesOutAndRecovers()
{
    const ProfileId profile = ProfileId::create();
    QVERIFY(write(m_store, profile, u"slow"_s));
    const QDBusReply<uint> daemon =
        QDBusConnection::sessionBus().interface()->servicePid(u"org.freedesktop.secrets"_s);
    QVERIFY(daemon.isValid() && daemon.value() > 1);
    const auto pid = static_cast<pid_t>(daemon.value());

    KeychainSecretStore impatient(400ms);
    QCOMPARE(::kill(pid, SIGSTOP), 0);
    QElapsedTimer timer;
    timer.start();
    const auto late = read(impatient, profile);
    const auto unwritten = write(impatient, profile, u"written late"_s);
    QCOMPARE(::kill(pid, SIGCONT), 0);
    QVERIFY(timer.elapsed() < 5'000);
    for (const Kind kind : {late.error().kind, unwritten.error().kind})
        QCOMPARE(kind, Kind::TimedOut);
    QVERIFY2(late.error().message.contains("did not respond within"_L1)
                 && late.error().message.endsWith("try again."_L1),
             qPrintable(late.error().message));
    // Nothing stays stuck behind the answers that came too late.
    const auto again = read(m_store, profile);
    QVERIFY2(again, again ? "" : qPrintable(again.error().message));
    QVERIFY(*again == Secret::fromString(u"slow"_s)
            || *again == Secret::fromString(u"written late"_s));
}

void KeychainFaultsTest::entryDeletedBehindOurBack()
{
    const ProfileId profile = ProfileId::create();
    QVERIFY(write(m_store, profile, u"deleted"_s));
    const QList<QDBusObjectPath> items = itemsOf(profile);
    QCOMPARE(items.size(), 1);
    const QDBusMessage call = callToService(items.constFirst().path(), u"Item"_s, u"Delete"_s);
    QCOMPARE(QDBusConnection::sessionBus().call(call).type(), QDBusMessage::ReplyMessage);

    const auto secret = read(m_store, profile);
    QVERIFY(!secret);
    QCOMPARE(secret.error().kind, Kind::NotFound);
    QCOMPARE(secret.error().message,
             u"The system keychain has no secret for this profile. Enter it in Settings."_s);
    QVERIFY(remove(m_store, profile));
    QVERIFY(write(m_store, profile, u"entered again"_s));
    QCOMPARE(*read(m_store, profile), Secret::fromString(u"entered again"_s));
}

void KeychainFaultsTest::writeAll(int instance)
{
    for (int number = 0; number < ProfilesOfEach; ++number) {
        QVERIFY(write(m_store, profileOf(instance, number), secretOf(instance, number)));
        QVERIFY(write(m_store, profileOf(0, 0), secretOf(instance, number)));
        const auto common = read(m_store, profileOf(0, 0));
        QVERIFY2(common, common ? "" : qPrintable(common.error().message));
    }
}

/// Each keeps its secrets and changes a common one meanwhile; none gets lost or mixed up.
void KeychainFaultsTest::twoInstancesAtOnce()
{
    if (isScenario("twoInstancesAtOnce")) {
        writeAll(2);
        return;
    }
    QProcess other;
    startScenario(other, QCoreApplication::applicationFilePath(), {}, true);
    writeAll(1);
    QVERIFY(waitForScenario(other));
    for (int instance : {1, 2}) {
        for (int number = 0; number < ProfilesOfEach; ++number)
            QCOMPARE(*read(m_store, profileOf(instance, number)),
                     Secret::fromString(secretOf(instance, number)));
    }
    const Secret common = *read(m_store, profileOf(0, 0));
    QVERIFY(common == Secret::fromString(secretOf(1, ProfilesOfEach - 1))
            || common == Secret::fromString(secretOf(2, ProfilesOfEach - 1)));
    QCOMPARE(itemsOf(profileOf(0, 0)).size(), 1);
}

/// A bus, and nobody on it who could keep a secret, nor a file that says how to start one.
void KeychainFaultsTest::absentKeyringIsSaid()
{
    if (!isScenario("absentKeyringIsSaid")) {
        const QTemporaryDir folder;
        QFile config(folder.filePath(u"bus.conf"_s));
        QVERIFY(config.open(QIODevice::WriteOnly));
        config.write("<busconfig><type>session</type><listen>unix:tmpdir=/tmp</listen>"
                     "<policy context=\"default\"><allow send_destination=\"*\"/>"
                     "<allow receive_sender=\"*\"/><allow own=\"*\"/></policy></busconfig>");
        config.close();
        QProcess child;
        startScenario(child, u"dbus-run-session"_s,
                      {u"--config-file"_s, config.fileName(), u"--"_s,
                       QCoreApplication::applicationFilePath()},
                      false);
        QVERIFY(waitForScenario(child));
        return;
    }
    const ProfileId profile = ProfileId::create();
    for (const SecretError &error :
         {read(m_store, profile).error(), write(m_store, profile, u"x"_s).error(),
          remove(m_store, profile).error()}) {
        QCOMPARE(error.kind, Kind::Unavailable);
        QCOMPARE(error.message,
                 u"No system keychain is running. Start one (such as GNOME Keyring or "
                 "KWallet), or choose another secret storage in Settings."_s);
    }
}

/// The keyring asks for its password, and whoever sits there says no.
void KeychainFaultsTest::cancelledPromptIsNoMissingSecret()
{
    if (!isScenario("cancelledPromptIsNoMissingSecret")) {
        QProcess child;
        startScenario(child, u"dbus-run-session"_s,
                      {u"--"_s, QCoreApplication::applicationFilePath()}, false);
        QVERIFY(waitForScenario(child));
        return;
    }
    FakeSecretService service;
    QVERIFY(service.start());
    const ProfileId profile = ProfileId::create();
    const auto secret = read(m_store, profile);
    QVERIFY(!secret);
    QVERIFY(service.promptCount() > 0);
    QCOMPARE(secret.error().kind, Kind::Locked);
    QCOMPARE(secret.error().message,
             u"The system keychain is locked. Unlock it, then try again."_s);
    const auto written = write(m_store, profile, u"x"_s);
    QVERIFY(!written);
    QVERIFY2(written.error().kind == Kind::Locked, qPrintable(written.error().message));
    const auto removed = remove(m_store, profile);
    QVERIFY(!removed);
    QVERIFY2(removed.error().kind == Kind::Locked, qPrintable(removed.error().message));
    QVERIFY(service.promptCount() > 1);

    // It may be in a keyring that is not the default one.
    service.setDefaultLocked(false);
    const auto elsewhere = read(m_store, profile);
    QVERIFY(!elsewhere);
    QCOMPARE(elsewhere.error().kind, Kind::Locked);
}

/// Last, for nothing unlocks the keyring again.
void KeychainFaultsTest::lockedKeyringIsSaid()
{
    if (!qEnvironmentVariableIsEmpty(scenarioVariable))
        return;
    const ProfileId profile = ProfileId::create();
    QVERIFY(write(m_store, profile, u"locked away"_s));
    QDBusMessage call = callToService(u"/org/freedesktop/secrets"_s, u"Service"_s, u"Lock"_s);
    const QList<QDBusObjectPath> collections{
        QDBusObjectPath(u"/org/freedesktop/secrets/collection/login"_s)};
    call.setArguments({QVariant::fromValue(collections)});
    QCOMPARE(QDBusConnection::sessionBus().call(call).type(), QDBusMessage::ReplyMessage);
    const ProfileId unknown = ProfileId::create();
    for (const SecretError &error :
         {read(m_store, profile).error(), read(m_store, unknown).error(),
          write(m_store, profile, u"x"_s).error(), remove(m_store, profile).error()}) {
        QCOMPARE(error.kind, Kind::Locked);
        QCOMPARE(error.message, u"The system keychain is locked. Unlock it, then try again."_s);
    }
}

QTEST_GUILESS_MAIN(KeychainFaultsTest)
#include "tst_keychainfaults.moc"
