// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/tables/celldelegate.h"

namespace ui {

/// Paints the cells of the status panel: HTTP statuses of 400 and more in red.
class StatusDelegate : public CellDelegate
{
    Q_OBJECT

public:
    /// `statusColumn` holds the statuses.
    explicit StatusDelegate(int statusColumn, QObject *parent = nullptr);

protected:
    Look lookOf(const QStyleOptionViewItem &option, const QModelIndex &index) const override;

private:
    int m_statusColumn;
};

} // namespace ui
