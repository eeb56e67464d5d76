// SPDX-License-Identifier: Apache-2.0
#include "ui/inspector/jobstripview.h"

#include "ui/look/jobstrip.h"
#include "ui/look/tooltiptext.h"

#include <QPainter>

namespace ui {

namespace {

constexpr int StripHeight = 20;

} // namespace

JobStripView::JobStripView(QWidget *parent) : QWidget(parent)
{
    setAccessibleName(tr("Latest export jobs"));
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
}

void JobStripView::setJobs(const QList<atlas::ExportJobState> &jobs)
{
    m_jobs = jobs;
    const QString text = jobs.isEmpty() ? QString() : buckets::stripText(jobs);
    setAccessibleDescription(text);
    setToolTip(toolTipFor(text));
    setVisible(!jobs.isEmpty());
    update();
}

QSize JobStripView::sizeHint() const
{
    return {jobStripWidth(m_jobs.size()), StripHeight};
}

void JobStripView::paintEvent(QPaintEvent *)
{
    QList<buckets::JobTone> tones;
    for (const atlas::ExportJobState &job : m_jobs)
        tones.append(buckets::toneOf(job));
    QPainter painter(this);
    paintJobStrip(painter, rect(), tones, palette());
}

} // namespace ui
