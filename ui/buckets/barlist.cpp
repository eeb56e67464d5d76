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
    setSelectionMode(NoSelection);
    setEditTriggers(NoEditTriggers);
    setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    connect(this, &QAbstractItemView::clicked, this, &BarList::choose);
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

void BarList::choose(const QModelIndex &bar)
{
    const QString term = bar.isValid() ? bar.data(models::TermRole).toString() : QString();
    if (!term.isEmpty())
        Q_EMIT filterRequested(term);
}

} // namespace ui
