// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "buckets/usage/jobtext.h"

#include <QColor>
#include <QList>
#include <QPalette>
#include <QRect>

class QPainter;

namespace ui {

/// The colour of what stands for a job, or for many that ended so.
QColor toneColor(buckets::JobTone tone, const QPalette &palette);

/// How wide a strip of so many jobs is, in device-independent pixels.
int jobStripWidth(qsizetype jobs);

/// Paints a bar for each job, oldest first: green; red and taller; amber and in two pieces, so that
/// they are told apart without colours. If `area` is too narrow, the oldest are left out.
void paintJobStrip(QPainter &painter, const QRect &area, const QList<buckets::JobTone> &jobs,
                   const QPalette &palette);

} // namespace ui
