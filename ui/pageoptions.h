// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "accounts/preferences.h"
#include "browse/bucketpager.h"
#include "ui/commandline.h"

namespace ui {

/// How pages are asked for: as the settings say, but for what the command line says for this run.
browse::BucketPager::Options pageOptionsOf(const accounts::PreferenceValues &values,
                                           const CommandLine &commandLine);

} // namespace ui
