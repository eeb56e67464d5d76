// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QHeaderView>

namespace ui {

/// Column titles without boxes: muted text over a thin line.
class HeaderView : public QHeaderView
{
    Q_OBJECT

public:
    explicit HeaderView(QWidget *parent = nullptr);

    QSize sizeHint() const override;

protected:
    void mouseMoveEvent(QMouseEvent *event) override;
    QSize sectionSizeFromContents(int logicalIndex) const override;
    void paintSection(QPainter *painter, const QRect &rect, int logicalIndex) const override;

private:
    int paintSortArrow(QPainter &painter, const QRect &area) const;
};

} // namespace ui
