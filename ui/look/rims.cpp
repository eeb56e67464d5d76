// SPDX-License-Identifier: Apache-2.0
#include "ui/look/rims.h"

#include "ui/look/theme.h"

#include <QPainter>
#include <QStyleOption>

namespace ui {

namespace {

/// As Fusion rounds its inputs.
constexpr qreal RimRadius = 2;
constexpr qreal FocusWidth = 2;

/// Buttons tell of the focus only when it came by a key, as Fusion has it.
bool tellsFocus(const QStyleOption &option)
{
    const bool isButton =
        option.type == QStyleOption::SO_Button || option.type == QStyleOption::SO_ComboBox;
    return option.state.testFlags(QStyle::State_HasFocus | QStyle::State_Enabled)
        && (!isButton || option.state.testFlag(QStyle::State_KeyboardFocusChange));
}

void stroke(QPainter &painter, const QRect &area, const QColor &color, qreal width, qreal radius)
{
    const qreal inset = width / 2;
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing, radius > 0);
    painter.setBrush(Qt::NoBrush);
    painter.setPen(QPen(color, width, Qt::SolidLine, Qt::SquareCap, Qt::MiterJoin));
    painter.drawRoundedRect(QRectF(area).adjusted(inset, inset, -inset, -inset), radius, radius);
    painter.restore();
}

} // namespace

void paintRim(QPainter &painter, const QStyleOption &option, Corners corners)
{
    const qreal radius = corners == Corners::Round ? RimRadius : 0;
    if (tellsFocus(option))
        stroke(painter, option.rect, theme::accent(option.palette), FocusWidth, radius);
    else
        stroke(painter, option.rect,
               theme::outline(option.palette, option.state.testFlag(QStyle::State_Enabled)), 1,
               radius);
}

void paintFocusFrame(QPainter &painter, const QStyleOption &option)
{
    if (option.state.testFlag(QStyle::State_KeyboardFocusChange))
        stroke(painter, option.rect, theme::accent(option.palette), FocusWidth, RimRadius);
}

void paintFrame(QPainter &painter, const QStyleOption &option)
{
    stroke(painter, option.rect, theme::line(option.palette), 1, 0);
}

} // namespace ui
