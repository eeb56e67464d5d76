// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "buckets/search/bucketmatcher.h"
#include "ui/tables/tableview.h"

class QMenu;

namespace ui {

/// The table of export buckets and its columns: which the user wants. Only the project's, which
/// says nothing on a page, comes and goes by itself. Until somebody sizes them, the names take the
/// room that is left.
class BucketTable : public TableView
{
    Q_OBJECT

public:
    explicit BucketTable(QWidget *parent = nullptr);

    /// A page is of one project: its column hides.
    void setShowsProjects(bool shows);
    /// Whether a click on a header sorts. If not, the rows are in the order they came in, and
    /// `whyNot` says why.
    void setSortable(bool isSortable, const QString &whyNot = {});

    buckets::BucketFieldSet shownColumns() const;

    /// Fills `menu` with the columns that can be shown and hidden.
    void fillColumnMenu(QMenu &menu);
    /// Adds what can be done with the columns as a whole, and with the current one.
    void addColumnEntries(QMenu &menu);

    /// Widths, order and visibility of the columns, as the user wants them.
    QByteArray columnState();
    /// What columnState() was; the usual columns if it is empty. While the model has no columns, it
    /// is kept for when columnState() is asked.
    void restoreColumnState(const QByteArray &state);

Q_SIGNALS:
    /// Other columns are shown.
    void shownColumnsChanged();

protected:
    void keyPressEvent(QKeyEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    bool hasColumns() const;
    void showHeaderMenu(const QPoint &place);
    void restoreColumns(const QByteArray &state);
    void setDefaultColumns();
    void stretchName();
    void sizeName(int width);
    void showColumn(int column, bool shown);
    void showProjectColumn();

    bool m_showsProjects = false;
    /// Whether the user wants to see it where it says something.
    bool m_wantsProjects = true;
    /// Whether the user has given the names a width, which then stays.
    bool m_isNameSized = false;
    bool m_isSizing = false;
    QByteArray m_state;
};

} // namespace ui
