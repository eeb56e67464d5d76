// SPDX-License-Identifier: Apache-2.0
#include "ui/look/appliedtheme.h"

#include "ui/look/style.h"
#include "ui/look/theme.h"

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
