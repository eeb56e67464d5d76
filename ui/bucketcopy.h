// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "atlas/exportbucket.h"
#include "browse/bucketsortfiltermodel.h"

#include <QCoreApplication>
#include <QMenu>
#include <QString>

class Session;

namespace ui {

class TableView;

/// What is copied of the table of buckets, and the menu to choose it from.
class BucketCopy
{
    Q_DECLARE_TR_FUNCTIONS(ui::BucketCopy)

public:
    /// All of these must outlive this. `filtered` is the model of `table`.
    BucketCopy(const TableView &table, const browse::BucketSortFilterModel &filtered);

    /// The selected rows between tabs; empty if none is.
    QString asText() const;
    /// The selected rows as a JSON list, as Atlas names the fields; empty if none is.
    QString asJson(Session &session) const;
    /// The selected rows as a table in Markdown; empty if none is.
    QString asMarkdown() const;
    /// The cell that has the focus, in full.
    QString cell() const;
    /// The IDs of the selected rows, one a line.
    QString ids(Session &session) const;
    /// The command that opens the bucket that has the focus.
    QString command(Session &session) const;

    /// Fills `menu` with all of these.
    void fill(QMenu &menu, Session &session) const;

private:
    QList<atlas::ExportBucket> selectedBuckets(Session &session) const;

    const TableView &m_table;
    const browse::BucketSortFilterModel &m_filtered;
};

} // namespace ui
