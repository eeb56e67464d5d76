// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "browse/bucketsortfiltermodel.h"

class Session;

namespace ui {

class ExportDialog;

/// Asks where `rows`, as they are on screen, are to be written. The dialog closes before `parent`
/// goes; `rows` must outlive it.
ExportDialog *openExport(Session &session, browse::BucketSortFilterModel &rows, QWidget *parent);

} // namespace ui
