// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/tables/celldelegate.h"

namespace ui {

/// Paints export jobs, with their state in the colour of what it means.
class JobDelegate : public CellDelegate
{
    Q_OBJECT

public:
    using CellDelegate::CellDelegate;

protected:
    Look lookOf(const QStyleOptionViewItem &option, const QModelIndex &index) const override;
};

} // namespace ui
