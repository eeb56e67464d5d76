// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "atlas/errors/apierror.h"

#include <QString>

namespace insight {

// An error in one line, in the language of the moment and as it is put on screen: each place takes
// the line that it has room for. What to do about the error, hintFor() says.

/// `403`; nothingToShow() if there was no answer.
QString errorStatus(const atlas::ApiError &error);

/// `USER_UNAUTHORIZED`; nothingToShow() if there is no code. As it came: see shownText().
QString errorCode(const atlas::ApiError &error);

/// `USER_UNAUTHORIZED`, or `403 Forbidden` where there is no code; empty if nothing is known.
QString shortErrorName(const atlas::ApiError &ofThen);

/// `403 USER_UNAUTHORIZED`, or what there is of it.
QString errorName(const atlas::ApiError &ofThen);

/// `403 · USER_UNAUTHORIZED · Forbidden`, or what there is of it.
QString wholeErrorName(const atlas::ApiError &ofThen);

/// What Atlas says in its own words; empty if it says nothing.
QString errorDetail(const atlas::ApiError &error);

/// The same beside words of ours: `Atlas: …` where the words are Atlas's, English in any language.
QString quotedDetail(const atlas::ApiError &error);

/// The detail, or the reason where there is none. As it came: see shownText().
QString fullErrorReason(const atlas::ApiError &ofThen);

/// The same, short.
QString errorReason(const atlas::ApiError &error);

/// The same beside words of ours, as quotedDetail().
QString quotedReason(const atlas::ApiError &error);

} // namespace insight
