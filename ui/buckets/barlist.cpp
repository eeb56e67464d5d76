// SPDX-License-Identifier: Apache-2.0
#include "ui/buckets/barlist.h"

#include "models/roles.h"
#include "ui/buckets/bardelegate.h"

#include <QKeyEvent>

namespace ui {

namespace {

constexpr int LeastWidth = 260;

} // namespace

BarList::BarList(const QString &name, QWidget *parent) : QListView(parent)
{
    setAccessibleName(name);
    setModel(&m_model);
    setItemDelegate(new BarDelegate(this));
    setFrameShape(NoFrame);
    setUniformItemSizes(true);
    setMouseTracking(true);
    setSelectionMode(SingleSelection);
    setEditTriggers(NoEditTriggers);
    setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    connect(this, &QAbstractItemView::clicked, this, &BarList::choose);
    connect(selectionModel(), &QItemSelectionModel::selectionChanged, this,
            &BarList::chooseSelected);
}

void BarList::setCounts(const QList<buckets::BucketCount> &counts, int total)
{
    const int before = m_model.rowCount();
    m_model.setCounts(counts, total);
    if (m_model.rowCount() != before)
        updateGeometry();
}

QSize BarList::sizeHint() const
{
    const int rowHeight = m_model.rowCount() > 0 ? sizeHintForRow(0) : 0;
    return {LeastWidth, m_model.rowCount() * rowHeight};
}

QSize BarList::minimumSizeHint() const
{
    return sizeHint();
}

void BarList::keyPressEvent(QKeyEvent *event)
{
    switch (event->key()) {
    case Qt::Key_Return:
    case Qt::Key_Enter:
    case Qt::Key_Space:
        choose(currentIndex());
        break;
    default:
        QListView::keyPressEvent(event);
    }
}

/// Mouse and keys choose by themselves: what is selected, assistive technology has selected.
QItemSelectionModel::SelectionFlags BarList::selectionCommand(const QModelIndex &,
                                                              const QEvent *) const
{
    return QItemSelectionModel::NoUpdate;
}

void BarList::chooseSelected(const QItemSelection &selected)
{
    if (selected.isEmpty())
        return;
    const QPersistentModelIndex bar = selected.first().topLeft();
    // Later: other bars may take the place of these. Then it can be selected once more.
    const auto chooseIt = [this, bar] {
        clearSelection();
        setCurrentIndex(bar);
        choose(bar);
    };
    QMetaObject::invokeMethod(this, chooseIt, Qt::QueuedConnection);
}

void BarList::choose(const QModelIndex &bar)
{
    const QString term = bar.isValid() ? bar.data(models::TermRole).toString() : QString();
    if (!term.isEmpty())
        Q_EMIT filterRequested(term);
}

} // namespace ui
