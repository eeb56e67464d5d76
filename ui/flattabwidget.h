// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QTabWidget>

namespace ui {

/// Pages under flat tabs, without a frame.
class FlatTabWidget : public QTabWidget
{
    Q_OBJECT

public:
    explicit FlatTabWidget(QWidget *parent = nullptr);

protected:
    void paintEvent(QPaintEvent *event) override;
};

} // namespace ui
