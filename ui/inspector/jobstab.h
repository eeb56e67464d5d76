// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "browse/bucketinspector.h"
#include "browse/exportjobmodel.h"
#include "ui/inspector/fieldrow.h"
#include "ui/inspector/jobstripview.h"
#include "ui/inspector/summary.h"
#include "ui/tableview.h"

#include <QToolButton>
#include <QWidget>

#include <optional>

namespace ui {

/// The export jobs to the selected bucket: whether exports to it work.
class JobsTab : public QWidget
{
    Q_OBJECT

public:
    explicit JobsTab(QWidget *parent = nullptr);

    void show(const browse::BucketInspector &inspector);

Q_SIGNALS:
    void retryRequested();

private:
    void layOut();
    void showJobs(const browse::BucketInspector &inspector);
    void showSelectedJob();
    void selectJobAgain();
    void showCopyButton();
    void copyDestination();

    browse::ExportJobModel m_model;
    Summary *m_summary;
    JobStripView *m_strip;
    TableView *m_table;
    FieldRow *m_components;
    FieldRow *m_customData;
    QToolButton *m_copy;
    std::optional<atlas::BucketId> m_bucket;
    /// The ID of the job that was selected last among those of the bucket.
    QString m_job;
};

} // namespace ui
