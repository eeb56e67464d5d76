// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QObject>
#include <QTimer>

#include <functional>

class QWidget;

namespace ui {

/// Does something once, right after a window has been painted for the first time. A window that is
/// not painted for long, since it is minimised or covered, does not hold it up for ever.
///
/// To post an event is not enough: an X server wants to be asked before anything is painted, and
/// the event would come first.
class FirstPaint : public QObject
{
    Q_OBJECT

public:
    /// `window` has been shown. Goes away by itself when it has run `then`.
    FirstPaint(const QWidget &window, std::function<void()> then, QObject *parent);

    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void finish();

    std::function<void()> m_then;
    QTimer m_patience;
};

} // namespace ui
