// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/tables/celldelegate.h"

namespace ui {

/// Mutes exports that are left over, and marks those that never happen.
class UsedByDelegate : public CellDelegate
{
    Q_OBJECT

public:
    using CellDelegate::CellDelegate;

protected:
    Look lookOf(const QStyleOptionViewItem &option, const QModelIndex &index) const override;
};

} // namespace ui
