// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QWidget>

namespace ui {

/// Draws a line around an input whose content must be put right. Lies on the input and lets
/// everything through.
class ProblemOutline : public QWidget
{
    Q_OBJECT

public:
    /// Hidden at first. `input` owns it.
    explicit ProblemOutline(QWidget *input);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;
};

} // namespace ui
