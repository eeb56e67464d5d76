// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "accounts/settings/knownlanguages.h"

#include <QString>

#include <tl/expected.hpp>

namespace packaging {

/// The page of the help in the language that is spoken now: the prose of `folder`, with what the
/// code knows in its place. The error says what of it cannot be.
tl::expected<QString, QString> helpPage(const QString &folder,
                                        const accounts::KnownLanguage &language,
                                        const QString &version);

} // namespace packaging
