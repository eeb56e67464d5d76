// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "headless/output.h"

#include <tl/expected.hpp>

#include <memory>

namespace headless {

/// An output to `path`, which is absolute, or empty for standard output. The error is a translated
/// sentence: no file can be written there.
tl::expected<std::unique_ptr<Output>, QString> makeOutput(const QString &path);

} // namespace headless
