// SPDX-License-Identifier: Apache-2.0
#include "ui/inspector/usedbytab.h"

#include "buckets/fields/clusterfields.h"
#include "ui/accessibility/focusheirs.h"
#include "ui/inspector/usedbydelegate.h"
#include "ui/look/widgets.h"

#include <QHeaderView>
#include <QVBoxLayout>

#include <array>

namespace ui {

namespace {

/// In the order of UsedByModel::Column.
constexpr std::array UsedByWidths{114, 88, 84, 125};

} // namespace

UsedByTab::UsedByTab(QWidget *parent)
    : QWidget(parent), m_summary(new Summary(tr("Used by"), this)),
      m_table(new TableView(tr("Used by"), this)), m_cluster(new FieldList(this))
{
    m_table->setModel(&m_model);
    m_table->setItemDelegate(new UsedByDelegate(m_table));
    m_table->setColumnWidths(UsedByWidths);
    m_table->horizontalHeader()->setStretchLastSection(true);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(m_summary);
    layout->addWidget(new Line(Qt::Horizontal, this));
    layout->addWidget(m_table, 1);
    setFocusHeirs(*this, {m_table});
    layout->addWidget(m_cluster, 1);
    showSelectedCluster();
    connect(m_table->selectionModel(), &QItemSelectionModel::currentChanged, this,
            &UsedByTab::showSelectedCluster);
    connect(&m_model, &QAbstractItemModel::modelReset, this, &UsedByTab::showSelectedCluster);
    connect(&m_model, &QAbstractItemModel::dataChanged, this, &UsedByTab::showSelectedCluster);
    connect(m_summary, &Summary::retryRequested, this, &UsedByTab::retryRequested);
}

void UsedByTab::show(const buckets::BucketInspector &inspector)
{
    if (!inspector.bucket() || !inspector.usage()) {
        m_model.clear();
        return;
    }
    m_model.show(inspector.usage(), inspector.bucket()->id);
    m_summary->show(insight::usersText(*inspector.usage(), inspector.bucket()->id));
}

void UsedByTab::showSelectedCluster()
{
    const QModelIndex cluster = m_table->currentIndex();
    m_cluster->setVisible(cluster.isValid());
    if (cluster.isValid())
        m_cluster->showFields(buckets::clusterFields(m_model.entryAt(cluster.row())));
}

} // namespace ui
