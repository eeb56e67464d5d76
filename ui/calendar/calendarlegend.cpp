// SPDX-License-Identifier: Apache-2.0
#include "ui/calendar/calendarlegend.h"

#include "ui/calendar/daymarks.h"
#include "ui/look/theme.h"

#include <QPainter>

#include <algorithm>
#include <array>

using namespace Qt::Literals::StringLiterals;

namespace ui {

namespace {

/// In the order of the words.
constexpr std::array LegendMarks{buckets::DayMark::Succeeded, buckets::DayMark::Failed,
                                 buckets::DayMark::Missed, buckets::DayMark::Pending};
constexpr int LegendMark = 7;
constexpr int MarkDistance = 5;
constexpr int WordDistance = 14;
constexpr int LineRoom = 4;

} // namespace

CalendarLegend::CalendarLegend(QWidget *parent)
    : QWidget(parent), m_words{tr("Successful"), tr("Failed"), tr("Missed"), tr("No result yet")}
{
    setAccessibleName(tr("Marks"));
    setAccessibleDescription(m_words.join(u", "_s));
    QSizePolicy policy(QSizePolicy::Preferred, QSizePolicy::Fixed);
    policy.setHeightForWidth(true);
    setSizePolicy(policy);
}

QList<QRect> CalendarLegend::placesIn(int width) const
{
    const int height = fontMetrics().height() + LineRoom;
    QList<QRect> places;
    QPoint corner;
    for (const QString &word : m_words) {
        const int needed = LegendMark + MarkDistance + fontMetrics().horizontalAdvance(word) + 1;
        if (corner.x() > 0 && corner.x() + needed > width)
            corner = {0, corner.y() + height};
        places.append({corner, QSize(needed, height)});
        corner.rx() += needed + WordDistance;
    }
    return places;
}

QSize CalendarLegend::sizeHint() const
{
    const QRect last = placesIn(QWIDGETSIZE_MAX).constLast();
    return {last.right() + 1, last.bottom() + 1};
}

QSize CalendarLegend::minimumSizeHint() const
{
    const QList<QRect> places = placesIn(0);
    const auto widest =
        std::max_element(places.begin(), places.end(),
                         [](const QRect &a, const QRect &b) { return a.width() < b.width(); });
    return {widest->width(), fontMetrics().height() + LineRoom};
}

int CalendarLegend::heightForWidth(int width) const
{
    return placesIn(width).constLast().bottom() + 1;
}

void CalendarLegend::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setPen(theme::mutedText(palette()));
    const QList<QRect> places = placesIn(width());
    for (qsizetype i = 0; i < places.size(); ++i) {
        const QRect &place = places[i];
        const QRect mark(place.left(), place.top() + (place.height() - LegendMark) / 2, LegendMark,
                         LegendMark);
        paintDayMark(painter, mark, LegendMarks[static_cast<std::size_t>(i)], palette());
        painter.drawText(place.adjusted(LegendMark + MarkDistance, 0, 0, 0),
                         Qt::AlignLeft | Qt::AlignVCenter, m_words[i]);
    }
}

} // namespace ui
