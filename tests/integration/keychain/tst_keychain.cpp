// SPDX-License-Identifier: Apache-2.0
// Starts through with-secret-service.sh, which gives it a keyring to fill and to lock.
#include "accounts/profiles/profiledraft.h"
#include "accounts/profiles/profilestore.h"
#include "accounts/secrets/keychainsecretstore.h"
#include "accounts/settings/preferences.h"
#include "accounts/settings/settingsfile.h"
#include "secretcalls.h"

#include <QDBusConnection>
#include <QDBusMessage>
#include <QDBusObjectPath>
#include <QDBusVirtualObject>
#include <QDirIterator>
#include <QElapsedTimer>
#include <QFile>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

#include <memory>
#include <optional>

using namespace Qt::Literals::StringLiterals;
using namespace std::chrono_literals;
using namespace accounts;
using Kind = SecretError::Kind;

namespace {

/// Says in a child process which scenario it is there for.
constexpr const char *scenarioVariable = "BUCKETSCOPE_TEST_SCENARIO";

QString secretText()
{
    return u"mdb_sa_sk_Geheimnis-비밀-1234567890"_s;
}

/// A service that takes every call and never answers.
class SilentService : public QDBusVirtualObject
{
    Q_OBJECT

public:
    using QDBusVirtualObject::QDBusVirtualObject;

    QString introspect(const QString &) const override { return {}; }
    bool handleMessage(const QDBusMessage &message, const QDBusConnection &) override
    {
        message.setDelayedReply(true);
        ++m_calls;
        return true;
    }
    int calls() const { return m_calls; }

private:
    int m_calls = 0;
};

bool lockDefaultCollection()
{
    QDBusMessage call =
        QDBusMessage::createMethodCall(u"org.freedesktop.secrets"_s, u"/org/freedesktop/secrets"_s,
                                       u"org.freedesktop.Secret.Service"_s, u"Lock"_s);
    const QList<QDBusObjectPath> collections{
        QDBusObjectPath(u"/org/freedesktop/secrets/collection/login"_s)};
    call.setArguments({QVariant::fromValue(collections)});
    return QDBusConnection::sessionBus().call(call).type() == QDBusMessage::ReplyMessage;
}

bool anyFileHolds(const QString &folder, const QByteArray &needle)
{
    QDirIterator files(folder, QDir::Files | QDir::Hidden, QDirIterator::Subdirectories);
    while (files.hasNext()) {
        QFile file(files.next());
        if (file.open(QIODevice::ReadOnly) && file.readAll().contains(needle))
            return true;
    }
    return false;
}

} // namespace

class TestKeychain : public QObject, private SecretCalls
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();

    void nothingIsFoundAtFirst();
    void secretsAreWrittenReadAndRemoved();
    void callsAreAnsweredInParallel();
    void answersComeLater();
    void deadContextsAreNotAnswered();
    void destroyedStoresDoNotAnswer();
    void secretsAreInNoFile();

    // Children of their own, for a process keeps its bus.
    void withoutBus();
    void withoutKeyring();
    void withSilentService();

    // Last, for nothing unlocks the keyring again.
    void lockedKeyringIsToldApart();

private:
    bool runScenario(const QString &program, const QStringList &arguments);
    static bool isScenario(const char *name) { return qgetenv(scenarioVariable) == name; }

    KeychainSecretStore m_store;
};

void TestKeychain::initTestCase()
{
    if (!qEnvironmentVariableIsSet("BUCKETSCOPE_TEST_KEYRING"))
        QSKIP("Start this through with-secret-service.sh: it locks the keyring.");
}

void TestKeychain::nothingIsFoundAtFirst()
{
    const auto secret = read(m_store, ProfileId::create());
    QVERIFY(!secret);
    QCOMPARE(secret.error().kind, Kind::NotFound);
    QVERIFY(!secret.error().message.isEmpty());
    QVERIFY(remove(m_store, ProfileId::create()));
}

void TestKeychain::secretsAreWrittenReadAndRemoved()
{
    const ProfileId one = ProfileId::create();
    const ProfileId other = ProfileId::create();
    QVERIFY(write(m_store, one, secretText()));
    QVERIFY(write(m_store, other, u"other"_s));
    QCOMPARE(*read(m_store, one), Secret::fromString(secretText()));
    QVERIFY(write(m_store, one, u"overwritten"_s));
    QCOMPARE(*read(m_store, one), Secret::fromString(u"overwritten"));
    QVERIFY(remove(m_store, one));
    QCOMPARE(read(m_store, one).error().kind, Kind::NotFound);
    QCOMPARE(*read(m_store, other), Secret::fromString(u"other"));
    // Another program's run finds it too.
    KeychainSecretStore again;
    QCOMPARE(*read(again, other), Secret::fromString(u"other"));
}

void TestKeychain::callsAreAnsweredInParallel()
{
    QList<ProfileId> profiles;
    int written = 0;
    for (int i = 0; i < 20; ++i) {
        profiles.append(ProfileId::create());
        m_store.write(profiles.last(), Secret::fromString(QString::number(i)), this,
                      [&written](const auto &result) { written += result ? 1 : 100; });
    }
    QTRY_COMPARE(written, 20);
    int right = 0;
    for (int i = 0; i < 20; ++i) {
        const Secret expected = Secret::fromString(QString::number(i));
        m_store.read(profiles[i], this, [&right, expected](const auto &secret) {
            right += secret && *secret == expected ? 1 : 100;
        });
    }
    QTRY_COMPARE(right, 20);
}

void TestKeychain::answersComeLater()
{
    bool isAnswered = false;
    m_store.read(ProfileId::create(), this, [&isAnswered](const auto &) { isAnswered = true; });
    QVERIFY(!isAnswered);
    QTRY_VERIFY(isAnswered);
}

void TestKeychain::deadContextsAreNotAnswered()
{
    const ProfileId profile = ProfileId::create();
    int answers = 0;
    auto context = std::make_unique<QObject>();
    m_store.write(profile, Secret::fromString(secretText()), context.get(),
                  [&answers](const auto &) { ++answers; });
    m_store.read(profile, context.get(), [&answers](const auto &) { ++answers; });
    context.reset();
    // Jobs run one after the other: this read ends after those.
    QVERIFY(read(m_store, profile));
    QCOMPARE(answers, 0);
}

void TestKeychain::destroyedStoresDoNotAnswer()
{
    int answers = 0;
    auto store = std::make_unique<KeychainSecretStore>();
    store->read(ProfileId::create(), this, [&answers](const auto &) { ++answers; });
    store.reset();
    QVERIFY(!read(m_store, ProfileId::create()));
    QCOMPARE(answers, 0);
}

void TestKeychain::secretsAreInNoFile()
{
    const QTemporaryDir config(QDir::homePath() + "/config-XXXXXX"_L1);
    qputenv("XDG_CONFIG_HOME", QFile::encodeName(config.path()));
    ProfileDraft draft;
    draft.name = u"Production"_s;
    draft.identity = u"mdb_sa_id_0123456789abcdef01234567"_s;
    SettingsFile settings(SettingsFile::defaultPath());
    ProfileStore profiles(settings);
    profiles.add(*draft.toProfile());
    Preferences preferences(settings);
    preferences.setValues({});
    preferences.setLastProfile(draft.id);
    QVERIFY(profiles.save());
    QVERIFY(write(m_store, draft.id, secretText()));
    QCOMPARE(*read(m_store, draft.id), Secret::fromString(secretText()));

    QVERIFY(QFile::exists(config.filePath(u"bucketscope/bucketscope.conf"_s)));
    QVERIFY(anyFileHolds(QDir::homePath(), draft.identity.toUtf8()));
    const QByteArray utf8 = secretText().toUtf8();
    QVERIFY(!anyFileHolds(QDir::homePath(), utf8));
    QVERIFY(!anyFileHolds(QDir::homePath(), utf8.first(16)));
    QVERIFY(!anyFileHolds(QDir::homePath(), utf8.toBase64()));
}

bool TestKeychain::runScenario(const QString &program, const QStringList &arguments)
{
    const QTemporaryDir home;
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.insert(QString::fromLatin1(scenarioVariable),
                       QString::fromLatin1(QTest::currentTestFunction()));
    environment.remove(u"DBUS_SESSION_BUS_ADDRESS"_s);
    environment.remove(u"XDG_CONFIG_HOME"_s);
    environment.insert(u"HOME"_s, home.path());
    environment.insert(u"XDG_RUNTIME_DIR"_s, home.path());
    QProcess child;
    child.setProcessEnvironment(environment);
    child.setProcessChannelMode(QProcess::MergedChannels);
    child.start(program, arguments);
    const bool isOver = child.waitForFinished(60'000);
    const bool isGood =
        isOver && child.exitStatus() == QProcess::NormalExit && child.exitCode() == 0;
    if (!isGood)
        qWarning().noquote() << child.readAll();
    return isGood;
}

void TestKeychain::withoutBus()
{
    if (!isScenario("withoutBus")) {
        QVERIFY(runScenario(QCoreApplication::applicationFilePath(), {u"withoutBus"_s}));
        return;
    }
    const ProfileId profile = ProfileId::create();
    QElapsedTimer timer;
    timer.start();
    QCOMPARE(read(m_store, profile).error().kind, Kind::Unavailable);
    QCOMPARE(write(m_store, profile, secretText()).error().kind, Kind::Unavailable);
    QCOMPARE(remove(m_store, profile).error().kind, Kind::Unavailable);
    QVERIFY(timer.elapsed() < 5'000);
}

void TestKeychain::withoutKeyring()
{
    if (!isScenario("withoutKeyring")) {
        QVERIFY(
            runScenario(u"dbus-run-session"_s,
                        {u"--"_s, QCoreApplication::applicationFilePath(), u"withoutKeyring"_s}));
        return;
    }
    // The service starts with the first call, without a keyring, and has nobody to ask for a
    // password for a new one.
    QCOMPARE(read(m_store, ProfileId::create()).error().kind, Kind::NotFound);
    const auto written = write(m_store, ProfileId::create(), secretText());
    QVERIFY(!written);
    QVERIFY(!written.error().message.isEmpty());
}

void TestKeychain::withSilentService()
{
    if (!isScenario("withSilentService")) {
        QVERIFY(runScenario(
            u"dbus-run-session"_s,
            {u"--"_s, QCoreApplication::applicationFilePath(), u"withSilentService"_s}));
        return;
    }
    SilentService service;
    QDBusConnection bus = QDBusConnection::sessionBus();
    QVERIFY(bus.registerVirtualObject(u"/"_s, &service, QDBusConnection::SubPath));
    QVERIFY(bus.registerService(u"org.freedesktop.secrets"_s));

    KeychainSecretStore store(300ms);
    QElapsedTimer timer;
    timer.start();
    const auto secret = read(store, ProfileId::create());
    QVERIFY(!secret);
    QCOMPARE(secret.error().kind, Kind::TimedOut);
    // Qt's coarse timers may be 5 % early.
    QVERIFY(timer.elapsed() >= 280);
    QVERIFY(timer.elapsed() < 5'000);
    QTRY_VERIFY(service.calls() > 0);
    // The first job still waits; the next ones do not wait longer for that.
    QCOMPARE(write(store, ProfileId::create(), secretText()).error().kind, Kind::TimedOut);
    QCOMPARE(remove(store, ProfileId::create()).error().kind, Kind::TimedOut);
}

void TestKeychain::lockedKeyringIsToldApart()
{
    if (!qEnvironmentVariableIsEmpty(scenarioVariable))
        return;
    const ProfileId profile = ProfileId::create();
    QVERIFY(write(m_store, profile, secretText()));
    QVERIFY(lockDefaultCollection());
    QCOMPARE(read(m_store, profile).error().kind, Kind::Locked);
    QCOMPARE(write(m_store, profile, secretText()).error().kind, Kind::Locked);
    QCOMPARE(write(m_store, ProfileId::create(), secretText()).error().kind, Kind::Locked);
    // Through QtKeychain this would pass for a success, and the secret would stay.
    QCOMPARE(remove(m_store, profile).error().kind, Kind::Locked);
}

QTEST_GUILESS_MAIN(TestKeychain)
#include "tst_keychain.moc"
