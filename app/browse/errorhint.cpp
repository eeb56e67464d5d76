// SPDX-License-Identifier: Apache-2.0
#include "browse/errorhint.h"

#include "browse/connectionhint.h"
#include "browse/showntext.h"

#include <QCoreApplication>
#include <QLocale>

#include <algorithm>
#include <array>

using namespace Qt::Literals::StringLiterals;

namespace browse {

namespace {

struct Hint
{
    Q_DECLARE_TR_FUNCTIONS(browse::ErrorHint)
};

using Code = QLatin1StringView;

/// An address of the network, most often.
constexpr qsizetype LongestParameter = 100;

bool isOneOf(const QString &code, std::initializer_list<Code> codes)
{
    return std::any_of(codes.begin(), codes.end(), [&code](Code one) { return code == one; });
}

QString accessListHint(const atlas::ApiError &error)
{
    if (error.parameters.isEmpty()) {
        return Hint::tr("Add this computer's IP address to the API access list of the key, not to "
                        "the project's database access list.");
    }
    return Hint::tr("Add %1 to the API access list of the key, not to the project's database "
                    "access list.")
        .arg(shownText(error.parameters.constFirst(), LongestParameter));
}

QString signInHint(const atlas::ApiError &error)
{
    if (error.errorCode == "invalid_client"_L1)
        return Hint::tr("The service account's client ID or secret is wrong or has expired: create "
                        "a new secret in Atlas and enter it in Settings.");
    if (error.errorCode == "access_denied"_L1)
        return Hint::tr("The service account has 100 live tokens already: wait until one expires, "
                        "or revoke some.");
    return Hint::tr("Check the profile in Settings.");
}

QString unauthorizedHint(const atlas::ApiError &error)
{
    const QString &code = error.errorCode;
    if (code == "USER_UNAUTHORIZED"_L1)
        return Hint::tr("The credential is valid, but its role is too low: grant it Project Read "
                        "Only in this project.");
    if (isOneOf(code,
                {"NOT_IN_GROUP"_L1, "USER_CANNOT_ACCESS_ORG"_L1, "USER_CANNOT_ACCESS_GROUP"_L1}))
        return Hint::tr("The credential does not belong to this project or its organization: "
                        "switch to another profile.");
    return Hint::tr("The key or its secret is wrong, or belongs to another host (Atlas, Atlas for "
                    "Government): check the profile in Settings.");
}

QString forbiddenHint(const atlas::ApiError &error)
{
    const QString &code = error.errorCode;
    if (code.startsWith("IP_ADDRESS_NOT_ON_"_L1))
        return accessListHint(error);
    if (code.startsWith("ORG_REQUIRES_"_L1) || code.startsWith("RESOURCE_REQUIRES_"_L1))
        return Hint::tr("The organization wants an API access list on every credential: add one to "
                        "this key in Atlas.");
    return Hint::tr("The credential may not do this: ask the project owner for Project Read Only.");
}

QString notFoundHint(const atlas::ApiError &error)
{
    const QString &code = error.errorCode;
    if (isOneOf(code, {"GROUP_NOT_FOUND"_L1, "INVALID_GROUP_ID"_L1}))
        return Hint::tr("The project was deleted, or its ID is wrong: refresh the projects.");
    if (code == "EXPORT_BUCKET_NOT_FOUND"_L1)
        return Hint::tr("The bucket was removed since the list was read: refresh the list.");
    if (isOneOf(code, {"CLUSTER_NOT_FOUND"_L1, "BACKUP_CONFIG_NOT_FOUND"_L1}))
        return Hint::tr("This cluster has no export schedule. Nothing needs to be done.");
    return Hint::tr("Atlas does not know this address: check the base URL of the profile.");
}

QString badRequestHint(const atlas::ApiError &error)
{
    if (error.errorCode == "CANNOT_USE_FLEX_CLUSTER_IN_CLUSTER_API"_L1)
        return Hint::tr("Flex clusters have no export schedule. Nothing needs to be done.");
    return Hint::tr("Check the request options in Settings.");
}

QString rateLimitHint(const atlas::ApiError &error)
{
    if (!error.retryAfter)
        return Hint::tr("Too many requests: wait a minute, then retry.");
    return Hint::tr("Too many requests: wait %n second(s), then retry.", nullptr,
                    static_cast<int>(error.retryAfter->count()));
}

QString serverErrorHint(const atlas::ApiError &error)
{
    if (error.retries == 0)
        return Hint::tr("Atlas has a problem: try again later, and look at status.mongodb.com.");
    return Hint::tr("Atlas has a problem, and had it still after %n retries: try again later, and "
                    "look at status.mongodb.com.",
                    nullptr, error.retries);
}

QString certificateHint(atlas::ApiError::Cause cause)
{
    using Cause = atlas::ApiError::Cause;
    switch (cause) {
    case Cause::HostMismatch:
        return Hint::tr("Enter a host that the certificate is good for as base URL of the profile. "
                        "If that is not possible, ask whoever runs the server for a certificate "
                        "of this host.");
    case Cause::Expired:
        return Hint::tr("Check this computer's clock. If it is right, ask whoever runs the server "
                        "to renew the certificate.");
    case Cause::NotYetValid:
        return Hint::tr("Check this computer's clock. If it is right, tell whoever runs the server "
                        "that the certificate is used too early.");
    case Cause::SelfSigned:
        return Hint::tr("If you know that this certificate is right, add its file under CA "
                        "certificates in the profile, or give it with --ca-certificates.");
    case Cause::UnknownAuthority:
        return Hint::tr("If a proxy of your company inspects connections, or the server has a "
                        "certificate authority of its own, add the authority's CA file under CA "
                        "certificates in the profile, or give it with --ca-certificates.");
    case Cause::Revoked:
        return Hint::tr("Do not use this server until whoever runs it has replaced the "
                        "certificate.");
    default:
        return Hint::tr("Ask whoever runs the server for a certificate that this computer trusts.");
    }
}

QString proxyHint(atlas::ApiError::Cause cause)
{
    using Cause = atlas::ApiError::Cause;
    switch (cause) {
    case Cause::PasswordWanted:
        return Hint::tr("The proxy asks for a password, not Atlas: write the user name and "
                        "password into the proxy's address, such as "
                        "http://user:password@proxy:3128 in https_proxy, and start the program "
                        "again.");
    case Cause::PasswordRefused:
        return Hint::tr("The proxy refuses the password, not Atlas: correct the user name and "
                        "password in the proxy's address, in https_proxy for example, and start "
                        "the program again.");
    case Cause::NotFound:
    case Cause::Refused:
        return Hint::tr("Check the proxy's address in the system's network settings or in "
                        "https_proxy, and that the proxy runs. After a change of https_proxy, "
                        "start the program again.");
    case Cause::Forbidden:
        return Hint::tr("Ask whoever runs the proxy to allow connections to this host, or name the "
                        "host in no_proxy if it can be reached without a proxy.");
    case Cause::Unreachable:
        return Hint::tr("Check the base URL of the profile, and the user name and password of the "
                        "proxy if it has one. If they are right, ask whoever runs the proxy.");
    default:
        return Hint::tr("Retry. If it stays, ask whoever runs the proxy.");
    }
}

QString answerHint(const atlas::ApiError &error)
{
    switch (error.status) {
    case 400:
        return badRequestHint(error);
    case 401:
        return unauthorizedHint(error);
    case 402:
        return Hint::tr("The organization has an unpaid invoice: ask its billing owner.");
    case 403:
        return forbiddenHint(error);
    case 404:
        return notFoundHint(error);
    case 406:
    case 410:
        return Hint::tr("Atlas does not serve this API version: choose another in Settings.");
    case 407:
        return proxyHint(atlas::ApiError::Cause::PasswordWanted);
    case 429:
        return rateLimitHint(error);
    default:
        break;
    }
    if (error.status >= 500)
        return serverErrorHint(error);
    return {};
}

} // namespace

QString hintFor(const atlas::ApiError &error)
{
    if (const QString hint = connectionHint(error.cause); !hint.isEmpty())
        return hint;
    switch (error.kind) {
    case atlas::ApiError::Kind::Api:
        return answerHint(error);
    case atlas::ApiError::Kind::SignIn:
        return signInHint(error);
    case atlas::ApiError::Kind::Transport:
        return Hint::tr(
            "Check the network, the proxy and the base URL of the profile, then retry.");
    case atlas::ApiError::Kind::Untrusted:
        return certificateHint(error.cause);
    case atlas::ApiError::Kind::Proxy:
        return proxyHint(error.cause);
    case atlas::ApiError::Kind::TimedOut:
        return Hint::tr("Retry, or allow more time in Settings.");
    case atlas::ApiError::Kind::Redirected:
        return Hint::tr("Check that the profile’s base URL is https://cloud.mongodb.com or "
                        "https://cloud.mongodbgov.com. If it is, a proxy redirects your "
                        "requests: contact your network administrator.");
    case atlas::ApiError::Kind::Malformed:
        return Hint::tr("Retry. If it stays, check that the base URL is Atlas and that no proxy "
                        "changes its answers.");
    case atlas::ApiError::Kind::Refused:
        return Hint::tr("Check the profile in Settings.");
    }
    Q_UNREACHABLE();
}

} // namespace browse
