// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QProxyStyle>

namespace ui {

/// Fusion with rims, rings and lines that are seen in each theme, and with flat scroll bars.
/// Fusion's own are gradients, which Qt fills line by line in threads of its pool: each took longer
/// to paint than the table beside it.
class Style final : public QProxyStyle
{
    Q_OBJECT

public:
    Style();

    /// Then animations take no time (SH_Widget_Animation_Duration): who moves something asks for
    /// that.
    void setStill(bool isStill) { m_isStill = isStill; }

    void drawPrimitive(PrimitiveElement element, const QStyleOption *option, QPainter *painter,
                       const QWidget *widget = nullptr) const override;
    void drawControl(ControlElement element, const QStyleOption *option, QPainter *painter,
                     const QWidget *widget = nullptr) const override;
    void drawComplexControl(ComplexControl control, const QStyleOptionComplex *option,
                            QPainter *painter, const QWidget *widget = nullptr) const override;
    QRect subControlRect(ComplexControl control, const QStyleOptionComplex *option,
                         SubControl subControl, const QWidget *widget = nullptr) const override;
    QIcon standardIcon(StandardPixmap icon, const QStyleOption *option = nullptr,
                       const QWidget *widget = nullptr) const override;
    int pixelMetric(PixelMetric metric, const QStyleOption *option = nullptr,
                    const QWidget *widget = nullptr) const override;
    int styleHint(StyleHint hint, const QStyleOption *option = nullptr,
                  const QWidget *widget = nullptr,
                  QStyleHintReturn *returned = nullptr) const override;

private:
    bool m_isStill = false;
};

} // namespace ui
