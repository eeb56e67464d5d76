// SPDX-License-Identifier: Apache-2.0
#include "ui/parts/problemoutline.h"

#include "ui/look/theme.h"

#include <QEvent>
#include <QPainter>

namespace ui {

namespace {

/// As Fusion rounds its inputs.
constexpr qreal Radius = 2;

} // namespace

ProblemOutline::ProblemOutline(QWidget *input) : QWidget(input)
{
    setAttribute(Qt::WA_TransparentForMouseEvents);
    setFocusPolicy(Qt::NoFocus);
    setGeometry(input->rect());
    input->installEventFilter(this);
    hide();
}

bool ProblemOutline::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::Resize) {
        setGeometry(parentWidget()->rect());
        raise();
    }
    return QWidget::eventFilter(watched, event);
}

void ProblemOutline::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(theme::failure(palette()));
    painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), Radius, Radius);
}

} // namespace ui
