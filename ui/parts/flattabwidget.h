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

    /// The text of the tab of `page`, and its count as FlatTabBar::showText() has it.
    void showText(const QWidget &page, const QString &text, const QString &count);

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    FlatTabBar *m_bar;
};

} // namespace ui
