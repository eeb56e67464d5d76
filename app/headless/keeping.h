// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "headless/account.h"
#include "insight/health/facts.h"
#include "insight/history/keptreading.h"

namespace headless {

/// What the account's check has read, which is `facts`, to be kept: once it has come to its end, or
/// as far as it has come.
insight::KeptReading keptReadingOf(const Account &account, const insight::Facts &facts);

} // namespace headless
