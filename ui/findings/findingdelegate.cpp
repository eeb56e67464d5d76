// SPDX-License-Identifier: Apache-2.0
#include "ui/findings/findingdelegate.h"

#include "models/findingsmodel.h"
#include "models/roles.h"
#include "ui/look/theme.h"

#include <QPainter>

#include <algorithm>

namespace ui {

namespace {

using FindingColumn = models::FindingsModel::Column;

constexpr int SignSize = 16;
constexpr int SignDistance = 6;
/// In all themes; then the oldest go.
constexpr qsizetype MostSigns = 12;

FindingColumn findingColumn(const QModelIndex &index)
{
    return static_cast<FindingColumn>(index.column());
}

insight::Severity severityOf(const QModelIndex &index)
{
    return static_cast<insight::Severity>(index.data(models::SeverityRole).toInt());
}

} // namespace

LineIcon severitySign(insight::Severity severity)
{
    switch (severity) {
    case insight::Severity::Critical:
        return LineIcon::Failure;
    case insight::Severity::Warning:
        return LineIcon::Warning;
    case insight::Severity::Info:
        return LineIcon::Information;
    }
    Q_UNREACHABLE();
}

QColor severityColor(const QPalette &palette, insight::Severity severity)
{
    switch (severity) {
    case insight::Severity::Critical:
        return theme::failure(palette);
    case insight::Severity::Warning:
        return theme::warningBand(palette).text;
    case insight::Severity::Info:
        return theme::infoBand(palette).text;
    }
    Q_UNREACHABLE();
}

QSize FindingDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const QSize size = CellDelegate::sizeHint(option, index);
    return findingColumn(index) == FindingColumn::Severity
        ? size + QSize(SignSize + SignDistance, 0)
        : size;
}

CellDelegate::Look FindingDelegate::lookOf(const QStyleOptionViewItem &option,
                                           const QModelIndex &index) const
{
    Look look = CellDelegate::lookOf(option, index);
    const FindingColumn column = findingColumn(index);
    // What tells names apart is often at their end.
    if (column == FindingColumn::Cluster || column == FindingColumn::ExportBucket)
        look.elide = Qt::ElideMiddle;
    const bool isAccepted = index.data(models::AcceptedRole).toBool();
    if (isAccepted || column == FindingColumn::Since || index.data(models::AbsentRole).toBool())
        look.color = theme::mutedText(option.palette);
    else if (column == FindingColumn::Severity)
        look.color = severityColor(option.palette, severityOf(index));
    return look;
}

void FindingDelegate::paintContent(QPainter &painter, const QStyleOptionViewItem &option,
                                   const QModelIndex &index) const
{
    if (findingColumn(index) != FindingColumn::Severity) {
        CellDelegate::paintContent(painter, option, index);
        return;
    }
    const Look look = lookOf(option, index);
    const QRect area = contentRect(option.rect);
    const QRect signArea(area.left(), area.center().y() - SignSize / 2, SignSize, SignSize);
    sign(severitySign(severityOf(index)), look.color).paint(&painter, signArea);
    QStyleOptionViewItem beside = option;
    beside.rect.adjust(SignSize + SignDistance, 0, 0, 0);
    paintText(painter, beside, index, look);
}

const QIcon &FindingDelegate::sign(LineIcon icon, const QColor &color) const
{
    const auto known = std::find_if(m_signs.cbegin(), m_signs.cend(), [&](const Sign &sign) {
        return sign.icon == icon && sign.color == color.rgb();
    });
    if (known != m_signs.cend())
        return known->drawn;
    if (m_signs.size() == MostSigns)
        m_signs.removeFirst();
    m_signs.append({icon, color.rgb(), lineIcon(icon, color)});
    return m_signs.constLast().drawn;
}

} // namespace ui
