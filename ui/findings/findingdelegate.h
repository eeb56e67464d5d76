// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "insight/health/finding.h"
#include "ui/look/lineicon.h"
#include "ui/tables/celldelegate.h"

#include <QList>

namespace ui {

/// The sign of a severity.
LineIcon severitySign(insight::Severity severity);
/// The colour of that sign and of the word beside it.
QColor severityColor(const QPalette &palette, insight::Severity severity);

/// Paints findings: a sign and a word for the severity, muted dashes, and all of a finding that
/// is accepted muted.
class FindingDelegate : public CellDelegate
{
    Q_OBJECT

public:
    using CellDelegate::CellDelegate;

    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;

protected:
    Look lookOf(const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    void paintContent(QPainter &painter, const QStyleOptionViewItem &option,
                      const QModelIndex &index) const override;

private:
    struct Sign
    {
        LineIcon icon = LineIcon::Information;
        QRgb color = 0;
        QIcon drawn;
    };

    const QIcon &sign(LineIcon icon, const QColor &color) const;

    /// An icon is read from its file only once a colour.
    mutable QList<Sign> m_signs;
};

} // namespace ui
