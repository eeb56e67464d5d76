// SPDX-License-Identifier: Apache-2.0
#include "ui/buckets/toprow.h"

#include "session/session.h"
#include "ui/tables/tableview.h"

#include <utility>

namespace ui {

TopRow::TopRow(TableView &table, const models::BucketSortFilterModel &rows)
    : m_table(table), m_rows(rows)
{
    // Later: the view does not know its rows while they change.
    connect(&m_table, &TableView::viewChanged, this, &TopRow::note, Qt::QueuedConnection);
}

void TopRow::setSession(Session *session)
{
    if (m_session)
        disconnect(&m_session->pager(), nullptr, this, nullptr);
    m_session = session;
    m_bucket.reset();
    if (session)
        connect(&session->pager(), &buckets::BucketPager::loaded, this, &TopRow::bringBack);
}

void TopRow::note()
{
    if (!m_session || m_rows.sourceModel() != &m_session->pageTable())
        return;
    const int top = m_table.rowAt(0);
    const int row = top < 0 ? -1 : m_rows.mapToSource(m_rows.index(top, 0)).row();
    if (row < 0)
        return;
    m_bucket = m_session->buckets().idAt(row);
    m_itemsPerPage = m_session->pager().request().itemsPerPage.value();
    m_session->pager().setRowOnTop(row);
}

void TopRow::bringBack()
{
    const int itemsPerPage = m_session->pager().request().itemsPerPage.value();
    const bool isOtherSize = std::exchange(m_itemsPerPage, itemsPerPage) != itemsPerPage;
    if (!isOtherSize || !m_bucket || m_rows.sourceModel() != &m_session->pageTable())
        return;
    const int row = m_session->buckets().rowOf(*m_bucket);
    const QModelIndex index =
        row < 0 ? QModelIndex() : m_rows.mapFromSource(m_session->pageTable().index(row, 0));
    if (index.isValid())
        m_table.scrollTo(index, QAbstractItemView::PositionAtTop);
}

} // namespace ui
