// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QTabBar>

namespace ui {

/// Tabs without boxes: a text each, and a line in the accent's colour under the current one. They
/// move closer to each other where there is little room, and never scroll.
class FlatTabBar : public QTabBar
{
    Q_OBJECT

public:
    explicit FlatTabBar(QWidget *parent = nullptr);

    /// A screen reader says `count`, such as “3 problems”, after the accessible name of the tab.
    /// QTabBar lays itself out anew for the text that is there already, and all around it follows.
    void showText(int index, const QString &text, const QString &count);
    QString spokenCount(int index) const { return tabData(index).toString(); }

protected:
    QSize tabSizeHint(int index) const override;
    QSize minimumTabSizeHint(int index) const override;
    bool event(QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;

private:
    QSize sizeWith(int padding, int index) const;
    QString shownText(int index) const;
};

} // namespace ui
