// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "browse/bucketinspector.h"
#include "browse/usedbymodel.h"
#include "ui/inspector/fieldlist.h"
#include "ui/inspector/summary.h"
#include "ui/tableview.h"

#include <QWidget>

namespace ui {

/// The clusters that export to the selected bucket: what breaks if it goes.
class UsedByTab : public QWidget
{
    Q_OBJECT

public:
    explicit UsedByTab(QWidget *parent = nullptr);

    void show(const browse::BucketInspector &inspector);

Q_SIGNALS:
    void retryRequested();

private:
    void showSelectedCluster();

    browse::UsedByModel m_model;
    Summary *m_summary;
    TableView *m_table;
    /// What else is known of the selected cluster.
    FieldList *m_cluster;
};

} // namespace ui
