// SPDX-License-Identifier: Apache-2.0
#include "ui/projects/projectlist.h"

#include "ui/look/focusring.h"

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

void ProjectList::paintEvent(QPaintEvent *event)
{
    QListView::paintEvent(event);
    paintFocusRingWithoutRow(*this);
}

/// Qt moves what is painted, and the ring with it.
void ProjectList::scrollContentsBy(int dx, int dy)
{
    QListView::scrollContentsBy(dx, dy);
    if (!currentIndex().isValid())
        viewport()->update();
}

void ProjectList::currentChanged(const QModelIndex &current, const QModelIndex &previous)
{
    QListView::currentChanged(current, previous);
    if (current.isValid() != previous.isValid())
        viewport()->update();
}

} // namespace ui
