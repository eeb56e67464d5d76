// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/look/celltexts.h"

#include <QStyledItemDelegate>

#include <optional>

namespace ui {

/// Paints table cells: plain text with a thin line under each row. What does not fit is elided and
/// whole in the tooltip. Whatever a server wrote is shown as text, never as markup.
class CellDelegate : public QStyledItemDelegate
{
    Q_OBJECT

public:
    using QStyledItemDelegate::QStyledItemDelegate;

    void paint(QPainter *painter, const QStyleOptionViewItem &option,
               const QModelIndex &index) const override;
    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    bool helpEvent(QHelpEvent *event, QAbstractItemView *view, const QStyleOptionViewItem &option,
                   const QModelIndex &index) override;

protected:
    /// How one cell looks.
    struct Look
    {
        QFont font;
        QColor color;
        Qt::TextElideMode elide = Qt::ElideRight;
    };

    /// The look of a cell that is not selected.
    virtual Look lookOf(const QStyleOptionViewItem &option, const QModelIndex &index) const;
    /// Paints what is in the cell; background and line are there already.
    virtual void paintContent(QPainter &painter, const QStyleOptionViewItem &option,
                              const QModelIndex &index) const;

    /// Where a cell's text goes.
    static QRect contentRect(const QRect &cell);
    void paintText(QPainter &painter, const QStyleOptionViewItem &option, const QModelIndex &index,
                   const Look &look) const;
    /// theme::monospace(), which is looked up once for all cells.
    const QFont &monospace(const QFont &base) const;

private:
    struct Monospace
    {
        QFont base;
        QFont font;
    };

    mutable CellTexts m_texts;
    mutable std::optional<Monospace> m_monospace;
};

} // namespace ui
