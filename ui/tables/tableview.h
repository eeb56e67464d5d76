// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QTableView>

#include <span>
#include <vector>

namespace ui {

/// A table as all our tables are: rows, thin lines, no frame; Tab leaves it, arrows move in it.
class TableView : public QTableView
{
    Q_OBJECT

public:
    /// `name` is the accessible name.
    explicit TableView(const QString &name, QWidget *parent = nullptr);

    void setModel(QAbstractItemModel *model) override;

    /// The widths of the columns from the first on, in device-independent pixels.
    void setColumnWidths(std::span<const int> widths);

    /// The headers of the visible columns, in the order on screen.
    QStringList visibleHeaders() const;
    /// The visible columns, in the order on screen.
    QList<int> visibleColumns() const;
    /// The selected rows, from the top. Takes no time to speak of for a million.
    std::vector<int> selectedRows() const;
    /// The selected rows' visible columns, in the order on screen.
    QList<QStringList> selectedCells() const;
    /// The rows of which something can be seen, from the top.
    QList<int> rowsInView() const;

Q_SIGNALS:
    /// The table was scrolled, or has another size.
    void viewChanged();

protected:
    void focusInEvent(QFocusEvent *event) override;
    void paintEvent(QPaintEvent *event) override;
    void scrollContentsBy(int dx, int dy) override;
    void currentChanged(const QModelIndex &current, const QModelIndex &previous) override;
    void resizeEvent(QResizeEvent *event) override;
    void selectionChanged(const QItemSelection &selected,
                          const QItemSelection &deselected) override;

private:
    void leaveSelectionToDelegates();
    void paintSelectionBars(const QRegion &region);
};

} // namespace ui
