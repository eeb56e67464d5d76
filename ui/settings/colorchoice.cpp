// SPDX-License-Identifier: Apache-2.0
#include "ui/settings/colorchoice.h"

#include "ui/look/keptcolors.h"
#include "ui/look/profilecolortext.h"
#include "ui/look/theme.h"

#include <QGuiApplication>
#include <QPainter>

namespace ui {

namespace {

using accounts::ProfileColor;

/// The first entry; the colours follow in their order.
constexpr int ByNameIndex = 0;

QIcon swatch(ProfileColor profileColor, qreal scale)
{
    const QPalette palette = QGuiApplication::palette();
    const QSize size = ColorChoice::swatchSize();
    QPixmap pixmap((QSizeF(size) * scale).toSize());
    pixmap.setDevicePixelRatio(scale);
    pixmap.fill(Qt::transparent);
    QPainter painter(&pixmap);
    painter.setRenderHint(QPainter::Antialiasing);
    const QColor color = theme::profileColor(palette, profileColor);
    painter.setPen(color.isValid() ? QPen(Qt::NoPen) : QPen(theme::mutedText(palette)));
    painter.setBrush(color.isValid() ? QBrush(color) : QBrush(Qt::NoBrush));
    painter.drawEllipse(QRectF(QPointF(), QSizeF(size)).adjusted(1, 1, -1, -1));
    return pixmap;
}

} // namespace

ColorChoice::ColorChoice(QWidget *parent) : QComboBox(parent)
{
    setIconSize(swatchSize());
    addItem(tr("Automatic (red for production)"));
    for (const ProfileColor color : accounts::allProfileColors)
        addItem(profileColorName(color), static_cast<int>(color));
    keepColored(*this, [this] { drawSwatches(); });
}

std::optional<ProfileColor> ColorChoice::color() const
{
    if (currentIndex() == ByNameIndex)
        return std::nullopt;
    return accounts::allProfileColors.at(static_cast<std::size_t>(currentIndex() - 1));
}

void ColorChoice::setColor(std::optional<ProfileColor> chosen, ProfileColor byName)
{
    m_byName = byName;
    setCurrentIndex(chosen ? findData(static_cast<int>(*chosen)) : ByNameIndex);
    drawSwatches();
}

void ColorChoice::drawSwatches()
{
    setItemIcon(ByNameIndex, swatch(m_byName, devicePixelRatioF()));
    for (int index = ByNameIndex + 1; index < count(); ++index)
        setItemIcon(
            index, swatch(static_cast<ProfileColor>(itemData(index).toInt()), devicePixelRatioF()));
}

} // namespace ui
