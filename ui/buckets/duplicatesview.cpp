// SPDX-License-Identifier: Apache-2.0
#include "ui/buckets/duplicatesview.h"

#include "models/roles.h"
#include "ui/accessibility/focusheirs.h"
#include "ui/buckets/duplicatedelegate.h"
#include "ui/look/measures.h"
#include "ui/look/theme.h"
#include "ui/look/widgets.h"
#include "ui/tables/columnmenu.h"

#include <QAbstractProxyModel>
#include <QHeaderView>
#include <QLocale>
#include <QVBoxLayout>

#include <array>

using namespace Qt::Literals::StringLiterals;

namespace ui {

namespace {

using buckets::DuplicateColumn;

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
    m_table->setModel(&m_model);
    m_table->setItemDelegate(new DuplicateDelegate(m_table));
    m_table->setColumnWidths(DuplicateWidths);
    m_table->horizontalHeader()->setStretchLastSection(true);
    m_table->sortByColumn(static_cast<int>(DuplicateColumn::Registrations), Qt::DescendingOrder);
    m_table->setSortingEnabled(true);
    // In the smallest window, what the rows are is told whole.
    m_table->setMinimumHeight(measures::rowHeight(font()));
    layOut();
    tellHowMany();
    connect(&m_model, &QAbstractItemModel::modelReset, this, &DuplicatesView::tellHowMany);
    connect(&m_model, &models::DuplicatesModel::refreshed, this, [this] {
        m_hasLooked = true;
        tellHowMany();
    });
    connect(m_empty, &EmptyState::actionTriggered, this, &DuplicatesView::clearFilterRequested);
    connect(m_table, &QAbstractItemView::activated, this, &DuplicatesView::requestFilter);
    offerColumnMenu(*m_table);
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
    if (m_rows)
        disconnect(m_rows, nullptr, this, nullptr);
    m_rows = rows;
    m_model.setRows(rows);
    if (const auto *filtered = qobject_cast<QAbstractProxyModel *>(rows)) {
        connect(filtered, &QAbstractProxyModel::sourceModelChanged, this,
                &DuplicatesView::forgetLook);
    }
    forgetLook();
}

void DuplicatesView::setScope(bool isFiltered, buckets::Completeness completeness)
{
    if (m_isFiltered == isFiltered && m_completeness == completeness)
        return;
    m_isFiltered = isFiltered;
    m_completeness = completeness;
    tellHowMany();
}

/// Of other rows nothing is known.
void DuplicatesView::forgetLook()
{
    m_hasLooked = false;
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
    m_hint->setText(
        QString(tr("Registrations with the same name, provider and role (on Azure, also "
                   "the same storage account). Double-click a row or press Enter to "
                   "see them.")
                + u' ' + reservation())
            .trimmed());
    m_empty->setMessage(emptyMessage());
    showPage(*m_stack, groups > 0 ? *m_content : static_cast<QWidget &>(*m_empty));
}

/// Nobody is told that there are none unless all have been looked at.
EmptyState::Message DuplicatesView::emptyMessage() const
{
    const QString text =
        tr("Buckets that share a name, provider and role (on Azure, also the storage account) "
           "appear here.");
    if (!m_hasLooked)
        return {LineIcon::Bucket, tr("Looking for duplicates…"), text, {}};
    if (m_isFiltered) {
        return {LineIcon::Search, tr("No duplicates among the buckets that match the filter"),
                reservation(), tr("Clear filter")};
    }
    if (!m_completeness.isWhole())
        return {LineIcon::Bucket, tr("No duplicates so far"), reservation(), {}};
    return {LineIcon::Bucket, tr("No duplicates"), text, {}};
}

/// What has not been looked at.
QString DuplicatesView::reservation() const
{
    if (m_completeness.isWhole())
        return m_isFiltered ? tr("The filter hides some buckets. There may be more duplicates.")
                            : QString();
    return tr("Not all buckets were loaded. There may be more duplicates.");
}

void DuplicatesView::requestFilter(const QModelIndex &row)
{
    Q_EMIT filterRequested(row.data(models::TermRole).toString());
}

} // namespace ui
