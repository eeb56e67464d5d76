// SPDX-License-Identifier: Apache-2.0
#include "net/proxy/proxysignin.h"

#include "accounts/secrets/secret.h"
#include "net/headers/challenges.h"
#include "net/headers/digestsigner.h"

#include <QUuid>

#include <algorithm>

namespace net {

namespace {

using Cause = atlas::ApiError::Cause;

bool offersBasic(const QByteArray &challenges)
{
    const auto offered = parseChallenges(challenges);
    return std::any_of(offered.begin(), offered.end(),
                       [](const Challenge &one) { return one.scheme == "basic"; });
}

QByteArray basicAnswer(const QByteArray &user, const QByteArray &password)
{
    QByteArray pair = user + ':' + password;
    QByteArray base64 = pair.toBase64();
    QByteArray answer = "Basic " + base64;
    for (QByteArray *copy : {&pair, &base64})
        accounts::wipe(*copy);
    return answer;
}

QByteArray digestAnswer(const DigestChallenge &challenge, const DigestUser &user,
                        const QByteArray &target)
{
    DigestTarget signedTarget;
    signedTarget.method = "CONNECT";
    signedTarget.uri = target;
    signedTarget.clientNonce = QUuid::createUuid().toByteArray(QUuid::Id128);
    return digestAuthorization(challenge, user, signedTarget);
}

} // namespace

tl::expected<QByteArray, Cause> answerProxyChallenges(const QByteArray &challenges,
                                                      const QNetworkProxy &proxy,
                                                      const QByteArray &target)
{
    const auto digest = DigestChallenge::fromHeader(challenges);
    if (!digest && !offersBasic(challenges))
        return tl::unexpected(Cause::SignInUnknown);
    if (proxy.user().isEmpty())
        return tl::unexpected(Cause::PasswordWanted);
    const QByteArray user = proxy.user().toLatin1();
    QByteArray password = proxy.password().toLatin1();
    QByteArray answer =
        digest ? digestAnswer(*digest, {user, password}, target) : basicAnswer(user, password);
    accounts::wipe(password);
    return answer;
}

} // namespace net
