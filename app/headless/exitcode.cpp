// SPDX-License-Identifier: Apache-2.0
#include "headless/exitcode.h"

#include "atlas/errors/httpstatus.h"

#include <QCoreApplication>

namespace headless {

using startup::Verb;

namespace {

struct ExitCodeText
{
    Q_DECLARE_TR_FUNCTIONS(headless::ExitCode)
};

/// Whatever the reason: the credential, its address, its organization.
bool isRefusal(int status)
{
    return status == atlas::httpstatus::Unauthorized || status == atlas::httpstatus::Forbidden
        || status == atlas::httpstatus::PaymentRequired;
}

QString meaningOfDone(Verb verb)
{
    switch (verb) {
    case Verb::List:
        return ExitCodeText::tr("Done.");
    case Verb::Check:
        return ExitCodeText::tr("Done. No finding reaches the severity of --fail-on.");
    case Verb::Changes:
        return ExitCodeText::tr("Done. Nothing changed.");
    }
    Q_UNREACHABLE();
    return {};
}

QString meaningOfIncomplete(Verb verb)
{
    if (verb == Verb::Check) {
        return ExitCodeText::tr(
            "Something could not be loaded. Standard error lists it, unless --quiet is given. If a "
            "critical finding reaches the severity of --fail-on, the code is 1 instead.");
    }
    return ExitCodeText::tr(
        "Something could not be loaded. Standard error lists it, unless --quiet is given.");
}

QString meaningOf(ExitCode code, Verb verb)
{
    switch (code) {
    case ExitCode::Done:
        return meaningOfDone(verb);
    case ExitCode::Found:
        return verb == Verb::Changes
            ? ExitCodeText::tr("Done. Something changed.")
            : ExitCodeText::tr("Done. Some findings reach the severity of --fail-on.");
    case ExitCode::BadArguments:
        return ExitCodeText::tr(
            "The arguments, the environment or the output file cannot be used.");
    case ExitCode::Incomplete:
        return meaningOfIncomplete(verb);
    case ExitCode::SignInRefused:
        return ExitCodeText::tr("Signing in was refused, or no credential was given.");
    case ExitCode::Unreachable:
        return ExitCodeText::tr("Atlas could not be reached, or the time limit passed too early.");
    }
    Q_UNREACHABLE();
    return {};
}

} // namespace

QList<ExitCodeHelp> exitCodesOf(Verb verb)
{
    using enum ExitCode;
    QList<ExitCodeHelp> codes;
    for (const ExitCode code :
         {Done, Found, BadArguments, Incomplete, SignInRefused, Unreachable}) {
        if (code != Found || verb != Verb::List)
            codes.append({QString::number(static_cast<int>(code)), meaningOf(code, verb)});
    }
    codes.append({QStringLiteral("128+N"),
                  ExitCodeText::tr("Ended by signal N, after the token was revoked.")});
    return codes;
}

ExitCode exitCodeOf(const atlas::ApiError &error)
{
    using Kind = atlas::ApiError::Kind;
    switch (error.kind) {
    case Kind::SignIn:
    case Kind::Refused:
        return ExitCode::SignInRefused;
    case Kind::Api:
        return isRefusal(error.status) ? ExitCode::SignInRefused : ExitCode::Unreachable;
    case Kind::Transport:
    case Kind::Untrusted:
    case Kind::Proxy:
    case Kind::TimedOut:
    case Kind::Redirected:
    case Kind::Malformed:
        return ExitCode::Unreachable;
    }
    Q_UNREACHABLE();
    return ExitCode::Unreachable;
}

ExitCode exitCodeOf(bool isComplete, bool isFound, bool isWorst)
{
    if (!isComplete && !(isFound && isWorst))
        return ExitCode::Incomplete;
    return isFound ? ExitCode::Found : ExitCode::Done;
}

} // namespace headless
