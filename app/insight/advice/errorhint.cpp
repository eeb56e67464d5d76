// SPDX-License-Identifier: Apache-2.0
#include "insight/advice/errorhint.h"

#include "base/texts/showntext.h"
#include "insight/advice/connectionhint.h"
#include "insight/advice/hinttable.h"

#include <QCoreApplication>

namespace insight {

namespace {

struct Hint
{
    Q_DECLARE_TR_FUNCTIONS(insight::ErrorHint)
};

/// An address of the network, most often.
constexpr qsizetype LongestParameter = 100;

QString certificateHint(atlas::ApiError::Cause cause)
{
    using Cause = atlas::ApiError::Cause;
    switch (cause) {
    case Cause::HostMismatch:
        return Hint::tr("In Settings, set the profile’s base URL to a host that the "
                        "certificate covers, or ask the server administrator for a certificate "
                        "for this host.");
    case Cause::Expired:
        return Hint::tr("Check this computer’s clock. If it is correct, ask the server "
                        "administrator to renew the certificate.");
    case Cause::NotYetValid:
        return Hint::tr("Check this computer’s clock. If it is correct, tell the server "
                        "administrator that the certificate is not valid yet.");
    case Cause::SelfSigned:
        return Hint::tr("If you trust this certificate, add its file to CA certificates in the "
                        "profile, or pass it with --ca-certificates.");
    case Cause::UnknownAuthority:
        return Hint::tr("If a company proxy inspects TLS, or the server uses a private CA, add "
                        "the CA file to CA certificates in the profile, or pass it with "
                        "--ca-certificates.");
    case Cause::Revoked:
        return Hint::tr("Do not use this server until its administrator replaces the "
                        "certificate.");
    default:
        return Hint::tr("Ask the server administrator for a certificate that this computer "
                        "trusts.");
    }
}

QString proxyHint(atlas::ApiError::Cause cause)
{
    using Cause = atlas::ApiError::Cause;
    switch (cause) {
    case Cause::PasswordWanted:
        return Hint::tr("The proxy (not Atlas) requires a password. Add the user name and "
                        "password to the proxy address, for example "
                        "https_proxy=http://user:password@proxy:3128, then restart Bucketscope.");
    case Cause::PasswordRefused:
        return Hint::tr("The proxy (not Atlas) rejected the password. Correct the user name "
                        "and password in the proxy address (for example, in https_proxy), then "
                        "restart Bucketscope.");
    case Cause::NotFound:
    case Cause::Refused:
        return Hint::tr("Check the proxy address in the system’s network settings or in "
                        "https_proxy, and make sure that the proxy is running. If you change "
                        "https_proxy, restart Bucketscope.");
    case Cause::Forbidden:
        return Hint::tr("Ask the proxy administrator to allow connections to this host, or add "
                        "the host to no_proxy if no proxy is needed.");
    case Cause::Unreachable:
        return Hint::tr("Check the profile’s base URL and the proxy’s user name and password. "
                        "If they are correct, contact the proxy administrator.");
    default:
        return Hint::tr("Retry. If the problem continues, contact the proxy administrator.");
    }
}

/// Waits of a server are bounded where they are read: a day at most.
int asCount(std::chrono::seconds wait)
{
    return static_cast<int>(wait.count());
}

QString answerHint(const atlas::ApiError &error)
{
    const HintRow *row = hintRowFor(error);
    if (!row)
        return {};
    switch (row->value) {
    case HintValue::Nothing:
    case HintValue::OwnVersion:
        return Hint::tr(row->text);
    case HintValue::Role:
    case HintValue::OrganizationRole:
        return Hint::tr(row->text).arg(nameOf(error.role));
    case HintValue::Parameter:
        return Hint::tr(row->text).arg(
            base::shownText(error.parameters.constFirst(), LongestParameter));
    case HintValue::Host:
        return Hint::tr(row->text).arg(hostAskedBy(error));
    case HintValue::Seconds:
        return Hint::tr(row->text, nullptr, asCount(*error.retryAfter));
    case HintValue::Retries:
        return Hint::tr(row->text, nullptr, error.retries);
    }
    Q_UNREACHABLE();
}

/// With a status, it was a server's 401 that asks for no sign-in that we know.
QString refusedHint(const atlas::ApiError &error)
{
    return error.status > 0 ? Hint::tr("Check that the base URL of the profile points to Atlas.")
                            : Hint::tr("Check the profile in Settings.");
}

} // namespace

QString hintFor(const atlas::ApiError &error)
{
    if (QString hint = connectionHint(error.cause); !hint.isEmpty())
        return hint;
    switch (error.kind) {
    case atlas::ApiError::Kind::Api:
    case atlas::ApiError::Kind::SignIn:
        return answerHint(error);
    case atlas::ApiError::Kind::Transport:
        return Hint::tr(
            "Check the network, the proxy and the base URL of the profile, then retry.");
    case atlas::ApiError::Kind::Untrusted:
        return certificateHint(error.cause);
    case atlas::ApiError::Kind::Proxy:
        return proxyHint(error.cause);
    case atlas::ApiError::Kind::TimedOut:
        return Hint::tr("Retry, or increase the timeout in Settings.");
    case atlas::ApiError::Kind::Redirected:
        return Hint::tr("Check that the profile’s base URL is https://cloud.mongodb.com or "
                        "https://cloud.mongodbgov.com. If it is, a proxy redirects your "
                        "requests: contact your network administrator.");
    case atlas::ApiError::Kind::Malformed:
        return Hint::tr("Retry. If the problem continues, check that the base URL points to "
                        "Atlas and that no proxy changes its responses.");
    case atlas::ApiError::Kind::Refused:
        return refusedHint(error);
    }
    Q_UNREACHABLE();
}

} // namespace insight
