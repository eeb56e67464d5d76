// SPDX-License-Identifier: Apache-2.0
#include "ui/look/style.h"

#include "ui/look/lineicon.h"
#include "ui/look/rims.h"
#include "ui/look/theme.h"

#include <QAbstractScrollArea>
#include <QComboBox>
#include <QPainter>
#include <QPushButton>
#include <QStyleOptionSlider>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace ui {

namespace {

constexpr int ScrollBarExtent = 14;
constexpr int ShortestSlider = 32;
constexpr int SliderMargin = 3;

/// How long the slider is, and where it begins, along a scroll bar of `length`.
struct SliderPlace
{
    int begin = 0;
    int length = 0;
};

SliderPlace placeOfSlider(const QStyleOptionSlider &bar, int length)
{
    const auto range = static_cast<qint64>(bar.maximum) - bar.minimum;
    if (range <= 0)
        return {0, length};
    const auto share = length * static_cast<qint64>(bar.pageStep) / (range + bar.pageStep);
    const int slider =
        std::clamp(static_cast<int>(share), std::min(ShortestSlider, length), length);
    const int begin = QStyle::sliderPositionFromValue(bar.minimum, bar.maximum, bar.sliderPosition,
                                                      length - slider, bar.upsideDown);
    return {begin, slider};
}

/// Without the buttons for single lines, which the wheel and the arrow keys have replaced.
QRect partOfScrollBar(const QStyleOptionSlider &bar, QStyle::SubControl part)
{
    const bool isHorizontal = bar.orientation == Qt::Horizontal;
    const int length = isHorizontal ? bar.rect.width() : bar.rect.height();
    const auto [begin, sliderLength] = placeOfSlider(bar, length);
    const auto along = [&bar, isHorizontal](int from, int size) {
        return isHorizontal ? QRect(bar.rect.x() + from, bar.rect.y(), size, bar.rect.height())
                            : QRect(bar.rect.x(), bar.rect.y() + from, bar.rect.width(), size);
    };
    switch (part) {
    case QStyle::SC_ScrollBarGroove:
        return bar.rect;
    case QStyle::SC_ScrollBarSlider:
        return along(begin, sliderLength);
    case QStyle::SC_ScrollBarSubPage:
        return along(0, begin);
    case QStyle::SC_ScrollBarAddPage:
        return along(begin + sliderLength, length - begin - sliderLength);
    default:
        return {};
    }
}

/// What lies below the contents that a scroll bar, or the corner between two, belongs to.
QBrush backgroundBeside(const QWidget *widget, const QPalette &palette)
{
    for (const QWidget *parent = widget; parent; parent = parent->parentWidget()) {
        const auto *area = qobject_cast<const QAbstractScrollArea *>(parent);
        if (area && area->viewport()->autoFillBackground())
            return area->viewport()->palette().brush(area->viewport()->backgroundRole());
        if (area)
            break;
    }
    return palette.window();
}

void paintScrollBar(QPainter &painter, const QStyleOptionSlider &bar)
{
    if (bar.maximum <= bar.minimum)
        return;
    const bool isOver = bar.state.testFlag(QStyle::State_MouseOver);
    const bool isHeld = bar.state.testFlag(QStyle::State_Sunken)
        && bar.activeSubControls.testFlag(QStyle::SC_ScrollBarSlider);
    const QRectF slider = QRectF(partOfScrollBar(bar, QStyle::SC_ScrollBarSlider))
                              .adjusted(SliderMargin, SliderMargin, -SliderMargin, -SliderMargin);
    const qreal radius = std::min(slider.width(), slider.height()) / 2;
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(theme::scrollSlider(bar.palette, isOver || isHeld));
    painter.drawRoundedRect(slider, radius, radius);
    painter.restore();
}

/// Those have a rim, which gets the ring's colour.
bool tellsFocusByRim(const QWidget *widget)
{
    return qobject_cast<const QPushButton *>(widget) || qobject_cast<const QComboBox *>(widget);
}

} // namespace

Style::Style() : QProxyStyle(u"Fusion"_s) { }

void Style::drawPrimitive(PrimitiveElement element, const QStyleOption *option, QPainter *painter,
                          const QWidget *widget) const
{
    if (element == PE_PanelScrollAreaCorner) {
        painter->fillRect(option->rect, backgroundBeside(widget, option->palette));
        return;
    }
    if (element == PE_FrameFocusRect) {
        if (!tellsFocusByRim(widget))
            paintFocusFrame(*painter, *option);
        return;
    }
    QProxyStyle::drawPrimitive(element, option, painter, widget);
    switch (element) {
    case PE_FrameLineEdit:
    case PE_PanelButtonCommand:
        paintRim(*painter, *option, Corners::Round);
        break;
    case PE_IndicatorCheckBox:
        paintRim(*painter, *option, Corners::Square);
        break;
    case PE_Frame:
    case PE_FrameMenu:
        paintFrame(*painter, *option);
        break;
    default:
        break;
    }
}

void Style::drawControl(ControlElement element, const QStyleOption *option, QPainter *painter,
                        const QWidget *widget) const
{
    const auto *item = qstyleoption_cast<const QStyleOptionMenuItem *>(option);
    const bool isSeparator = element == CE_MenuItem && item
        && item->menuItemType == QStyleOptionMenuItem::Separator && item->text.isEmpty();
    if (isSeparator) {
        painter->fillRect(option->rect.left(), option->rect.center().y(), option->rect.width(), 1,
                          theme::line(option->palette));
        return;
    }
    QProxyStyle::drawControl(element, option, painter, widget);
    if (element == CE_ProgressBarGroove)
        paintFrame(*painter, *option);
}

void Style::drawComplexControl(ComplexControl control, const QStyleOptionComplex *option,
                               QPainter *painter, const QWidget *widget) const
{
    const auto *bar = qstyleoption_cast<const QStyleOptionSlider *>(option);
    if (control != CC_ScrollBar || !bar) {
        QProxyStyle::drawComplexControl(control, option, painter, widget);
        if (control == CC_ComboBox || control == CC_SpinBox)
            paintRim(*painter, *option, Corners::Round);
        return;
    }
    painter->fillRect(bar->rect, backgroundBeside(widget, bar->palette));
    paintScrollBar(*painter, *bar);
}

QRect Style::subControlRect(ComplexControl control, const QStyleOptionComplex *option,
                            SubControl subControl, const QWidget *widget) const
{
    const auto *bar = qstyleoption_cast<const QStyleOptionSlider *>(option);
    if (control != CC_ScrollBar || !bar)
        return QProxyStyle::subControlRect(control, option, subControl, widget);
    return visualRect(bar->direction, bar->rect, partOfScrollBar(*bar, subControl));
}

/// Fusion's cross that clears a field has one colour, which is lost in the dark.
QIcon Style::standardIcon(StandardPixmap icon, const QStyleOption *option,
                          const QWidget *widget) const
{
    return icon == SP_LineEditClearButton ? lineIcon(LineIcon::Stop)
                                          : QProxyStyle::standardIcon(icon, option, widget);
}

int Style::pixelMetric(PixelMetric metric, const QStyleOption *option, const QWidget *widget) const
{
    switch (metric) {
    case PM_ScrollBarExtent:
        return ScrollBarExtent;
    case PM_ScrollBarSliderMin:
        return ShortestSlider;
    case PM_MenuPanelWidth: // In the dark, nothing else tells where a menu ends.
        return 1;
    default:
        return QProxyStyle::pixelMetric(metric, option, widget);
    }
}

int Style::styleHint(StyleHint hint, const QStyleOption *option, const QWidget *widget,
                     QStyleHintReturn *returned) const
{
    return m_isStill && hint == SH_Widget_Animation_Duration
        ? 0
        : QProxyStyle::styleHint(hint, option, widget, returned);
}

} // namespace ui
