// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "buckets/inventory/inventory.h"
#include "ui/findings/checkbar.h"

#include <QLabel>
#include <QPointer>
#include <QProgressBar>
#include <QTimer>
#include <QToolButton>
#include <QWidget>

namespace ui {

/// The line below the table while all buckets are read, of all projects or of one: how far it is,
/// what is missing, and the ways to stop and to go on; and what the check of exports has come to.
class InventoryBar : public QWidget
{
    Q_OBJECT

public:
    explicit InventoryBar(QWidget *parent = nullptr);

    /// Shows and drives `inventory`; nullptr for none.
    void setInventory(buckets::Inventory *inventory);
    /// How many rows are shown; nothing if none is filtered out.
    void setShownRows(std::optional<int> rows);
    /// What the check has come to; whoever shows that elsewhere hides it.
    CheckBar &checkBar() const { return *m_checkBar; }

Q_SIGNALS:
    /// The user wants the pages of the project back.
    void pagesRequested();

private:
    void layOut();
    void showInventory();
    void showStatus();

    QPointer<buckets::Inventory> m_inventory;
    std::optional<int> m_shownRows;
    QTimer m_countdown;
    QTimer m_aging;
    QLabel *m_status;
    QLabel *m_shown;
    QLabel *m_delay;
    QProgressBar *m_progress;
    QToolButton *m_stop;
    QToolButton *m_resume;
    QToolButton *m_pages;
    CheckBar *m_checkBar;
};

} // namespace ui
