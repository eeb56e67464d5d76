// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QTableView>

#include <span>

namespace ui {

/// A table as all our tables are: rows, thin lines, no frame; Tab leaves it, arrows move in it.
class TableView : public QTableView
{
    Q_OBJECT

public:
    /// `name` is the accessible name.
    explicit TableView(const QString &name, QWidget *parent = nullptr);

    /// The widths of the columns from the first on, in device-independent pixels.
    void setColumnWidths(std::span<const int> widths);

    /// The selected rows' visible columns as tab-separated lines, in the order on screen.
    QString selectionAsText() const;
};

} // namespace ui
