// SPDX-License-Identifier: Apache-2.0
#include "ui/accessibility/selectionfollower.h"

namespace ui {

namespace {

void makeCurrentIfSelected(QAbstractItemView &view, const QPersistentModelIndex &item)
{
    const QItemSelectionModel *selection = view.selectionModel();
    const QModelIndex current = view.currentIndex();
    const bool isAnother = current.row() != item.row() || current.parent() != item.parent();
    if (item.isValid() && item.model() == view.model() && isAnother && selection->isSelected(item))
        view.selectionModel()->setCurrentIndex(item, QItemSelectionModel::NoUpdate);
}

} // namespace

void makeSelectedCurrent(QAbstractItemView &view, const QItemSelection &selected)
{
    if (selected.size() != 1 || selected.first().height() != 1)
        return;
    const QPersistentModelIndex item = selected.first().topLeft();
    const QPersistentModelIndex current = view.currentIndex();
    // Later: keys select first, and make it current then.
    const auto follow = [&view, item, current] {
        if (view.currentIndex() == current)
            makeCurrentIfSelected(view, item);
    };
    QMetaObject::invokeMethod(&view, follow, Qt::QueuedConnection);
}

void followSelection(QAbstractItemView *view)
{
    QObject::connect(
        view->selectionModel(), &QItemSelectionModel::selectionChanged, view,
        [view](const QItemSelection &selected) { makeSelectedCurrent(*view, selected); });
}

} // namespace ui
