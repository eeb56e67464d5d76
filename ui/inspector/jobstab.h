// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "buckets/usage/bucketinspector.h"
#include "models/exportjobmodel.h"
#include "ui/calendar/calendarview.h"
#include "ui/inspector/fieldrow.h"
#include "ui/inspector/jobstripview.h"
#include "ui/inspector/summary.h"
#include "ui/tables/tableview.h"

#include <QPointer>
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

    void show(const buckets::BucketInspector &inspector);

    /// The ID of the job that was selected last; empty for none.
    QString selectedJob() const { return m_selectedJob; }
    /// Selects a job, as soon as it is there.
    void selectJob(const QString &id);

Q_SIGNALS:
    void retryRequested();

private:
    void layOut();
    void showJobs(const buckets::BucketInspector &inspector);
    void unfoldCalendar(bool unfolded);
    void showCalendar();
    void showSelectedJob();
    void noteSelectedJob();
    void selectWantedJob();
    void showCopyButton();
    void copyDestination();

    models::ExportJobModel m_model;
    Summary *m_summary;
    JobStripView *m_strip;
    QToolButton *m_unfold;
    CalendarView *m_calendar;
    TableView *m_table;
    FieldRow *m_reason;
    FieldRow *m_components;
    FieldRow *m_customData;
    QToolButton *m_copy;
    std::optional<atlas::BucketId> m_bucket;
    QString m_selectedJob;
    QPointer<const buckets::BucketInspector> m_inspector;
};

} // namespace ui
