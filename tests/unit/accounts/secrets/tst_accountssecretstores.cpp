// SPDX-License-Identifier: Apache-2.0
#include "accounts/secrets/filesecretstore.h"
#include "accounts/secrets/memorysecretstore.h"
#include "accounts/secrets/secretstorage.h"

#include <QFile>
#include <QFileInfo>
#include <QTemporaryDir>
#include <QTest>

#include <memory>

using namespace Qt::Literals::StringLiterals;
using namespace accounts;
using Kind = SecretError::Kind;

namespace {

constexpr auto ownerOnly =
    QFile::ReadOwner | QFile::WriteOwner | QFile::ReadUser | QFile::WriteUser;

} // namespace

/// The stores that need nothing but this program. The keychain has a test of its own.
class TestAccountsSecretStores : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();

    void keepOneSecretForEachProfile_data() { storages(); }
    void keepOneSecretForEachProfile();
    void answerLaterAndOnce_data() { storages(); }
    void answerLaterAndOnce();
    void doNotAnswerTheDead_data() { storages(); }
    void doNotAnswerTheDead();
    void memoryWritesNothing();

    void fileIsPrivate();
    void fileThatOthersCanReadIsClosed();
    void fileThatIsTooLargeIsSaid();
    void fileKeepsOtherLines();
    void fileForgetsAllLinesOfAProfile();
    void fileWithoutContentSaysNotFound();
    void damagedSecretIsSaid_data();
    void damagedSecretIsSaid();
    void fileThatCannotBeWrittenIsSaid();

    void storagesAreNamed();

private:
    static void storages()
    {
        QTest::addColumn<SecretStorage>("storage");
        QTest::newRow("memory") << SecretStorage::SessionOnly;
        QTest::newRow("file") << SecretStorage::SettingsFile;
    }
    std::unique_ptr<SecretStore> makeStore() const
    {
        QFETCH(const SecretStorage, storage);
        return makeSecretStore(storage, m_folder->filePath(u"bucketscope.conf"_s));
    }
    QString filePath() const { return m_folder->filePath(u"secrets.conf"_s); }
    QByteArray fileContent() const
    {
        QFile file(filePath());
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }
    void putFile(const QByteArray &bytes) const
    {
        QFile file(filePath());
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(bytes);
    }

    tl::expected<Secret, SecretError> read(SecretStore &store, const ProfileId &profile)
    {
        std::optional<tl::expected<Secret, SecretError>> answer;
        store.read(profile, this, [&answer](const auto &result) { answer = result; });
        if (!QTest::qWaitFor([&answer] { return answer.has_value(); }))
            qFatal("no answer");
        return *answer;
    }
    tl::expected<void, SecretError> write(SecretStore &store, const ProfileId &profile,
                                          const char *secret)
    {
        std::optional<tl::expected<void, SecretError>> answer;
        store.write(profile, Secret::fromUtf8(secret), this,
                    [&answer](const auto &result) { answer = result; });
        if (!QTest::qWaitFor([&answer] { return answer.has_value(); }))
            qFatal("no answer");
        return *answer;
    }
    tl::expected<void, SecretError> remove(SecretStore &store, const ProfileId &profile)
    {
        std::optional<tl::expected<void, SecretError>> answer;
        store.remove(profile, this, [&answer](const auto &result) { answer = result; });
        if (!QTest::qWaitFor([&answer] { return answer.has_value(); }))
            qFatal("no answer");
        return *answer;
    }

    std::unique_ptr<QTemporaryDir> m_folder;
    const ProfileId m_one = ProfileId::create();
    const ProfileId m_other = ProfileId::create();
};

void TestAccountsSecretStores::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    QVERIFY(m_folder->isValid());
}

void TestAccountsSecretStores::keepOneSecretForEachProfile()
{
    const auto store = makeStore();
    QCOMPARE(read(*store, m_one).error().kind, Kind::NotFound);
    QVERIFY(remove(*store, m_one));
    QVERIFY(write(*store, m_one, "first"));
    QVERIFY(write(*store, m_other, "other \xec\x9a\xb4\xec\x98\x81 = ; \n"));
    QCOMPARE(read(*store, m_one)->bytes().toByteArray(), QByteArray("first"));
    QVERIFY(write(*store, m_one, "second"));
    QCOMPARE(read(*store, m_one)->bytes().toByteArray(), QByteArray("second"));
    QVERIFY(remove(*store, m_one));
    const auto gone = read(*store, m_one);
    QCOMPARE(gone.error().kind, Kind::NotFound);
    QVERIFY(!gone.error().message.isEmpty());
    QCOMPARE(read(*store, m_other)->bytes().toByteArray(),
             QByteArray("other \xec\x9a\xb4\xec\x98\x81 = ; \n"));
}

void TestAccountsSecretStores::answerLaterAndOnce()
{
    const auto store = makeStore();
    int answers = 0;
    store->write(m_one, Secret::fromUtf8("x"), this, [&answers](const auto &) { ++answers; });
    store->read(m_one, this, [&answers](const auto &result) { answers += result ? 1 : 100; });
    store->remove(m_one, this, [&answers](const auto &) { ++answers; });
    QCOMPARE(answers, 0);
    QTRY_COMPARE(answers, 3);
    QCoreApplication::processEvents();
    QCOMPARE(answers, 3);
}

void TestAccountsSecretStores::doNotAnswerTheDead()
{
    auto store = makeStore();
    auto context = std::make_unique<QObject>();
    int answers = 0;
    store->read(m_one, context.get(), [&answers](const auto &) { ++answers; });
    context.reset();
    store->read(m_one, this, [&answers](const auto &) { ++answers; });
    store.reset();
    QCoreApplication::processEvents();
    QCOMPARE(answers, 0);
}

void TestAccountsSecretStores::memoryWritesNothing()
{
    MemorySecretStore store;
    QVERIFY(write(store, m_one, "secret"));
    QVERIFY(m_folder->isValid());
    QVERIFY(QDir(m_folder->path()).isEmpty());
}

void TestAccountsSecretStores::fileIsPrivate()
{
    FileSecretStore store(m_folder->filePath(u"new/secrets.conf"_s));
    QVERIFY(write(store, m_one, "secret"));
    const QFileInfo file(m_folder->filePath(u"new/secrets.conf"_s));
    QCOMPARE(file.permissions(), ownerOnly);
    QCOMPARE(QFileInfo(file.path()).permissions(), ownerOnly | QFile::ExeOwner | QFile::ExeUser);
}

void TestAccountsSecretStores::fileThatOthersCanReadIsClosed()
{
    FileSecretStore store(filePath());
    QVERIFY(write(store, m_one, "secret"));
    QVERIFY(QFile::setPermissions(filePath(), QFile::Permissions(0x6644)));
    QCOMPARE(read(store, m_one)->bytes().toByteArray(), QByteArray("secret"));
    QCOMPARE(QFileInfo(filePath()).permissions(), ownerOnly);
}

/// Of a few terabytes that take no room.
void TestAccountsSecretStores::fileThatIsTooLargeIsSaid()
{
    QFile file(filePath());
    QVERIFY(file.open(QIODevice::WriteOnly));
    QVERIFY(file.resize(qint64(3) << 30));
    file.close();
    const auto store =
        makeSecretStore(SecretStorage::SettingsFile, m_folder->filePath(u"bucketscope.conf"_s));
    const auto found = read(*store, m_one);
    QVERIFY(!found);
    QVERIFY2(found.error().message.contains(u"larger than"), qPrintable(found.error().message));
    QVERIFY(!write(*store, m_one, "secret"));
    QCOMPARE(QFileInfo(filePath()).size(), qint64(3) << 30);
}

void TestAccountsSecretStores::fileKeepsOtherLines()
{
    putFile("; kept by hand\nrubbish");
    FileSecretStore store(filePath());
    QVERIFY(write(store, m_one, "a"));
    QVERIFY(write(store, m_other, "b"));
    QVERIFY(write(store, m_one, "c"));
    QVERIFY(remove(store, m_other));
    QCOMPARE(fileContent(), "; kept by hand\nrubbish\n" + m_one.toString().toLatin1() + "=Yw==\n");
}

void TestAccountsSecretStores::fileForgetsAllLinesOfAProfile()
{
    const QByteArray line = m_one.toString().toLatin1() + '=';
    const QByteArray secret = QByteArray("old").toBase64();
    const QByteArray twice = line + secret + '\n' + "# a word\n" + line + secret;
    FileSecretStore store(filePath());
    putFile(twice);
    QVERIFY(write(store, m_one, "new"));
    QCOMPARE(read(store, m_one)->bytes().toByteArray(), QByteArray("new"));
    putFile(twice);
    QVERIFY(remove(store, m_one));
    QCOMPARE(fileContent(), QByteArray("# a word\n"));
}

void TestAccountsSecretStores::fileWithoutContentSaysNotFound()
{
    putFile(QByteArray());
    FileSecretStore store(filePath());
    QCOMPARE(read(store, m_one).error().kind, Kind::NotFound);
}

void TestAccountsSecretStores::damagedSecretIsSaid_data()
{
    QTest::addColumn<QByteArray>("base64");
    QTest::newRow("empty") << QByteArray();
    QTest::newRow("no base64") << QByteArray("a*b=");
    QTest::newRow("binary") << QByteArray("\0\xff", 2);
}

void TestAccountsSecretStores::damagedSecretIsSaid()
{
    QFETCH(const QByteArray, base64);
    putFile(m_one.toString().toLatin1() + '=' + base64 + '\n');
    FileSecretStore store(filePath());
    QCOMPARE(read(store, m_one).error().kind, Kind::Other);
    QVERIFY(write(store, m_one, "again"));
    QCOMPARE(read(store, m_one)->bytes().toByteArray(), QByteArray("again"));
}

void TestAccountsSecretStores::fileThatCannotBeWrittenIsSaid()
{
    putFile("no folder");
    FileSecretStore store(filePath() + "/secrets.conf"_L1);
    const auto written = write(store, m_one, "x");
    QVERIFY(!written);
    QCOMPARE(written.error().kind, Kind::Other);
    QVERIFY2(written.error().message.contains(filePath()), qPrintable(written.error().message));
}

void TestAccountsSecretStores::storagesAreNamed()
{
    QSet<QString> names;
    for (const SecretStorage storage : allSecretStorages) {
        names.insert(storageName(storage));
        QCOMPARE(secretStorageFromStoredText(toStoredText(storage)), std::optional(storage));
        QVERIFY(makeSecretStore(storage, filePath()));
    }
    QCOMPARE(names.size(), 3);
    QCOMPARE(storageName(SecretStorage::Keychain),
             u"Kept in the system keychain. Never written to a file."_s);
}

QTEST_GUILESS_MAIN(TestAccountsSecretStores)
#include "tst_accountssecretstores.moc"
