// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/tables/tableview.h"

namespace ui {

/// The table of exports over time: as wide as there is room, so that all months are seen, and as
/// high as its rows.
class CalendarTable : public TableView
{
    Q_OBJECT

public:
    explicit CalendarTable(const QString &name, QWidget *parent = nullptr);

    void setModel(QAbstractItemModel *model) override;
    /// Whether there is a column for the project; not at first.
    void showProjects(bool shown);
    /// How many rows are seen at most without scrolling.
    void setMostRows(int rows);

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

protected:
    void resizeEvent(QResizeEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    int heightOf(int rows) const;
    void fit();

    int m_mostRows = 8;
    bool m_hasProjects = false;
};

} // namespace ui
