// SPDX-License-Identifier: Apache-2.0
#include "ui/look/jobstrip.h"

#include "ui/look/theme.h"

#include <QPainter>

#include <algorithm>

namespace ui {

namespace {

constexpr int BarWidth = 3;
constexpr int BarDistance = 5;
constexpr int BarHeight = 12;
constexpr int FailureHeight = 18;
/// Between the two pieces of a bar of what has no result.
constexpr int PieceDistance = 4;

void paintBar(QPainter &painter, QRect bar, buckets::JobTone tone, const QColor &color)
{
    if (tone == buckets::JobTone::Pending) {
        const int piece = (bar.height() - PieceDistance) / 2;
        painter.fillRect(bar.left(), bar.bottom() + 1 - piece, bar.width(), piece, color);
        bar.setHeight(piece);
    }
    painter.fillRect(bar, color);
}

} // namespace

QColor toneColor(buckets::JobTone tone, const QPalette &palette)
{
    switch (tone) {
    case buckets::JobTone::Good:
        return theme::success(palette);
    case buckets::JobTone::Bad:
        return theme::failure(palette);
    case buckets::JobTone::Pending:
        return theme::pending(palette);
    }
    Q_UNREACHABLE();
}

int jobStripWidth(qsizetype jobs)
{
    return jobs == 0 ? 0 : static_cast<int>(jobs - 1) * BarDistance + BarWidth;
}

void paintJobStrip(QPainter &painter, const QRect &area, const QList<buckets::JobTone> &jobs,
                   const QPalette &palette)
{
    const qsizetype room = std::max(0, (area.width() + BarDistance - BarWidth) / BarDistance);
    int left = area.left();
    for (const buckets::JobTone tone : jobs.last(std::min(room, jobs.size()))) {
        const int height = tone == buckets::JobTone::Bad ? FailureHeight : BarHeight;
        const int top = area.top() + (area.height() - height) / 2;
        paintBar(painter, {left, top, BarWidth, height}, tone, toneColor(tone, palette));
        left += BarDistance;
    }
}

} // namespace ui
