// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/look/pill.h"
#include "ui/tables/celldelegate.h"

namespace ui {

/// Paints the buckets that are registered more than once: providers as pills, IDs in monospace,
/// muted dashes; registrations that are not used stand out.
class DuplicateDelegate : public CellDelegate
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
    mutable Pills m_pills;
};

} // namespace ui
