// SPDX-License-Identifier: Apache-2.0
#include "ui/inspector/jobdelegate.h"

#include "browse/exportjobmodel.h"
#include "browse/jobtext.h"
#include "browse/roles.h"
#include "ui/theme.h"

namespace ui {

namespace {

QColor stateColor(const QPalette &palette, browse::JobTone tone)
{
    switch (tone) {
    case browse::JobTone::Good:
        return theme::success(palette);
    case browse::JobTone::Bad:
        return theme::failure(palette);
    case browse::JobTone::Pending:
        return theme::warningBand(palette).text;
    }
    Q_UNREACHABLE();
}

} // namespace

CellDelegate::Look JobDelegate::lookOf(const QStyleOptionViewItem &option,
                                       const QModelIndex &index) const
{
    using Column = browse::ExportJobModel::Column;
    Look look = CellDelegate::lookOf(option, index);
    const auto column = static_cast<Column>(index.column());
    if (column == Column::State) {
        const int tone = index.data(browse::ToneRole).toInt();
        look.color = stateColor(option.palette, static_cast<browse::JobTone>(tone));
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
