// SPDX-License-Identifier: Apache-2.0
#include "ui/jobstrip.h"

#include "ui/theme.h"

#include <QPainter>

#include <algorithm>

namespace ui {

namespace {

constexpr int BarWidth = 3;
constexpr int BarDistance = 5;
constexpr int BarHeight = 12;
/// A failure is taller: to be told from success without colours, too.
constexpr int FailureHeight = 18;

QColor barColor(browse::JobTone tone, const QPalette &palette)
{
    switch (tone) {
    case browse::JobTone::Good:
        return theme::success(palette);
    case browse::JobTone::Bad:
        return theme::failure(palette);
    case browse::JobTone::Pending:
        return theme::pending(palette);
    }
    Q_UNREACHABLE();
}

} // namespace

int jobStripWidth(qsizetype jobs)
{
    return jobs == 0 ? 0 : static_cast<int>(jobs - 1) * BarDistance + BarWidth;
}

void paintJobStrip(QPainter &painter, const QRect &area, const QList<browse::JobTone> &jobs,
                   const QPalette &palette)
{
    const qsizetype room = std::max(0, (area.width() + BarDistance - BarWidth) / BarDistance);
    int left = area.left();
    for (const browse::JobTone tone : jobs.last(std::min(room, jobs.size()))) {
        const int height = tone == browse::JobTone::Bad ? FailureHeight : BarHeight;
        const int top = area.top() + (area.height() - height) / 2;
        painter.fillRect(left, top, BarWidth, height, barColor(tone, palette));
        left += BarDistance;
    }
}

} // namespace ui
