// SPDX-License-Identifier: Apache-2.0
// secrets.conf, as others may have left it. With one input in 16, two profiles' secrets are then
// written into it and removed again, which is slow. The first byte means nothing.
#include "accounts/secrets/filesecretstore.h"
#include "fuzzing.h"

#include <QCoreApplication>
#include <QFile>
#include <QTemporaryDir>

#include <optional>

using namespace Qt::Literals::StringLiterals;
using namespace accounts;
using fuzzing::require;

namespace {

/// Calls that answer from the event loop, as functions.
class Store
{
public:
    explicit Store(const QString &path) : m_store(path) { }

    tl::expected<Secret, SecretError> read(const ProfileId &profile)
    {
        return answerOf<Secret>(
            [&](auto handler) { m_store.read(profile, &m_store, std::move(handler)); });
    }

    bool write(const ProfileId &profile, const Secret &secret)
    {
        return answerOf<void>([&](auto handler) {
                   m_store.write(profile, secret, &m_store, std::move(handler));
               })
            .has_value();
    }

    bool remove(const ProfileId &profile)
    {
        return answerOf<void>(
                   [&](auto handler) { m_store.remove(profile, &m_store, std::move(handler)); })
            .has_value();
    }

private:
    template<class T, class Call>
    tl::expected<T, SecretError> answerOf(const Call &call)
    {
        std::optional<tl::expected<T, SecretError>> answer;
        call([&answer](const tl::expected<T, SecretError> &result) { answer.emplace(result); });
        QCoreApplication::sendPostedEvents();
        require(answer.has_value(), "a call is answered");
        return *answer;
    }

    FileSecretStore m_store;
};

QByteArray contentOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

void put(const QString &path, QByteArrayView content)
{
    QFile file(path);
    require(file.open(QIODevice::WriteOnly) && file.write(content.data(), content.size()) >= 0,
            "the fuzzer can write");
}

void checkFile(const QString &path, bool isWritten)
{
    static const ProfileId one(QUuid(u"6f9619ff-8b86-d011-b42d-00cf4fc964ff"_s));
    static const ProfileId other(QUuid(u"00000000-8b86-d011-b42d-00cf4fc964ff"_s));
    static const Secret secret = Secret::fromUtf8("s3cret \xc3\xa9\n=");
    Store store(path);
    const QByteArray before = contentOf(path);
    const auto found = store.read(one);
    require(found || !found.error().message.isEmpty(), "an error has words");
    require(contentOf(path) == before, "reading changes nothing");
    if (!isWritten)
        return;
    // A store may refuse a file altogether, as long as it leaves it alone.
    if (!store.write(one, secret)) {
        require(contentOf(path) == before, "what is refused stays");
        return;
    }
    require(store.write(other, secret), "a second secret is written");
    require(store.read(one) && *store.read(one) == secret, "a secret is read as written");
    require(store.read(other) && *store.read(other) == secret, "and so is the second");
    require(store.remove(one) && store.remove(other), "secrets are removed");
    for (const ProfileId &profile : {one, other}) {
        const auto left = store.read(profile);
        require(!left && left.error().kind == SecretError::Kind::NotFound, "removed is gone");
    }
}

} // namespace

int LLVMFuzzerTestOneInput(const uchar *data, std::size_t size)
{
    static int argc = 1;
    static char name[] = "fuzz_secrets";
    static char *argv[] = {name, nullptr};
    static const QCoreApplication application(argc, argv);
    static const QTemporaryDir folder;
    const QString path = folder.filePath(u"secrets.conf"_s);
    const QByteArrayView bytes = fuzzing::Input(data, size).view();
    put(path, bytes);
    checkFile(path, qChecksum(bytes) % 16 == 0);
    return 0;
}
