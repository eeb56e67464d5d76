// SPDX-License-Identifier: Apache-2.0
#include "ui/look/elidedlabel.h"

#include "ui/look/tooltiptext.h"

#include <QHelpEvent>
#include <QStyle>
#include <QStylePainter>
#include <QToolTip>

#include <algorithm>

namespace ui {

namespace {

/// What is left of a text that gives way, in letters of average width.
constexpr int LeastLetters = 5;

} // namespace

ElidedLabel::ElidedLabel(QWidget *parent, Qt::TextElideMode mode) : QLabel(parent), m_mode(mode)
{
    setTextFormat(Qt::PlainText);
}

QSize ElidedLabel::minimumSizeHint() const
{
    const QSize whole = QLabel::sizeHint();
    return {std::min(whole.width(), LeastLetters * fontMetrics().averageCharWidth()),
            whole.height()};
}

bool ElidedLabel::event(QEvent *event)
{
    if (event->type() != QEvent::ToolTip || shownText() == text())
        return QLabel::event(event);
    const auto *help = static_cast<QHelpEvent *>(event);
    const QString more = toolTip().isEmpty() ? toolTipFor(text()) : toolTip();
    QToolTip::showText(help->globalPos(), more, this);
    return true;
}

void ElidedLabel::paintEvent(QPaintEvent *)
{
    QStylePainter painter(this);
    painter.drawItemText(contentsRect(), static_cast<int>(alignment()) | Qt::TextSingleLine,
                         palette(), isEnabled(), shownText(), foregroundRole());
}

QString ElidedLabel::shownText() const
{
    return fontMetrics().elidedText(text(), m_mode, contentsRect().width());
}

} // namespace ui
