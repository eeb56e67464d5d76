// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QHeaderView>

namespace ui {

/// Column titles without boxes: muted text over a thin line. A title that is cut is whole in the
/// tooltip.
class HeaderView : public QHeaderView
{
    Q_OBJECT

public:
    explicit HeaderView(QWidget *parent = nullptr);

    QSize sizeHint() const override;

protected:
    void mouseMoveEvent(QMouseEvent *event) override;
    QSize sectionSizeFromContents(int logicalIndex) const override;
    bool viewportEvent(QEvent *event) override;
    void paintSection(QPainter *painter, const QRect &rect, int logicalIndex) const override;

private:
    QRect titleRect(const QRect &section, int logicalIndex) const;
    QString toolTipOf(int logicalIndex) const;
    bool invitesClick(int logicalIndex) const;
    bool isSorted(int logicalIndex) const;
    void paintSortArrow(QPainter &painter, const QRect &section) const;
};

} // namespace ui
