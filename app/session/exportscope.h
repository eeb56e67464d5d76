// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "share/report/exportscope.h"

class Session;

/// What the rows on screen are: of which projects, and what could not be read. Not what the filter
/// is, nor what is missing in words.
share::ExportScope exportScopeOf(Session &session);
