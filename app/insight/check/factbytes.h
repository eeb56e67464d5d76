// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "insight/health/facts.h"

#include <QByteArray>

#include <optional>

namespace insight {

/// What a check has read of a project, to be kept beside its buckets, which stand elsewhere: of
/// these, only whether they are all, and of roles only what rules go by. Holds no secret. Any
/// thread.
QByteArray bytesOf(const ProjectFacts &facts);

/// The facts that bytesOf() has written, without buckets; nothing if it has not, or another version
/// of it has. Any thread.
std::optional<ProjectFacts> factsIn(const QByteArray &bytes);

} // namespace insight
