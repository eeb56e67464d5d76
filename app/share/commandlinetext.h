// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "atlas/objectid.h"

#include <QString>

namespace share {

/// The command that starts this program with a bucket on screen.
QString commandLineText(atlas::ProjectId project, atlas::BucketId bucket);

} // namespace share
