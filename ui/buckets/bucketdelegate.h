// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/look/pill.h"
#include "ui/tables/celldelegate.h"

namespace ui {

/// Paints the cells of the export buckets: providers as pills, IDs in monospace, muted dashes.
class BucketDelegate : public CellDelegate
{
    Q_OBJECT

public:
    using CellDelegate::CellDelegate;

    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;

protected:
    Look lookOf(const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    void paintContent(QPainter &painter, const QStyleOptionViewItem &option,
                      const QModelIndex &index) const override;

private:
    void paintExports(QPainter &painter, const QStyleOptionViewItem &option,
                      const QModelIndex &index) const;
    void paintProvider(QPainter &painter, const QStyleOptionViewItem &option,
                       const QModelIndex &index) const;

    mutable Pills m_pills;
};

} // namespace ui
