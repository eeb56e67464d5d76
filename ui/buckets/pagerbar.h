// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "atlas/values/objectid.h"
#include "ui/parts/restingspinbox.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPointer>
#include <QTimer>
#include <QToolButton>
#include <QWidget>

#include <optional>

namespace buckets {
class BucketPager;
}

namespace ui {

/// The line below the table: where we are, and the way to the other pages. Two lines, where there
/// is little room.
class PagerBar : public QWidget
{
    Q_OBJECT

public:
    explicit PagerBar(QWidget *parent = nullptr);

    /// Shows and drives `pager`; nullptr for none.
    void setPager(buckets::BucketPager *pager);
    /// How many rows of the page the filter lets through; nothing without a filter.
    void setShownRows(std::optional<int> rows);

    QSize minimumSizeHint() const override;

Q_SIGNALS:
    /// The user chose another number of items per page.
    void itemsPerPageChosen(int itemsPerPage);
    /// The user wants all pages as one table.
    void allPagesRequested();

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    void build();
    void layOut();
    void fit();
    int widthInOneLine(bool hasLabels) const;
    /// What turns pages, without its label.
    QList<const QWidget *> turningParts() const;
    void connectControls();
    void showPager();
    void showButtons();
    void showStatus();
    void showPage();
    void showItemsPerPage();
    bool isOpen() const;
    QString obstacle() const;
    void turnTo(int page);

    QPointer<buckets::BucketPager> m_pager;
    std::optional<atlas::ProjectId> m_project;
    std::optional<int> m_shownRows;
    QTimer m_aging;
    QHBoxLayout *m_upper = nullptr;
    QHBoxLayout *m_lower = nullptr;
    /// In one of the two.
    QHBoxLayout *m_turning = nullptr;
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
