// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/celldelegate.h"

namespace ui {

/// Marks exports that are left over.
class UsedByDelegate : public CellDelegate
{
    Q_OBJECT

public:
    using CellDelegate::CellDelegate;

protected:
    Look lookOf(const QStyleOptionViewItem &option, const QModelIndex &index) const override;
};

} // namespace ui
