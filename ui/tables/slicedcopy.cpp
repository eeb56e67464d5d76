// SPDX-License-Identifier: Apache-2.0
#include "ui/tables/slicedcopy.h"

#include <QClipboard>
#include <QElapsedTimer>
#include <QGuiApplication>

#include <utility>

namespace ui {

namespace {

/// Nobody sees the window wait for that long, once.
constexpr qint64 FirstSliceMs = 40;
/// A frame has 16 ms, and others need some of it.
constexpr qint64 LaterSliceMs = 6;

} // namespace

SlicedCopy::SlicedCopy(QObject *parent) : QObject(parent)
{
    connect(&m_slices, &QTimer::timeout, this, [this] { workFor(LaterSliceMs); });
    // What has been copied meanwhile, here or elsewhere, is what the user wants now.
    connect(QGuiApplication::clipboard(), &QClipboard::dataChanged, this, &SlicedCopy::cancel);
}

void SlicedCopy::start(const Maker &maker, const QObject &subject)
{
    cancel();
    m_maker = maker;
    m_subjectsEnd = connect(&subject, &QObject::destroyed, this, &SlicedCopy::cancel);
    m_slices.start(0);
    workFor(FirstSliceMs);
}

void SlicedCopy::finishNow()
{
    if (!m_maker)
        return;
    while (m_row < m_maker->rows)
        m_maker->add(m_row++);
    finish();
}

void SlicedCopy::cancel()
{
    m_slices.stop();
    disconnect(m_subjectsEnd);
    m_maker.reset();
    m_row = 0;
}

void SlicedCopy::workFor(qint64 milliseconds)
{
    // To look at the clock takes a part of a row's time.
    constexpr int RowsPerLook = 16;
    QElapsedTimer clock;
    clock.start();
    while (m_row < m_maker->rows) {
        m_maker->add(m_row++);
        if (m_row % RowsPerLook == 0 && clock.hasExpired(milliseconds))
            break;
    }
    if (m_row == m_maker->rows)
        finish();
}

void SlicedCopy::finish()
{
    const QString text = m_maker->text();
    const int rows = m_maker->rows;
    cancel();
    QGuiApplication::clipboard()->setText(text);
    Q_EMIT copied(rows);
}

} // namespace ui
