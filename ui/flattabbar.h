// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QTabBar>

namespace ui {

/// Tabs without boxes: a text each, and a line in the accent's colour under the current one.
class FlatTabBar : public QTabBar
{
    Q_OBJECT

public:
    explicit FlatTabBar(QWidget *parent = nullptr);

protected:
    QSize tabSizeHint(int index) const override;
    void paintEvent(QPaintEvent *event) override;
};

} // namespace ui
