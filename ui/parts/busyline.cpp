// SPDX-License-Identifier: Apache-2.0
#include "ui/parts/busyline.h"

#include "ui/accessibility/statenews.h"
#include "ui/look/theme.h"

#include <QPainter>
#include <QStyle>

#include <chrono>
#include <utility>

using namespace std::chrono_literals;

namespace ui {

namespace {

constexpr int Thickness = 2;
constexpr auto FrameTime = 33ms;
constexpr int RoundTripMs = 1400;

} // namespace

BusyLine::BusyLine(QWidget *parent) : QWidget(parent)
{
    setAccessibleName(tr("Loading"));
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    m_frames.setInterval(FrameTime);
    connect(&m_frames, &QTimer::timeout, this, &BusyLine::move);
}

void BusyLine::setBusy(bool busy)
{
    if (std::exchange(m_isBusy, busy) == busy)
        return;
    m_since.start();
    if (busy && !isStill())
        m_frames.start();
    else
        m_frames.stop();
    update();
    QAccessible::State changed;
    changed.busy = true;
    changed.invisible = true;
    tellStateChanged(this, changed);
}

bool BusyLine::isStill() const
{
    return style()->styleHint(QStyle::SH_Widget_Animation_Duration, nullptr, this) == 0;
}

void BusyLine::move()
{
    if (isStill())
        m_frames.stop();
    update();
}

QSize BusyLine::sizeHint() const
{
    return {1, Thickness};
}

void BusyLine::paintEvent(QPaintEvent *)
{
    if (!m_isBusy)
        return;
    if (!m_frames.isActive()) {
        QPainter(this).fillRect(rect(), theme::accent(palette()));
        return;
    }
    const int length = width() / 4;
    const auto phase = static_cast<int>(m_since.elapsed() % RoundTripMs);
    const int left = (width() + length) * phase / RoundTripMs - length;
    QPainter(this).fillRect(left, 0, length, height(), theme::accent(palette()));
}

} // namespace ui
