// SPDX-License-Identifier: Apache-2.0
#include "ui/accessibility/tabring.h"

namespace ui {

namespace {

bool isTabStop(const QWidget &part)
{
    return (part.focusPolicy() & Qt::TabFocus) == Qt::TabFocus && !part.focusProxy();
}

/// Those that can be reached now, and `focus`, in the order of the tree.
void collectTabStops(QWidget &area, const QWidget *focus, QList<QWidget *> &stops)
{
    const bool isReachable = area.isEnabled() && area.isVisibleTo(area.window());
    if (&area == focus || (isReachable && isTabStop(area)))
        stops.append(&area);
    const QObjectList children = area.children();
    for (QObject *child : children) {
        auto *part = qobject_cast<QWidget *>(child);
        if (part && !part->isWindow())
            collectTabStops(*part, focus, stops);
    }
}

} // namespace

bool goToTabStop(QWidget &window, bool next)
{
    QWidget *focus = window.focusWidget();
    QList<QWidget *> stops;
    collectTabStops(window, focus, stops);
    if (stops.isEmpty() || stops == QList{focus})
        return false;
    const auto before = stops.indexOf(focus);
    const auto count = stops.size();
    const auto place = next ? (before + 1) % count : before <= 0 ? count - 1 : before - 1;
    stops[place]->setFocus(next ? Qt::TabFocusReason : Qt::BacktabFocusReason);
    return true;
}

QWidget *firstTabStop(QWidget &area, const std::function<bool(const QWidget &)> &wanted)
{
    QList<QWidget *> stops;
    collectTabStops(area, nullptr, stops);
    for (QWidget *stop : std::as_const(stops)) {
        if (!wanted || wanted(*stop))
            return stop;
    }
    return nullptr;
}

} // namespace ui
