// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QElapsedTimer>
#include <QTimer>
#include <QWidget>

namespace ui {

/// A thin line that runs while something is being loaded, and keeps its room when nothing is. Where
/// the style has no animations, it is there and stands still.
class BusyLine : public QWidget
{
    Q_OBJECT

public:
    explicit BusyLine(QWidget *parent = nullptr);

    bool isBusy() const { return m_isBusy; }
    void setBusy(bool busy);
    QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    bool isStill() const;
    void move();

    bool m_isBusy = false;
    QTimer m_frames;
    QElapsedTimer m_since;
};

} // namespace ui
