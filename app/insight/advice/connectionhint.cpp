// SPDX-License-Identifier: Apache-2.0
#include "insight/advice/connectionhint.h"

#include <QCoreApplication>

namespace insight {

namespace {

struct ConnectionHint
{
    Q_DECLARE_TR_FUNCTIONS(insight::ErrorHint)
};

} // namespace

QString connectionHint(atlas::ApiError::Cause cause)
{
    using Cause = atlas::ApiError::Cause;
    switch (cause) {
    case Cause::SignInUnknown:
        return ConnectionHint::tr(
            "The proxy (not Atlas) requires a sign-in such as NTLM or Negotiate (Kerberos). "
            "Bucketscope supports Basic and Digest only. Ask the proxy administrator to allow one "
            "of these, or connect through a local proxy that signs in for you.");
    case Cause::HandshakeFailed:
        return ConnectionHint::tr(
            "The server’s TLS may be too old: Bucketscope requires TLS 1.3, or TLS 1.2 with ECDHE "
            "and AEAD cipher suites. Check the profile’s base URL, or contact the server "
            "administrator.");
    case Cause::InterimAnswer:
        return ConnectionHint::tr(
            "A proxy or gateway in front of the server sends interim responses, which Bucketscope "
            "does not support. Retry. If the problem continues, contact your network "
            "administrator.");
    case Cause::NoHead:
        return ConnectionHint::tr(
            "The server did not respond, or its response header is too large (more than 100 "
            "lines). Retry. If the problem continues, check the profile’s base URL, or contact "
            "your network administrator.");
    case Cause::NoTarget:
        return ConnectionHint::tr(
            "Retry. If the problem continues, a proxy or gateway may have changed the response: "
            "contact your network administrator.");
    default:
        return {};
    }
}

} // namespace insight
