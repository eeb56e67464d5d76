// SPDX-License-Identifier: Apache-2.0
#include "ui/buckets/duplicatedelegate.h"

#include "models/duplicatesmodel.h"
#include "models/roles.h"
#include "ui/look/pill.h"
#include "ui/look/theme.h"

#include <QPainter>

namespace ui {

namespace {

using models::DuplicatesModel;

DuplicatesModel::Column duplicateColumn(const QModelIndex &index)
{
    return static_cast<DuplicatesModel::Column>(index.column());
}

} // namespace

QSize DuplicateDelegate::sizeHint(const QStyleOptionViewItem &option,
                                  const QModelIndex &index) const
{
    const QSize size = CellDelegate::sizeHint(option, index);
    return duplicateColumn(index) == DuplicatesModel::Column::Provider
        ? size + QSize(2 * PillPadding, 0)
        : size;
}

CellDelegate::Look DuplicateDelegate::lookOf(const QStyleOptionViewItem &option,
                                             const QModelIndex &index) const
{
    Look look = CellDelegate::lookOf(option, index);
    if (index.data(models::AbsentRole).toBool()) {
        look.color = theme::mutedText(option.palette);
        return look;
    }
    switch (duplicateColumn(index)) {
    case DuplicatesModel::Column::Name: // What tells names apart is often at their end.
        look.elide = Qt::ElideMiddle;
        break;
    case DuplicatesModel::Column::RoleId:
        look.font = monospace(option.font);
        look.color = theme::mutedText(option.palette);
        look.elide = Qt::ElideMiddle;
        break;
    case DuplicatesModel::Column::Ids:
        look.font = monospace(option.font);
        look.color = theme::mutedText(option.palette);
        break;
    case DuplicatesModel::Column::Unused:
        if (index.data(models::HasUnusedRole).toBool())
            look.color = theme::warningBand(option.palette).text;
        break;
    case DuplicatesModel::Column::Provider:
    case DuplicatesModel::Column::Registrations:
    case DuplicatesModel::Column::Projects:
    case DuplicatesModel::Column::Kind:
        break;
    }
    return look;
}

void DuplicateDelegate::paintContent(QPainter &painter, const QStyleOptionViewItem &option,
                                     const QModelIndex &index) const
{
    if (duplicateColumn(index) != DuplicatesModel::Column::Provider) {
        CellDelegate::paintContent(painter, option, index);
        return;
    }
    const auto provider =
        static_cast<atlas::CloudProvider::Kind>(index.data(models::ProviderKindRole).toInt());
    painter.setFont(option.font);
    m_pills.paint(painter, contentRect(option.rect), index.data().toString(),
                  theme::pill(option.palette, provider));
}

} // namespace ui
