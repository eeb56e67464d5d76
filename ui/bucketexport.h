// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "browse/bucketsortfiltermodel.h"

#include <QWidget>

class Session;

namespace ui {

class ExportDialog;

/// Opens a dialog that asks where `rows`, which are of `session` and a member of `parent`, are to
/// be written. Returns nullptr if there are none, or one is open.
ExportDialog *openExportDialog(Session &session, browse::BucketSortFilterModel &rows,
                               QWidget *parent);

} // namespace ui
