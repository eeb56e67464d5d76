// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "atlas/values/exportjobstate.h"

#include <QList>
#include <QWidget>

namespace ui {

/// The latest export jobs of a bucket as a strip; its accessible description tells them in words.
class JobStripView : public QWidget
{
    Q_OBJECT

public:
    explicit JobStripView(QWidget *parent = nullptr);

    /// Oldest first. Hides itself if there are none.
    void setJobs(const QList<atlas::ExportJobState> &jobs);

    QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    QList<atlas::ExportJobState> m_jobs;
};

} // namespace ui
