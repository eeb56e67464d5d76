// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/bucketcounts.h"
#include "ui/buckets/barlist.h"
#include "ui/findings/findingssummary.h"
#include "ui/parts/emptystate.h"

#include <QBoxLayout>
#include <QList>
#include <QScrollArea>
#include <QStackedWidget>
#include <QWidget>

#include <array>

namespace ui {

/// What is wrong, and how many export buckets there are by how exports to them stand, by provider,
/// by region, by private networking and by project, as bars. Counts while it shows, and not
/// otherwise.
class Overview : public QWidget
{
    Q_OBJECT

public:
    explicit Overview(QWidget *parent = nullptr);

    /// As models::RowPass::setRows().
    void setRows(QAbstractItemModel *rows);
    /// Puts `part` below all that is there; it is this widget's from then on.
    void addLast(QWidget *part);
    /// As of FindingsSummary.
    FindingsSummary &findings() const { return *m_findings; }

Q_SIGNALS:
    /// The user wants to see the buckets of a bar, which this filter text finds.
    void filterRequested(const QString &term);

protected:
    void showEvent(QShowEvent *event) override;
    void hideEvent(QHideEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    void layOut();
    QBoxLayout *addColumns(QBoxLayout &left, QBoxLayout &right);
    void addGroup(QBoxLayout &column, buckets::BucketDimension dimension, const QString &heading);
    void showCounts();
    void keepInView(const BarList &list, const QModelIndex &bar);

    models::BucketCounts m_counts;
    FindingsSummary *m_findings;
    std::array<BarList *, buckets::BucketDimensionCount> m_lists{};
    EmptyState *m_empty;
    QScrollArea *m_scrolled;
    QStackedWidget *m_stack;
    /// Pairs of columns, the more urgent above.
    QList<QBoxLayout *> m_columns;
    QVBoxLayout *m_page = nullptr;
};

} // namespace ui
