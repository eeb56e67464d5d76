// SPDX-License-Identifier: Apache-2.0
#include "ui/appliedtheme.h"

#include "ui/style.h"
#include "ui/theme.h"

#include <QApplication>

namespace ui::theme {

void apply(QApplication &application, Tone tone)
{
    if (!qobject_cast<Style *>(QApplication::style()))
        QApplication::setStyle(new Style);
    application.setPalette(palette(tone));
}

void setStill(bool isStill)
{
    if (auto *style = qobject_cast<Style *>(QApplication::style()))
        style->setStill(isStill);
}

} // namespace ui::theme
