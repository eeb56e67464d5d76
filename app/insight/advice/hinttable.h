// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "atlas/errors/apierror.h"

#include <span>

namespace insight {

/// The HTTP statuses that a row speaks of, from the first to the last.
struct HintStatuses
{
    int first;
    int last;

    constexpr HintStatuses(int only) : first(only), last(only) { } // NOLINT(*-explicit-*)
    constexpr HintStatuses(int from, int to) : first(from), last(to) { }
};

/// What stands for %1, or %Ln, in a hint's text. Where the error does not hold it, the row does not
/// fit.
enum class HintValue : quint8 {
    Nothing,
    /// The role that the call takes.
    Role,
    /// The same, where it is a role in an organization.
    OrganizationRole,
    /// The first parameter of the error: with access lists, an IP address.
    Parameter,
    /// The host that was asked.
    Host,
    /// For how many seconds the server wants to be left alone.
    Seconds,
    /// How often the call was tried again.
    Retries,
    /// Nothing, either; but the version that was asked for has to be the call's own.
    OwnVersion,
};

/// What an operator can do about an error from where they are.
enum class HintStep : quint8 {
    TryAgain,
    /// In Settings, then try again.
    Settings,
    /// Take the address to Atlas, then try again.
    Address,
    /// Look at the list of projects, or try again.
    Projects,
    /// Look at the list of projects; to try again is of no use.
    OtherProject,
};

/// One answer of a server, and what an operator should do about it.
struct HintRow
{
    /// SignIn: the OAuth token call alone. Api: that, too, where no row before fits.
    atlas::ApiError::Kind kind{};
    HintStatuses statuses = 0;
    /// Atlas's code; `X*` and `*X` stand for its beginning and its end, `*` for any code, an empty
    /// text for none: then the answer is not Atlas's.
    const char *code = nullptr;
    /// Unknown: whatever it was signed with.
    atlas::SignedBy signedBy{};
    HintValue value{};
    /// In English; to be translated in the context of hintFor().
    const char *text = nullptr;
    HintStep step = HintStep::TryAgain;
};

/// All that is known of answers, but for a missing role. The first row that fits counts.
std::span<const HintRow> hintTable();

/// What is known of answers by atlas::meansMissingRole(): for them, these rows alone count.
std::span<const HintRow> roleHintTable();

/// The row for `error`; nullptr if none fits. Of errors with kind Api or SignIn only.
const HintRow *hintRowFor(const atlas::ApiError &error);

/// The host that the failed request went to, as it was connected to; empty if there was none.
QString hostAskedBy(const atlas::ApiError &error);

} // namespace insight
