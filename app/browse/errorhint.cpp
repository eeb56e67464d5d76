// SPDX-License-Identifier: Apache-2.0
#include "browse/errorhint.h"

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
        .arg(error.parameters.constFirst());
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
        return Hint::tr("The proxy asks for a password, not Atlas: sign in to the proxy.");
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
    switch (error.kind) {
    case atlas::ApiError::Kind::Api:
        return answerHint(error);
    case atlas::ApiError::Kind::SignIn:
        return signInHint(error);
    case atlas::ApiError::Kind::Transport:
        return Hint::tr(
            "Check the network, the proxy and the base URL of the profile, then retry.");
    case atlas::ApiError::Kind::TimedOut:
        return Hint::tr("Retry, or allow more time in Settings.");
    case atlas::ApiError::Kind::Redirected:
        return Hint::tr("Enter the host's own address as base URL of the profile.");
    case atlas::ApiError::Kind::Malformed:
        return Hint::tr("Retry. If it stays, check that the base URL is Atlas and that no proxy "
                        "changes its answers.");
    case atlas::ApiError::Kind::Refused:
        return Hint::tr("Check the profile in Settings.");
    }
    Q_UNREACHABLE();
}

} // namespace browse
