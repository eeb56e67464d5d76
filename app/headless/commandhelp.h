// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "startup/verb.h"

#include <QString>

namespace headless {

/// The text of `--help` of a verb, in lines of a terminal.
QString helpOf(startup::Verb verb);

/// What the program says of itself where no verb is given.
QString helpOfAll();

} // namespace headless
