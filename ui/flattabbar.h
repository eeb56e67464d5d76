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

    /// QTabBar lays itself out anew for the text that is there already, and all around it follows.
    void showText(int index, const QString &text);

protected:
    QSize tabSizeHint(int index) const override;
    void paintEvent(QPaintEvent *event) override;
};

} // namespace ui
