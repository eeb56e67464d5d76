// SPDX-License-Identifier: Apache-2.0
#include "ui/tables/aging.h"

#include <QAbstractItemView>
#include <QTimer>

#include <chrono>

using namespace std::chrono_literals;

namespace ui {

void keepAging(QAbstractItemView &view)
{
    auto *timer = new QTimer(&view);
    timer->setTimerType(Qt::VeryCoarseTimer);
    // What cannot be seen is not drawn.
    QObject::connect(timer, &QTimer::timeout, view.viewport(), qOverload<>(&QWidget::update));
    timer->start(1min);
}

} // namespace ui
