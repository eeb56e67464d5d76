// SPDX-License-Identifier: Apache-2.0
#include "ui/inspector/jobstab.h"

#include "base/texts/nothingtoshow.h"
#include "models/roles.h"
#include "ui/accessibility/clipboardnews.h"
#include "ui/accessibility/enabling.h"
#include "ui/accessibility/focusheirs.h"
#include "ui/inspector/jobdelegate.h"
#include "ui/look/theme.h"
#include "ui/look/tooltiptext.h"
#include "ui/look/widgets.h"
#include "ui/tables/aging.h"

#include <QHBoxLayout>
#include <QHeaderView>
#include <QVBoxLayout>

#include <array>

using namespace Qt::Literals::StringLiterals;

namespace ui {

namespace {

/// In the order of ExportJobModel::Column.
constexpr std::array JobWidths{145, 125, 135, 135, 230, 260, 95, 200, 200};

constexpr int MostFieldLines = 2;
constexpr int MostCalendarRows = 3;

using JobModel = models::ExportJobModel;

/// Shows a text of the selected job, if there is one.
void showField(FieldRow &row, const QString &name, const QString &text, bool hasJob)
{
    using buckets::FieldLine;
    row.setField(text.isEmpty()
                     ? FieldLine{name, base::nothingToShow(), FieldLine::Kind::Absent, {}, {}}
                     : FieldLine{name, text, FieldLine::Kind::Text, text, {}});
    row.setVisible(hasJob);
}

QString jobIdAt(const JobModel &jobs, int row)
{
    return jobs.index(row, static_cast<int>(JobModel::Column::JobId)).data().toString();
}

QString destinationAt(const QModelIndex &job)
{
    return job.data(models::DestinationRole).toString();
}

} // namespace

JobsTab::JobsTab(QWidget *parent)
    : QWidget(parent), m_summary(new Summary(tr("Export jobs"), this)),
      m_strip(new JobStripView(this)), m_unfold(new QToolButton(this)),
      m_calendar(new CalendarView(this)), m_table(new TableView(tr("Export jobs"), this)),
      m_reason(new FieldRow(this)), m_components(new FieldRow(this)),
      m_customData(new FieldRow(this)),
      m_copy(makeFlatButton(this, tr("Copy destination"), LineIcon::Copy,
                            Qt::ToolButtonTextBesideIcon))
{
    m_table->setModel(&m_model);
    m_table->setItemDelegate(new JobDelegate(m_table));
    m_table->setSelectionMode(QAbstractItemView::SingleSelection);
    m_table->setColumnWidths(JobWidths);
    keepAging(*m_table);
    // Beside the times that it is made of.
    m_table->horizontalHeader()->moveSection(
        static_cast<int>(models::ExportJobModel::Column::Duration),
        static_cast<int>(models::ExportJobModel::Column::Finished) + 1);
    layOut();
    showSelectedJob();
    connect(m_summary, &Summary::retryRequested, this, &JobsTab::retryRequested);
    connect(m_unfold, &QToolButton::toggled, this, &JobsTab::unfoldCalendar);
    connect(m_copy, &QToolButton::clicked, this, &JobsTab::copyDestination);
    connect(m_table->selectionModel(), &QItemSelectionModel::currentChanged, this,
            &JobsTab::noteSelectedJob);
    connect(&m_model, &QAbstractItemModel::modelReset, this, &JobsTab::showSelectedJob);
    connect(&m_model, &QAbstractItemModel::dataChanged, this, &JobsTab::showSelectedJob);
}

void JobsTab::layOut()
{
    auto *top = new QHBoxLayout;
    top->setContentsMargins(theme::Margin, 0, theme::Margin, theme::Gap);
    top->addWidget(m_strip, 1);
    top->addWidget(m_copy, 0, Qt::AlignRight);
    m_copy->stackUnder(m_unfold);
    setFocusHeirs(*this, {m_table});
    m_unfold->setText(tr("Exports by month"));
    m_unfold->setAccessibleName(m_unfold->text());
    m_unfold->setAutoRaise(true);
    m_unfold->setCheckable(true);
    m_unfold->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    m_calendar->table()->setMostRows(MostCalendarRows);
    unfoldCalendar(false);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(m_summary);
    layout->addLayout(top);
    auto *fold = new QHBoxLayout;
    fold->setContentsMargins(theme::Gap, 0, theme::Margin, theme::Gap / 2);
    fold->addWidget(m_unfold, 0, Qt::AlignLeft);
    layout->addLayout(fold);
    layout->addWidget(m_calendar);
    layout->addWidget(new Line(Qt::Horizontal, this));
    layout->addWidget(m_table, 1);
    // Its column is too far to the right to be seen.
    auto *reason = new QHBoxLayout;
    reason->setContentsMargins(theme::Margin, 0, theme::Margin, 0);
    reason->addWidget(m_reason);
    layout->addLayout(reason);
    auto *bottom = new QHBoxLayout;
    bottom->setContentsMargins(theme::Margin, 0, theme::Margin, 0);
    bottom->setSpacing(theme::Gap);
    // The list of jobs is what the room is for.
    for (FieldRow *field : {m_components, m_customData}) {
        field->setMostLines(MostFieldLines);
        bottom->addWidget(field, 1, Qt::AlignTop);
    }
    layout->addLayout(bottom);
}

void JobsTab::show(const buckets::BucketInspector &inspector)
{
    m_inspector = &inspector;
    showCalendar();
    if (!inspector.bucket() || !inspector.usage()) {
        m_model.clear();
        m_strip->setJobs({});
        return;
    }
    const buckets::ProjectUsage &usage = *inspector.usage();
    const atlas::ExportBucket &bucket = *inspector.bucket();
    showJobs(inspector);
    selectWantedJob();
    m_strip->setJobs(usage.of(bucket.id).latest);
    m_summary->show(insight::jobsText(usage, bucket.id));
    m_copy->setVisible(m_model.rowCount() > 0);
}

void JobsTab::unfoldCalendar(bool unfolded)
{
    m_unfold->setArrowType(unfolded ? Qt::DownArrow : Qt::RightArrow);
    m_calendar->setVisible(unfolded);
    showCalendar();
}

/// Folded, it takes no time.
void JobsTab::showCalendar()
{
    if (!m_unfold->isChecked())
        return;
    buckets::ExportCalendars calendars;
    if (m_inspector && m_inspector->bucket() && m_inspector->project()) {
        calendars.add({*m_inspector->project(), {}, {}, {}, {}}, m_inspector->usage(),
                      m_inspector->bucket()->id);
        calendars.sort();
    }
    m_calendar->setCalendars(calendars);
}

void JobsTab::selectJob(const QString &id)
{
    m_selectedJob = id;
    selectWantedJob();
}

void JobsTab::noteSelectedJob()
{
    const QModelIndex current = m_table->currentIndex();
    if (current.isValid())
        m_selectedJob = jobIdAt(m_model, current.row());
    showSelectedJob();
}

/// It is the same one, though the rows were made anew.
void JobsTab::selectWantedJob()
{
    if (m_selectedJob.isEmpty() || m_table->currentIndex().isValid())
        return;
    for (int row = 0; row < m_model.rowCount(); ++row) {
        if (jobIdAt(m_model, row) != m_selectedJob)
            continue;
        m_table->selectRow(row);
        return;
    }
}

/// While the jobs of the bucket are read again, those that are known stay.
void JobsTab::showJobs(const buckets::BucketInspector &inspector)
{
    const buckets::ProjectUsage &usage = *inspector.usage();
    const atlas::ExportBucket &bucket = *inspector.bucket();
    const auto jobs = usage.jobs().jobsTo(bucket.id);
    if (m_bucket == bucket.id && usage.isReading() && jobs.size() < m_model.rowCount())
        return;
    m_bucket = bucket.id;
    m_model.setJobs(bucket, jobs);
}

void JobsTab::showSelectedJob()
{
    showCopyButton();
    const QModelIndex job = m_table->currentIndex();
    const auto text = [&job](models::ItemRole role) {
        return job.data(role).toString();
    };
    showField(*m_reason, tr("Reason"), text(models::ReasonRole), job.isValid());
    showField(*m_components, tr("Components"), text(models::ComponentsRole), job.isValid());
    showField(*m_customData, tr("Custom data"), text(models::CustomDataRole), job.isValid());
}

/// A disabled button says why it is.
void JobsTab::showCopyButton()
{
    const QModelIndex job = m_table->currentIndex();
    const QString doubt = job.data(models::DestinationDoubtRole).toString();
    m_copy->setToolTip(
        toolTipFor(doubt.isEmpty() ? tr("Copy the destination path of the selected job") : doubt));
    enableUnless(*m_copy,
                 !job.isValid() ? tr("Select a job to copy the destination path of its snapshot.")
                     : destinationAt(job).isEmpty() ? doubt
                                                    : QString());
}

void JobsTab::copyDestination()
{
    copyAndTell(this, destinationAt(m_table->currentIndex()));
}

} // namespace ui
