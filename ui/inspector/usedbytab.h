// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "buckets/usage/bucketinspector.h"
#include "models/usedbymodel.h"
#include "ui/inspector/fieldlist.h"
#include "ui/inspector/summary.h"
#include "ui/tables/tableview.h"

#include <QWidget>

namespace ui {

/// The clusters that export to the selected bucket: what breaks if it goes.
class UsedByTab : public QWidget
{
    Q_OBJECT

public:
    explicit UsedByTab(QWidget *parent = nullptr);

    void show(const buckets::BucketInspector &inspector);

Q_SIGNALS:
    void retryRequested();

private:
    void showSelectedCluster();

    models::UsedByModel m_model;
    Summary *m_summary;
    TableView *m_table;
    /// What else is known of the selected cluster.
    FieldList *m_cluster;
};

} // namespace ui
