// SPDX-License-Identifier: Apache-2.0
#include "ui/busyline.h"

#include "ui/theme.h"

#include <QPainter>

#include <chrono>

using namespace std::chrono_literals;

namespace ui {

namespace {

constexpr int Thickness = 2;
constexpr auto FrameTime = 33ms;
constexpr int RoundTripMs = 1400;

} // namespace

BusyLine::BusyLine(QWidget *parent) : QWidget(parent)
{
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    m_frames.setInterval(FrameTime);
    connect(&m_frames, &QTimer::timeout, this, qOverload<>(&QWidget::update));
}

void BusyLine::setBusy(bool busy)
{
    if (busy == m_frames.isActive())
        return;
    if (busy) {
        m_since.start();
        m_frames.start();
    } else {
        m_frames.stop();
    }
    update();
}

QSize BusyLine::sizeHint() const
{
    return {1, Thickness};
}

void BusyLine::paintEvent(QPaintEvent *)
{
    if (!m_frames.isActive())
        return;
    const int length = width() / 4;
    const auto phase = static_cast<int>(m_since.elapsed() % RoundTripMs);
    const int left = (width() + length) * phase / RoundTripMs - length;
    QPainter(this).fillRect(left, 0, length, height(), theme::accent(palette()));
}

} // namespace ui
