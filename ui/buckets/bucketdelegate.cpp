// SPDX-License-Identifier: Apache-2.0
#include "ui/buckets/bucketdelegate.h"

#include "models/buckettablemodel.h"
#include "models/roles.h"
#include "ui/look/jobstrip.h"
#include "ui/look/pill.h"
#include "ui/look/theme.h"

#include <QPainter>

namespace ui {

namespace {

using models::BucketTableModel;
using Column = BucketTableModel::Column;

constexpr int StripDistance = 12;

Column columnOf(const QModelIndex &index)
{
    return static_cast<Column>(index.column());
}

bool isMuted(const QModelIndex &index)
{
    return index.data(models::CellKindRole).toInt()
        != static_cast<int>(BucketTableModel::CellKind::Value);
}

} // namespace

QSize BucketDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const QSize size = CellDelegate::sizeHint(option, index);
    if (columnOf(index) == Column::LastExport) {
        const auto jobs = index.data(models::JobStripRole).value<QList<int>>().size();
        return size + QSize(jobs > 0 ? StripDistance + jobStripWidth(jobs) : 0, 0);
    }
    return columnOf(index) == Column::Provider ? size + QSize(2 * PillPadding, 0) : size;
}

CellDelegate::Look BucketDelegate::lookOf(const QStyleOptionViewItem &option,
                                          const QModelIndex &index) const
{
    Look look = CellDelegate::lookOf(option, index);
    const bool muted = isMuted(index);
    if (muted || index.data(models::StaleRole).toBool())
        look.color = theme::mutedText(option.palette);
    if (muted)
        return look;
    switch (atlas::infoOf(columnOf(index)).shape) {
    case atlas::FieldShape::Id:
        look.font = monospace(option.font);
        look.color = theme::mutedText(option.palette);
        look.elide = Qt::ElideMiddle;
        break;
    case atlas::FieldShape::Name: // What tells names apart is often at their end.
    case atlas::FieldShape::Url:
        look.elide = Qt::ElideMiddle;
        break;
    case atlas::FieldShape::Word:
    case atlas::FieldShape::Flag:
    case atlas::FieldShape::Time:
    case atlas::FieldShape::Count:
        break;
    case atlas::FieldShape::Strip:
        if (index.data(models::TroubleRole).toBool())
            look.color = theme::failure(option.palette);
        break;
    }
    return look;
}

void BucketDelegate::paintContent(QPainter &painter, const QStyleOptionViewItem &option,
                                  const QModelIndex &index) const
{
    if (columnOf(index) == Column::Provider)
        paintProvider(painter, option, index);
    else if (columnOf(index) == Column::LastExport && !isMuted(index))
        paintExports(painter, option, index);
    else
        CellDelegate::paintContent(painter, option, index);
}

/// Whether exports work, in words, and the strip of the latest jobs behind them.
void BucketDelegate::paintExports(QPainter &painter, const QStyleOptionViewItem &option,
                                  const QModelIndex &index) const
{
    CellDelegate::paintContent(painter, option, index);
    const QRect area = contentRect(option.rect);
    const int textWidth = QFontMetrics(option.font).horizontalAdvance(index.data().toString());
    QList<buckets::JobTone> tones;
    for (const int tone : index.data(models::JobStripRole).value<QList<int>>())
        tones.append(static_cast<buckets::JobTone>(tone));
    paintJobStrip(painter, area.adjusted(textWidth + StripDistance, 0, 0, 0), tones,
                  option.palette);
}

void BucketDelegate::paintProvider(QPainter &painter, const QStyleOptionViewItem &option,
                                   const QModelIndex &index) const
{
    const auto provider =
        static_cast<atlas::CloudProvider::Kind>(index.data(models::ProviderKindRole).toInt());
    painter.setFont(option.font);
    m_pills.paint(painter, contentRect(option.rect), index.data().toString(),
                  theme::pill(option.palette, provider));
}

} // namespace ui
