// SPDX-License-Identifier: Apache-2.0
#include "ui/projectlist.h"

#include <QFocusEvent>

namespace ui {

void ProjectList::keyPressEvent(QKeyEvent *event)
{
    const QPersistentModelIndex before = currentIndex();
    QListView::keyPressEvent(event);
    if (currentIndex() != before)
        Q_EMIT moved();
}

/// Qt makes the first row current, which nobody has chosen.
void ProjectList::focusInEvent(QFocusEvent *event)
{
    const bool hadCurrent = currentIndex().isValid();
    QListView::focusInEvent(event);
    if (!hadCurrent && selectionModel() && event->reason() != Qt::MouseFocusReason)
        selectionModel()->clear();
}

} // namespace ui
