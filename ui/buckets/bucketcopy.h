// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/bucketsortfiltermodel.h"
#include "ui/tables/slicedcopy.h"

#include <QMenu>
#include <QObject>
#include <QString>

#include <functional>
#include <vector>

class Session;

namespace ui {

class TableView;

/// What is copied of the table of buckets, and the menu to choose it from. A text is made when it
/// is asked for; one of many rows is in the clipboard a moment later.
class BucketCopy : public QObject
{
    Q_OBJECT

public:
    /// Both must outlive this. `filtered` is the model of `table`.
    BucketCopy(TableView &table, models::BucketSortFilterModel &filtered);

    /// The selected rows between tabs.
    void copyText();
    /// The selected rows as a JSON list, as Atlas names the fields.
    void copyJson();
    /// The selected rows as a table in Markdown.
    void copyMarkdown();
    /// The IDs of the selected rows, one a line.
    void copyIds();
    /// The cell that has the focus, in full.
    void copyCell() const;
    /// The command that opens the bucket that has the focus.
    void copyCommand(Session &session) const;

    /// Fills `menu` with all of these. `session` must outlive it.
    void fill(QMenu &menu, Session &session);

    /// Opens such a menu at `place` in the table, if there is a current row; `addMore` is called
    /// for what follows in it.
    void openMenu(const QPoint &place, Session &session,
                  const std::function<void(QMenu &)> &addMore);

    /// Whether rows are still being read.
    bool isRunning() const { return m_job.isRunning(); }

Q_SIGNALS:
    /// There are more rows than can be copied.
    void fileWanted();

private:
    models::BucketTableModel *source() const;
    /// The selected rows, as those of source(), in the order on screen. None if there are too many.
    std::vector<int> rowsToCopy();
    QString command(Session &session) const;

    TableView &m_table;
    models::BucketSortFilterModel &m_filtered;
    SlicedCopy m_job;
};

} // namespace ui
