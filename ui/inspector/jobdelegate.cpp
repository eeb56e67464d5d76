// SPDX-License-Identifier: Apache-2.0
#include "ui/inspector/jobdelegate.h"

#include "buckets/usage/jobtext.h"
#include "models/exportjobmodel.h"
#include "models/roles.h"
#include "ui/look/theme.h"

namespace ui {

namespace {

QColor stateColor(const QPalette &palette, buckets::JobTone tone)
{
    switch (tone) {
    case buckets::JobTone::Good:
        return theme::success(palette);
    case buckets::JobTone::Bad:
        return theme::failure(palette);
    case buckets::JobTone::Pending:
        return theme::warningBand(palette).text;
    }
    Q_UNREACHABLE();
}

} // namespace

CellDelegate::Look JobDelegate::lookOf(const QStyleOptionViewItem &option,
                                       const QModelIndex &index) const
{
    using Column = models::ExportJobModel::Column;
    Look look = CellDelegate::lookOf(option, index);
    const auto column = static_cast<Column>(index.column());
    if (column == Column::State) {
        const int tone = index.data(models::ToneRole).toInt();
        look.color = stateColor(option.palette, static_cast<buckets::JobTone>(tone));
    } else if (column == Column::Cluster) {
        look.elide = Qt::ElideMiddle;
    } else if (column == Column::Prefix || column == Column::JobId
               || column == Column::SnapshotId) {
        look.font = monospace(option.font);
        look.color = theme::mutedText(option.palette);
        look.elide = Qt::ElideMiddle;
    }
    return look;
}

} // namespace ui
