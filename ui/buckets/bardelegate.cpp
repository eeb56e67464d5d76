// SPDX-License-Identifier: Apache-2.0
#include "ui/buckets/bardelegate.h"

#include "models/bucketcountmodel.h"
#include "models/roles.h"
#include "ui/look/focusring.h"
#include "ui/look/jobstrip.h"
#include "ui/look/theme.h"

#include <QLocale>
#include <QPainter>

#include <algorithm>

namespace ui {

namespace {

using models::BucketCountModel;

constexpr int BarRowHeight = 28;
constexpr int BarHeight = 12;
constexpr int LeastBar = 2;
constexpr double BarRadius = 3;
constexpr int LeastLabel = 90;
/// Of the width that a list has.
constexpr double LabelShare = 0.36;

bool canFilter(const QModelIndex &index)
{
    return !index.data(models::TermRole).toString().isEmpty();
}

/// Where the parts of a row are.
struct BarPlaces
{
    QRect label;
    QRect bar;
    QRect count;
    QRect part;
};

BarPlaces placesIn(const QRect &row, const QFontMetrics &metrics)
{
    const QRect area = row.adjusted(theme::Gap, 0, -theme::Gap, 0);
    // One more: the advance is rounded, and what is wider by a fraction would be cut.
    const int partWidth =
        metrics.horizontalAdvance(BucketCountModel::tr("%1%", "per cent").arg(100)) + 1;
    const int countWidth = metrics.horizontalAdvance(QLocale().toString(1000000));
    const int labelWidth = std::max(LeastLabel, static_cast<int>(area.width() * LabelShare));
    BarPlaces places{area, area, area, area};
    places.part.setLeft(area.right() + 1 - partWidth);
    places.count.setRight(places.part.left() - theme::Gap);
    places.count.setLeft(places.count.right() + 1 - countWidth);
    places.label.setWidth(labelWidth);
    places.bar.setLeft(places.label.right() + 1 + theme::Gap);
    places.bar.setRight(places.count.left() - 1);
    return places;
}

/// Providers and results of exports have their colours, all else the accent. What is not there
/// stays in the background.
QColor barColor(const QPalette &palette, const QModelIndex &index)
{
    if (index.data(models::AbsentRole).toBool())
        return theme::absentBar(palette);
    const QVariant tone = index.data(models::ToneRole);
    if (tone.isValid())
        return toneColor(static_cast<buckets::JobTone>(tone.toInt()), palette);
    const QVariant provider = index.data(models::ProviderKindRole);
    return provider.isValid()
        ? theme::providerBar(palette, static_cast<atlas::CloudProvider::Kind>(provider.toInt()))
        : theme::accent(palette);
}

void paintBar(QPainter &painter, const QRect &area, double length, const QColor &color)
{
    const QRectF bar(area.left(), area.top() + (area.height() - BarHeight) / 2.0,
                     std::max(area.width() * length, double(LeastBar)), BarHeight);
    const double radius = std::min(BarRadius, bar.width() / 2);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(color);
    painter.drawRoundedRect(bar, radius, radius);
    painter.setRenderHint(QPainter::Antialiasing, false);
}

void paintPart(QPainter &painter, const QRect &area, Qt::Alignment alignment, const QString &text)
{
    painter.drawText(
        area, static_cast<int>(alignment | Qt::AlignVCenter) | Qt::TextSingleLine,
        painter.fontMetrics().elidedText(text.simplified(), Qt::ElideMiddle, area.width()));
}

} // namespace

void BarDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option,
                        const QModelIndex &index) const
{
    painter->save();
    if (canFilter(index) && option.state.testFlag(QStyle::State_MouseOver))
        painter->fillRect(option.rect, theme::hovered(option.palette));
    const QColor text = option.palette.color(QPalette::Text);
    const QColor muted = theme::mutedText(option.palette);
    const BarPlaces places = placesIn(option.rect, option.fontMetrics);
    const QVariant length = index.data(models::LengthRole);
    painter->setFont(option.font);
    painter->setPen(canFilter(index) ? text : muted);
    paintPart(*painter, places.label, Qt::AlignLeft, index.data().toString());
    paintPart(*painter, places.count, Qt::AlignRight, index.data(models::CountTextRole).toString());
    painter->setPen(muted);
    paintPart(*painter, places.part, Qt::AlignRight, index.data(models::PartTextRole).toString());
    if (length.isValid())
        paintBar(*painter, places.bar, length.toDouble(), barColor(option.palette, index));
    if (option.state.testFlag(QStyle::State_HasFocus))
        paintFocusRing(*painter, option.rect, theme::accent(option.palette));
    painter->restore();
}

QSize BarDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &) const
{
    return {LeastLabel, std::max(BarRowHeight, option.fontMetrics.height() + theme::Gap)};
}

} // namespace ui
