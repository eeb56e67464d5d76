// SPDX-License-Identifier: Apache-2.0
#include "accounts/profiles/credential.h"
#include "accounts/secrets/profileid.h"
#include "accounts/secrets/secret.h"

#include <QDebug>
#include <QSet>
#include <QTest>

#include <algorithm>
#include <cstdlib>
#include <new>

using namespace Qt::Literals::StringLiterals;
using accounts::Credential;
using accounts::ProfileId;
using accounts::Secret;

namespace {

/// The block whose release is watched, and what was in it then.
struct Watch
{
    const void *block = nullptr;
    std::size_t size = 0;
    bool wasReleased = false;
    bool wasZero = false;

    void onRelease(const void *released)
    {
        if (!block || released != block)
            return;
        const auto *bytes = static_cast<const char *>(released);
        wasReleased = true;
        wasZero = std::all_of(bytes, bytes + size, [](char byte) { return byte == 0; });
    }
};

Watch &watch()
{
    static Watch instance;
    return instance;
}

} // namespace

void *operator new[](std::size_t size)
{
    if (void *block = std::malloc(size == 0 ? 1 : size))
        return block;
    throw std::bad_alloc();
}

void operator delete[](void *block) noexcept
{
    watch().onRelease(block);
    std::free(block);
}

void operator delete[](void *block, std::size_t) noexcept
{
    watch().onRelease(block);
    std::free(block);
}

class TestAccountsSecret : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void holdsUtf8();
    void isWipedWithItsLastCopy();
    void isWipedWhenAssignedTo();
    void isNeverPrinted();
    void compares();
    void wipesStrings();
    void profileIdsAreReadAndWritten();

private:
    static void startWatching(const Secret &secret)
    {
        watch() = {secret.bytes().data(), static_cast<std::size_t>(secret.bytes().size())};
    }
};

void TestAccountsSecret::holdsUtf8()
{
    QVERIFY(Secret().isEmpty());
    QVERIFY(Secret::fromString({}).isEmpty());
    QVERIFY(Secret::fromUtf8({}).isEmpty());
    const Secret secret = Secret::fromString(u"mdb_sa_sk_비밀");
    QCOMPARE(secret.bytes().toByteArray(), QByteArray("mdb_sa_sk_\xeb\xb9\x84\xeb\xb0\x80"));
    QCOMPARE(Secret::fromUtf8(secret.bytes()), secret);
}

void TestAccountsSecret::isWipedWithItsLastCopy()
{
    auto first = std::make_unique<Secret>(Secret::fromString(u"correct horse battery staple"));
    startWatching(*first);
    auto second = std::make_unique<Secret>(*first);
    QCOMPARE(second->bytes().data(), first->bytes().data());
    first.reset();
    QVERIFY(!watch().wasReleased);
    QCOMPARE(second->bytes().toByteArray(), QByteArray("correct horse battery staple"));
    second.reset();
    QVERIFY(watch().wasReleased);
    QVERIFY(watch().wasZero);
}

void TestAccountsSecret::isWipedWhenAssignedTo()
{
    Secret secret = Secret::fromUtf8("an old secret");
    startWatching(secret);
    secret = Secret::fromUtf8("a new secret");
    QVERIFY(watch().wasReleased);
    QVERIFY(watch().wasZero);
    QCOMPARE(secret.bytes().toByteArray(), QByteArray("a new secret"));
}

void TestAccountsSecret::isNeverPrinted()
{
    QString printed;
    QDebug(&printed) << Secret::fromString(u"hunter2") << Secret();
    QCOMPARE(printed.trimmed(), u"Secret(hidden) Secret(none)"_s);
}

void TestAccountsSecret::compares()
{
    const Secret secret = Secret::fromUtf8("abc");
    QVERIFY(secret == Secret::fromString(u"abc"));
    QVERIFY(secret != Secret::fromUtf8("abd"));
    QVERIFY(secret != Secret::fromUtf8("ab"));
    QVERIFY(Secret() == Secret::fromUtf8(""));
    const Credential one{accounts::Authentication::ApiKey, u"key"_s, secret};
    Credential other = one;
    QVERIFY(one == other);
    other.secret = Secret::fromUtf8("xyz");
    QVERIFY(!(one == other));
}

void TestAccountsSecret::wipesStrings()
{
    QString text = u"a copy that a library wanted"_s;
    accounts::wipe(text);
    QVERIFY(text.isEmpty());
    QByteArray bytes("another");
    accounts::wipe(bytes);
    QVERIFY(bytes.isEmpty());
}

void TestAccountsSecret::profileIdsAreReadAndWritten()
{
    const ProfileId id = ProfileId::create();
    QCOMPARE(id.toString().size(), 36);
    QCOMPARE(ProfileId::fromString(id.toString()), std::optional(id));
    QVERIFY(id != ProfileId::create());
    QVERIFY(ProfileId().isNull());
    QVERIFY(!ProfileId::fromString(u"production"_s));
    QVERIFY(!ProfileId::fromString(QString()));
    // A second spelling would be a second profile of the same ID.
    QVERIFY(!ProfileId::fromString(id.toString().toUpper()));
    QVERIFY(!ProfileId::fromString(u'{' + id.toString() + u'}'));
    QVERIFY(!ProfileId::fromString(ProfileId().toString()));
    QVERIFY((QSet<ProfileId>{id, id}.size() == 1));
}

QTEST_GUILESS_MAIN(TestAccountsSecret)
#include "tst_accountssecret.moc"
