// SPDX-License-Identifier: Apache-2.0
#include "accounts/profiles/boundsecret.h"

#include <QCoreApplication>

namespace accounts {

namespace {

struct BoundSecretText
{
    Q_DECLARE_TR_FUNCTIONS(accounts::BoundSecret)
};

/// Begins what is kept; the address follows, up to a line break, then the secret. No secret of
/// Atlas's begins so.
constexpr QByteArrayView boundMark = "bucketscope:1 ";

tl::expected<Secret, SecretError> forServer(const Profile &profile, const KeptSecret &kept)
{
    using Kind = SecretError::Kind;
    if (!kept.baseUrl) {
        return tl::unexpected(SecretError{
            Kind::ServerUnknown,
            BoundSecretText::tr("The saved secret of “%1” does not say which server it is for. "
                                "Nothing was sent. Confirm that it is for %2, or enter it again.")
                .arg(profile.name, profile.baseUrl.toString())});
    }
    if (*kept.baseUrl != profile.baseUrl) {
        return tl::unexpected(SecretError{
            Kind::OtherServer,
            BoundSecretText::tr("The saved secret of “%1” was entered for %2, but the profile now "
                                "points to %3. Nothing was sent. Enter the secret for %3, or "
                                "correct the base URL.")
                .arg(profile.name, kept.baseUrl->toString(), profile.baseUrl.toString())});
    }
    return kept.secret;
}

void keepFor(const Profile &profile, const Secret &secret, SecretStore &store, QObject *context,
             SecretStore::ReadHandler handler)
{
    store.write(profile.id, boundTo(profile.baseUrl, secret), context,
                [secret, handler = std::move(handler)](const auto &done) {
                    handler(done.map([&secret] { return secret; }));
                });
}

} // namespace

Secret boundTo(const BaseUrl &baseUrl, const Secret &secret)
{
    const QByteArray address = baseUrl.url().toEncoded();
    QByteArray joined;
    joined.reserve(boundMark.size() + address.size() + 1 + secret.bytes().size());
    joined.append(boundMark).append(address).append('\n').append(secret.bytes());
    Secret bound = Secret::fromUtf8(joined);
    wipe(joined);
    return bound;
}

tl::expected<KeptSecret, SecretError> takenApart(const Secret &kept)
{
    const QByteArrayView bytes = kept.bytes();
    if (!bytes.startsWith(boundMark))
        return KeptSecret{kept, std::nullopt};
    const qsizetype lineBreak = bytes.indexOf('\n');
    const qsizetype begin = boundMark.size();
    const auto address = lineBreak < 0
        ? tl::unexpected(QString())
        : BaseUrl::parse(QString::fromUtf8(bytes.sliced(begin, lineBreak - begin)));
    if (!address)
        return tl::unexpected(
            SecretError{SecretError::Kind::Other,
                        BoundSecretText::tr("The secret saved for this profile is damaged. "
                                            "Enter it again in Settings.")});
    return KeptSecret{Secret::fromUtf8(bytes.sliced(lineBreak + 1)), *address};
}

void readSecretFor(const Profile &profile, SecretStore &store, QObject *context,
                   SecretStore::ReadHandler handler)
{
    store.read(profile.id, context, [profile, handler = std::move(handler)](const auto &kept) {
        handler(kept.and_then(takenApart).and_then([&profile](const KeptSecret &apart) {
            return forServer(profile, apart);
        }));
    });
}

void confirmServerOf(const Profile &profile, SecretStore &store, QObject *context,
                     SecretStore::ReadHandler handler)
{
    store.read(profile.id, context,
               [profile, &store, context, handler = std::move(handler)](const auto &kept) {
                   const auto apart = kept.and_then(takenApart);
                   if (apart && !apart->baseUrl)
                       keepFor(profile, apart->secret, store, context, handler);
                   else
                       handler(apart.and_then([&profile](const KeptSecret &bound) {
                           return forServer(profile, bound);
                       }));
               });
}

} // namespace accounts
