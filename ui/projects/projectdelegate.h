// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/tables/celldelegate.h"

namespace ui {

/// Paints a project: its name and number of buckets, below them its clusters or why it cannot be
/// read.
class ProjectDelegate : public CellDelegate
{
    Q_OBJECT

public:
    using CellDelegate::CellDelegate;

    void paint(QPainter *painter, const QStyleOptionViewItem &option,
               const QModelIndex &index) const override;
    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    bool helpEvent(QHelpEvent *event, QAbstractItemView *view, const QStyleOptionViewItem &option,
                   const QModelIndex &index) override;
};

} // namespace ui
