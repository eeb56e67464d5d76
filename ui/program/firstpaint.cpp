// SPDX-License-Identifier: Apache-2.0
#include "ui/program/firstpaint.h"

#include <QEvent>
#include <QWidget>
#include <QWindow>

#include <chrono>
#include <utility>

using namespace std::chrono_literals;

namespace ui {

namespace {

constexpr auto LongestWait = 500ms;

} // namespace

FirstPaint::FirstPaint(const QWidget &window, std::function<void()> then, QObject *parent)
    : QObject(parent), m_then(std::move(then))
{
    m_patience.setSingleShot(true);
    m_patience.setInterval(LongestWait);
    connect(&m_patience, &QTimer::timeout, this, &FirstPaint::finish);
    m_patience.start();
    window.windowHandle()->installEventFilter(this);
}

bool FirstPaint::eventFilter(QObject *watched, QEvent *event)
{
    const auto *window = qobject_cast<const QWindow *>(watched);
    // The window paints while it takes the event: what is due at once afterwards comes after that.
    if (event->type() == QEvent::Expose && window && window->isExposed())
        m_patience.start(0ms);
    return false;
}

void FirstPaint::finish()
{
    deleteLater();
    std::exchange(m_then, {})();
}

} // namespace ui
