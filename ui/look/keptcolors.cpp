// SPDX-License-Identifier: Apache-2.0
#include "ui/look/keptcolors.h"

#include <QEvent>

#include <utility>

namespace ui {

namespace {

class ColorKeeper final : public QObject
{
public:
    ColorKeeper(QWidget &widget, std::function<void()> color)
        : QObject(&widget), m_color(std::move(color))
    {
        widget.installEventFilter(this);
    }

    bool eventFilter(QObject *watched, QEvent *event) override
    {
        if (event->type() == QEvent::PaletteChange)
            m_color();
        return QObject::eventFilter(watched, event);
    }

private:
    std::function<void()> m_color;
};

} // namespace

void keepColored(QWidget &widget, const std::function<void()> &color)
{
    color();
    new ColorKeeper(widget, color);
}

} // namespace ui
