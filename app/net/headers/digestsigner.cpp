// SPDX-License-Identifier: Apache-2.0
#include "net/headers/digestsigner.h"

#include "accounts/secrets/secret.h"
#include "net/headers/challenges.h"

#include <algorithm>

namespace net {

namespace {

/// Far beyond any real one. What is echoed back into a header must not be without bounds.
constexpr qsizetype LongestEchoedValue = 4096;

bool canBeEchoed(const QByteArray &value)
{
    return value.size() <= LongestEchoedValue
        && std::none_of(value.begin(), value.end(),
                        [](char c) { return static_cast<uchar>(c) < 0x20 || c == 0x7f; });
}

std::optional<QCryptographicHash::Algorithm> hashNamed(const QByteArray &algorithm)
{
    if (algorithm.isNull() || algorithm.compare("MD5", Qt::CaseInsensitive) == 0)
        return QCryptographicHash::Md5;
    if (algorithm.compare("SHA-256", Qt::CaseInsensitive) == 0)
        return QCryptographicHash::Sha256;
    return std::nullopt;
}

bool offersAuth(const Challenge &challenge)
{
    // Atlas has been seen to misspell `qop` as `op`.
    const QByteArray qop = challenge.value("qop");
    const QList<QByteArray> offered = (qop.isNull() ? challenge.value("op") : qop).split(',');
    return std::any_of(offered.begin(), offered.end(), [](const QByteArray &one) {
        return one.trimmed().compare("auth", Qt::CaseInsensitive) == 0;
    });
}

std::optional<DigestChallenge> answerable(const Challenge &challenge)
{
    DigestChallenge digest;
    digest.realm = challenge.value("realm");
    digest.nonce = challenge.value("nonce");
    digest.opaque = challenge.value("opaque");
    digest.algorithm = challenge.value("algorithm");
    const auto hash = hashNamed(digest.algorithm);
    const bool usable = challenge.scheme == "digest" && hash && offersAuth(challenge)
        && !digest.nonce.isEmpty() && canBeEchoed(digest.nonce) && canBeEchoed(digest.realm)
        && canBeEchoed(digest.opaque);
    if (!usable)
        return std::nullopt;
    digest.hash = *hash;
    digest.isStale = challenge.value("stale").compare("true", Qt::CaseInsensitive) == 0;
    return digest;
}

QByteArray quoted(QByteArrayView value)
{
    QByteArray escaped = value.toByteArray();
    escaped.replace('\\', "\\\\").replace('"', "\\\"");
    return '"' + escaped + '"';
}

} // namespace

std::optional<DigestChallenge> DigestChallenge::fromHeader(QByteArrayView header)
{
    for (const Challenge &challenge : parseChallenges(header)) {
        if (auto digest = answerable(challenge))
            return digest;
    }
    return std::nullopt;
}

QByteArray digestAuthorization(const DigestChallenge &challenge, const DigestUser &user,
                               const DigestTarget &target)
{
    const auto hash = [&challenge](std::initializer_list<QByteArrayView> parts) {
        QCryptographicHash hasher(challenge.hash);
        QByteArrayView separator;
        for (const QByteArrayView part : parts) {
            hasher.addData(separator);
            hasher.addData(part);
            separator = ":";
        }
        QByteArray result = hasher.result().toHex();
        // The password may still stand in the hasher's block of 64 bytes.
        hasher.reset();
        hasher.addData(QByteArray(64, '\0'));
        return result;
    };
    const QByteArray nonceCount = QByteArray::number(target.nonceCount, 16).rightJustified(8, '0');
    QByteArray who = hash({user.name, challenge.realm, user.password});
    const QByteArray what = hash({target.method, target.uri});
    const QByteArray response =
        hash({who, challenge.nonce, nonceCount, target.clientNonce, "auth", what});
    // It serves in place of the password.
    accounts::wipe(who);

    QByteArray header = "Digest username=" + quoted(user.name)
        + ", realm=" + quoted(challenge.realm) + ", nonce=" + quoted(challenge.nonce)
        + ", uri=" + quoted(target.uri) + ", qop=auth, nc=" + nonceCount
        + ", cnonce=" + quoted(target.clientNonce) + ", response=\"" + response + '"';
    if (!challenge.algorithm.isNull())
        header += ", algorithm=" + challenge.algorithm;
    if (!challenge.opaque.isNull())
        header += ", opaque=" + quoted(challenge.opaque);
    return header;
}

} // namespace net
