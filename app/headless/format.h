// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "startup/verb.h"

namespace headless {

using startup::Verb;

/// How the result is written.
enum class Format : quint8 { Csv, Json, JsonLines, Markdown, Text, OpenMetrics };

} // namespace headless
