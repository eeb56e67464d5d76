// SPDX-License-Identifier: Apache-2.0
#include "ui/buckets/overview.h"

#include "ui/accessibility/focusheirs.h"
#include "ui/look/theme.h"
#include "ui/look/widgets.h"

#include <QVBoxLayout>

#include <utility>

namespace ui {

namespace {

/// Two columns from this width on.
constexpr int TwoColumnWidth = 640;
constexpr int GroupDistance = 24;
constexpr int ColumnDistance = 32;

} // namespace

Overview::Overview(QWidget *parent)
    : QWidget(parent), m_findings(new FindingsSummary(this)), m_empty(new EmptyState(this)),
      m_scrolled(new QScrollArea(this)), m_stack(new QStackedWidget(this))
{
    setAccessibleName(tr("Overview"));
    m_empty->setMessage({LineIcon::Bucket,
                         tr("No buckets to count"),
                         tr("Charts appear here when loaded buckets match the filter."),
                         {}});
    layOut();
    showCounts();
    connect(&m_counts, &models::BucketCounts::changed, this, &Overview::showCounts);
}

void Overview::layOut()
{
    auto *content = new QWidget(m_scrolled);
    content->setBackgroundRole(QPalette::Base);
    content->setAutoFillBackground(true);
    auto *wrong = new QVBoxLayout;
    wrong->addWidget(m_findings);
    auto *exports = new QVBoxLayout;
    addGroup(*exports, buckets::BucketDimension::Exports,
             atlas::titleOf(atlas::BucketField::LastExport));
    auto *left = new QVBoxLayout;
    addGroup(*left, buckets::BucketDimension::Provider,
             atlas::titleOf(atlas::BucketField::Provider));
    addGroup(*left, buckets::BucketDimension::Region, atlas::titleOf(atlas::BucketField::Region));
    auto *right = new QVBoxLayout;
    addGroup(*right, buckets::BucketDimension::PrivateNetworking,
             atlas::titleOf(atlas::BucketField::PrivateNetworking));
    addGroup(*right, buckets::BucketDimension::Project, tr("Buckets per project"));
    auto *page = m_page = new QVBoxLayout(content);
    page->setContentsMargins(theme::Margin, theme::Margin, theme::Margin, theme::Margin);
    page->addLayout(addColumns(*wrong, *exports));
    page->addSpacing(GroupDistance);
    page->addLayout(addColumns(*left, *right));
    page->addStretch();

    m_scrolled->setFrameShape(QFrame::NoFrame);
    m_scrolled->setWidgetResizable(true);
    m_scrolled->setFocusPolicy(Qt::NoFocus);
    m_scrolled->setWidget(content);
    m_stack->addWidget(m_empty);
    m_stack->addWidget(m_scrolled);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_stack);
}

/// Beside each other where there is room.
QBoxLayout *Overview::addColumns(QBoxLayout &left, QBoxLayout &right)
{
    auto *columns = new QBoxLayout(QBoxLayout::LeftToRight);
    columns->setSpacing(ColumnDistance);
    for (QBoxLayout *column : {&left, &right}) {
        column->setSpacing(2);
        column->addStretch();
        columns->addLayout(column, 1);
    }
    m_columns.append(columns);
    return columns;
}

void Overview::addGroup(QBoxLayout &column, buckets::BucketDimension dimension,
                        const QString &heading)
{
    auto *label = makePlainLabel(m_scrolled, heading);
    label->setFont(theme::bold(font()));
    label->setContentsMargins(theme::Gap, 0, 0, 2);
    auto *list = new BarList(heading, m_scrolled);
    m_lists[static_cast<std::size_t>(dimension)] = list;
    if (column.count() > 0)
        column.addSpacing(GroupDistance);
    column.addWidget(label);
    column.addWidget(list);
    connect(list, &BarList::filterRequested, this, &Overview::filterRequested);
    connect(list->selectionModel(), &QItemSelectionModel::currentChanged, this,
            [this, list](const QModelIndex &bar) { keepInView(*list, bar); });
}

void Overview::addLast(QWidget *part)
{
    const int stretch = m_page->count() - 1;
    m_page->insertSpacing(stretch, GroupDistance);
    m_page->insertWidget(stretch + 1, part);
}

void Overview::setRows(QAbstractItemModel *rows)
{
    m_counts.setRows(rows);
}

void Overview::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    m_counts.setActive(true);
}

void Overview::hideEvent(QHideEvent *event)
{
    QWidget::hideEvent(event);
    m_counts.setActive(false);
}

void Overview::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    const bool isWide = width() >= TwoColumnWidth;
    const auto direction = isWide ? QBoxLayout::LeftToRight : QBoxLayout::TopToBottom;
    for (QBoxLayout *columns : std::as_const(m_columns)) {
        if (direction == columns->direction())
            continue;
        columns->setDirection(direction);
        columns->setSpacing(isWide ? ColumnDistance : GroupDistance);
    }
}

void Overview::showCounts()
{
    // Before the bars come: a scroll bar that comes while the page is hidden leaves the lists as
    // they were laid out without it, cut off.
    showPage(*m_stack, m_counts.total() > 0 ? static_cast<QWidget &>(*m_scrolled) : *m_empty);
    for (std::size_t i = 0; i < m_lists.size(); ++i)
        m_lists[i]->setCounts(m_counts.counts(static_cast<buckets::BucketDimension>(i)),
                              m_counts.total());
}

void Overview::keepInView(const BarList &list, const QModelIndex &bar)
{
    const QRect place = list.visualRect(bar);
    const QPoint center = list.viewport()->mapTo(m_scrolled->widget(), place.center());
    m_scrolled->ensureVisible(center.x(), center.y(), 0, place.height());
}

} // namespace ui
