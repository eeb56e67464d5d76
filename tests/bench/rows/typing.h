// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "buckets/rows/bucketstore.h"
#include "buckets/usage/bucketsinuse.h"
#include "models/bucketsortfiltermodel.h"
#include "ui/buckets/bucketdelegate.h"
#include "ui/buckets/filteredit.h"
#include "ui/tables/tableview.h"

namespace bench {

/// Buckets, and a table of them. Of their use nothing is known.
struct Buckets
{
    buckets::BucketStore store;
    buckets::BucketsInUse use;
    models::BucketTableModel table{store, use};
};

/// A table of buckets with its filter, shown as in the program, in which one types.
class Typing : public QObject
{
public:
    /// `buckets` must outlive this.
    explicit Typing(Buckets &buckets);

    /// Presses a key in the filter; the milliseconds until the table was painted.
    double press(Qt::Key key, const QString &text);
    /// Presses keys until `text` has been typed, then takes it back; milliseconds for each.
    QList<double> typeAndTakeBack(const QString &text);
    /// Sorts by a column as a click on its header does; the milliseconds until it was painted.
    double sort(atlas::BucketField column, Qt::SortOrder order);

    models::BucketSortFilterModel &filtered() { return m_filtered; }

    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void waitUntilPainted();

    models::BucketSortFilterModel m_filtered;
    QWidget m_window;
    ui::FilterEdit m_filter;
    ui::TableView m_table;
    ui::BucketDelegate m_delegate;
    bool m_isPainted = false;
};

} // namespace bench
