// SPDX-License-Identifier: Apache-2.0
#include "ui/accessibility/unseensilence.h"

#include <QWidget>

namespace ui {

namespace {

bool isAppearance(QAccessible::Event type)
{
    switch (type) {
    case QAccessible::ObjectCreated:
    case QAccessible::ObjectDestroyed:
    case QAccessible::ObjectHide:
    case QAccessible::ObjectReorder:
    case QAccessible::ObjectShow:
    case QAccessible::ParentChanged:
        return true;
    default:
        return false;
    }
}

bool isSeen(const QAccessibleEvent &event)
{
    const auto *const widget = qobject_cast<const QWidget *>(event.object());
    return !widget || widget->isVisible();
}

/// Qt tells nobody itself of what it hands to a handler, but for tables: those know of it by now,
/// and would count rows twice.
void tellOfWhatIsSeen(QAccessibleEvent *event)
{
    if (event->type() == QAccessible::TableModelChanged
        || (!isAppearance(event->type()) && !isSeen(*event)))
        return;
    const QAccessible::UpdateHandler self = QAccessible::installUpdateHandler(nullptr);
    QAccessible::updateAccessibility(event);
    QAccessible::installUpdateHandler(self);
}

} // namespace

UnseenSilence::UnseenSilence() : m_before(QAccessible::installUpdateHandler(tellOfWhatIsSeen)) { }

UnseenSilence::~UnseenSilence()
{
    QAccessible::installUpdateHandler(m_before);
}

} // namespace ui
