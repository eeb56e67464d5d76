// SPDX-License-Identifier: Apache-2.0
#include "ui/accessibility/enabling.h"

#include "ui/look/tooltiptext.h"

#include <QMenu>
#include <QVariant>

namespace ui {

namespace {

/// What the tooltip says while the control is enabled, kept while it is not.
constexpr const char *UsualToolTip = "usualToolTip";
/// What it says while the control is disabled, to be known again.
constexpr const char *ObstacleToolTip = "obstacleToolTip";

bool saysObstacle(const QWidget &control)
{
    const QVariant obstacle = control.property(ObstacleToolTip);
    return obstacle.isValid() && control.toolTip() == obstacle.toString();
}

} // namespace

void enableUnless(QWidget &control, const QString &obstacle)
{
    if (!saysObstacle(control))
        control.setProperty(UsualToolTip, control.toolTip());
    const bool isFree = obstacle.isEmpty();
    const QString toolTip =
        isFree ? control.property(UsualToolTip).toString() : toolTipFor(obstacle);
    control.setProperty(ObstacleToolTip, isFree ? QVariant() : QVariant(toolTip));
    control.setToolTip(toolTip);
    control.setEnabled(isFree);
}

void enableUnless(QAction &entry, const QString &obstacle)
{
    entry.setEnabled(obstacle.isEmpty());
    if (obstacle.isEmpty())
        return;
    entry.setToolTip(toolTipFor(obstacle));
    const auto owners = entry.associatedObjects();
    for (QObject *owner : owners) {
        if (auto *menu = qobject_cast<QMenu *>(owner))
            menu->setToolTipsVisible(true);
    }
}

} // namespace ui
