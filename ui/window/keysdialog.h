// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/tables/tableview.h"

#include <QDialog>
#include <QStandardItemModel>

namespace ui {

/// The list of keys.
class KeysDialog : public QDialog
{
    Q_OBJECT

public:
    explicit KeysDialog(QWidget *parent = nullptr);
    /// Opens one in the window, which it goes with.
    static void openIn(QWidget &window);

    /// Opens one over `window`, which goes once it is closed.
    static void openOver(QWidget &window);

private:
    void fillTable();
    QSize sizeOfTable() const;

    QStandardItemModel m_keys;
    TableView *m_table;
};

} // namespace ui
