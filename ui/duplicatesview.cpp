// SPDX-License-Identifier: Apache-2.0
#include "ui/duplicatesview.h"

#include "ui/duplicatedelegate.h"
#include "ui/theme.h"
#include "ui/widgets.h"

#include <QHeaderView>
#include <QLocale>
#include <QVBoxLayout>

#include <array>

namespace ui {

namespace {

using browse::DuplicateColumn;

/// In the order of DuplicateColumn.
constexpr std::array DuplicateWidths{170, 115, 140, 122, 72, 72, 115, 100};

} // namespace

DuplicatesView::DuplicatesView(QWidget *parent)
    : QWidget(parent), m_headline(makePlainLabel(this)),
      m_hint(new ToneLabel(ToneLabel::Meaning::Muted, this)),
      m_table(new TableView(tr("Duplicates"), this)), m_empty(new EmptyState(this)),
      m_stack(new QStackedWidget(this)), m_content(new QWidget(this))
{
    m_headline->setFont(theme::bold(font()));
    m_headline->setWordWrap(true);
    m_headline->setAccessibleDescription(tr("Duplicates"));
    m_hint->setWordWrap(true);
    m_hint->setText(tr("Registrations with the same name, provider and role (on Azure, also the "
                       "same storage account). Double-click a row or press Enter to see them."));
    m_table->setModel(&m_model);
    m_table->setItemDelegate(new DuplicateDelegate(m_table));
    m_table->setColumnWidths(DuplicateWidths);
    m_table->horizontalHeader()->setStretchLastSection(true);
    m_table->sortByColumn(static_cast<int>(DuplicateColumn::Registrations), Qt::DescendingOrder);
    m_table->setSortingEnabled(true);
    layOut();
    tellHowMany();
    connect(&m_model, &QAbstractItemModel::modelReset, this, &DuplicatesView::tellHowMany);
    connect(&m_model, &browse::DuplicatesModel::refreshed, this, [this] {
        m_hasLooked = true;
        tellHowMany();
    });
    connect(m_table, &QAbstractItemView::activated, this, &DuplicatesView::requestFilter);
}

void DuplicatesView::layOut()
{
    auto *top = new QVBoxLayout;
    top->setContentsMargins(theme::Margin, theme::Gap, theme::Margin, theme::Gap);
    top->setSpacing(2);
    top->addWidget(m_headline);
    top->addWidget(m_hint);
    auto *content = new QVBoxLayout(m_content);
    content->setContentsMargins(0, 0, 0, 0);
    content->setSpacing(0);
    content->addLayout(top);
    content->addWidget(new Line(Qt::Horizontal, this));
    content->addWidget(m_table, 1);
    m_stack->addWidget(m_empty);
    m_stack->addWidget(m_content);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_stack);
}

void DuplicatesView::setRows(QAbstractItemModel *rows)
{
    m_hasLooked = false;
    m_model.setRows(rows);
    tellHowMany();
}

void DuplicatesView::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    m_model.setActive(true);
}

void DuplicatesView::hideEvent(QHideEvent *event)
{
    QWidget::hideEvent(event);
    m_model.setActive(false);
}

void DuplicatesView::tellHowMany()
{
    const int groups = m_model.rowCount();
    m_headline->setText(
        tr("%Ln buckets are registered more than once: %1 registrations.", nullptr, groups)
            .arg(QLocale().toString(m_model.registrationCount())));
    m_empty->setMessage(
        {LineIcon::Bucket,
         m_hasLooked ? tr("No bucket is registered more than once") : tr("Looking for duplicates…"),
         tr("Buckets that share a name, provider and role (on Azure, also the storage account) "
            "appear here."),
         {}});
    m_stack->setCurrentWidget(groups > 0 ? m_content : static_cast<QWidget *>(m_empty));
}

void DuplicatesView::requestFilter(const QModelIndex &row)
{
    Q_EMIT filterRequested(row.data(browse::DuplicatesModel::TermsRole).toString());
}

} // namespace ui
