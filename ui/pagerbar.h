// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "atlas/objectid.h"
#include "ui/restingspinbox.h"

#include <QLabel>
#include <QPointer>
#include <QToolButton>
#include <QWidget>

#include <optional>

namespace browse {
class BucketPager;
}

namespace ui {

/// The line below the table: where we are, and the way to the other pages.
class PagerBar : public QWidget
{
    Q_OBJECT

public:
    explicit PagerBar(QWidget *parent = nullptr);

    /// Shows and drives `pager`; nullptr for none.
    void setPager(browse::BucketPager *pager);
    /// How many rows of the page the filter lets through; nothing without a filter.
    void setShownRows(std::optional<int> rows);

Q_SIGNALS:
    /// The user chose another number of items per page.
    void itemsPerPageChosen(int itemsPerPage);
    /// The user wants all pages as one table.
    void allPagesRequested();

private:
    void build();
    void layOut();
    void connectControls();
    void showPager();
    void showButtons();
    void showStatus();
    void showPage();
    void showItemsPerPage();
    bool isOpen() const;
    QString obstacle() const;
    void turnTo(int page);

    QPointer<browse::BucketPager> m_pager;
    std::optional<atlas::ProjectId> m_project;
    std::optional<int> m_shownRows;
    QLabel *m_status;
    QToolButton *m_first;
    QToolButton *m_previous;
    QLabel *m_pageLabel;
    RestingSpinBox *m_page;
    QLabel *m_pageCount;
    QToolButton *m_next;
    QToolButton *m_last;
    QToolButton *m_all;
    QLabel *m_itemsPerPageLabel;
    RestingSpinBox *m_itemsPerPage;
};

} // namespace ui
