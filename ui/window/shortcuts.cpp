// SPDX-License-Identifier: Apache-2.0
#include "ui/window/shortcuts.h"

#include <QShortcut>
#include <QWidget>

namespace ui {

void addShortcut(QWidget &window, const QList<QKeySequence> &keys, const std::function<void()> &run)
{
    auto *shortcut = new QShortcut(&window);
    shortcut->setKeys(keys);
    QObject::connect(shortcut, &QShortcut::activated, &window, run);
}

} // namespace ui
