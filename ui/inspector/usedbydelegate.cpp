// SPDX-License-Identifier: Apache-2.0
#include "ui/inspector/usedbydelegate.h"

#include "models/roles.h"
#include "models/usedbymodel.h"
#include "ui/look/theme.h"

namespace ui {

CellDelegate::Look UsedByDelegate::lookOf(const QStyleOptionViewItem &option,
                                          const QModelIndex &index) const
{
    using Column = models::UsedByModel::Column;
    Look look = CellDelegate::lookOf(option, index);
    if (index.column() == static_cast<int>(Column::Cluster))
        look.elide = Qt::ElideMiddle;
    if (index.data(models::LeftoverRole).toBool())
        look.color = theme::mutedText(option.palette);
    else if (index.column() == static_cast<int>(Column::AutoExport)
             && index.data(models::IdleRole).toBool())
        look.color = theme::warningBand(option.palette).text;
    return look;
}

} // namespace ui
