// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "atlas/values/objectid.h"
#include "models/bucketsortfiltermodel.h"

#include <QObject>
#include <QPointer>

#include <optional>

class Session;

namespace ui {

class TableView;

/// Keeps the row on top of the view in view when the pages get another size.
class TopRow : public QObject
{
    Q_OBJECT

public:
    /// `rows` is the model of `table`; both must outlive this.
    TopRow(TableView &table, const models::BucketSortFilterModel &rows);

    void setSession(Session *session);

private:
    void note();
    void bringBack();

    TableView &m_table;
    const models::BucketSortFilterModel &m_rows;
    QPointer<Session> m_session;
    std::optional<atlas::BucketId> m_bucket;
    /// Of the page that the row was on.
    int m_itemsPerPage = 0;
};

} // namespace ui
