// SPDX-License-Identifier: Apache-2.0
#include "ui/look/measures.h"

#include "ui/look/theme.h"

#include <QEvent>
#include <QFontMetrics>
#include <QWidget>

#include <algorithm>
#include <utility>

namespace ui::measures {

namespace {

/// Around the letters, above and below together.
constexpr int RowRoom = 16;
constexpr int HeaderRoom = 18;
constexpr int ProjectRoom = 16;
constexpr int TabRoom = 18;
constexpr int PillRoom = 6;
/// As high as the letters are for which widths were chosen.
constexpr int UsualHeight = 14;

int heightOf(const QFont &font)
{
    return QFontMetrics(font).height();
}

class FontFollower final : public QObject
{
public:
    FontFollower(QWidget &widget, std::function<void()> fit)
        : QObject(&widget), m_fit(std::move(fit))
    {
        widget.installEventFilter(this);
    }

    bool eventFilter(QObject *watched, QEvent *event) override
    {
        if (event->type() == QEvent::FontChange)
            m_fit();
        return QObject::eventFilter(watched, event);
    }

private:
    std::function<void()> m_fit;
};

} // namespace

int rowHeight(const QFont &font)
{
    return heightOf(font) + RowRoom;
}

int headerHeight(const QFont &font)
{
    return heightOf(font) + HeaderRoom;
}

int twoLineHeight(const QFont &font)
{
    // Each half holds one of the lines.
    return 2 * std::max(heightOf(theme::bold(font)), heightOf(theme::smaller(font))) + ProjectRoom;
}

int tabHeight(const QFont &font)
{
    return heightOf(font) + TabRoom;
}

int pillHeight(const QFont &font)
{
    return heightOf(font) + PillRoom;
}

int widthFor(int usual, const QFont &font)
{
    return std::max(usual, usual * heightOf(font) / UsualHeight);
}

void keepFitting(QWidget &widget, const std::function<void()> &fit)
{
    fit();
    new FontFollower(widget, fit);
}

} // namespace ui::measures
