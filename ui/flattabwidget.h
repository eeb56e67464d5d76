// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QTabWidget>

namespace ui {

class FlatTabBar;

/// Pages under flat tabs, without a frame.
class FlatTabWidget : public QTabWidget
{
    Q_OBJECT

public:
    explicit FlatTabWidget(QWidget *parent = nullptr);

    /// The text of the tab of `page`.
    void showText(const QWidget &page, const QString &text);

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    FlatTabBar *m_bar;
};

} // namespace ui
