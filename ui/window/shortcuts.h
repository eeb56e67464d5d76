// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QKeySequence>
#include <QList>

#include <functional>

class QWidget;

namespace ui {

/// Has `window` run this whenever one of the keys is pressed in it.
void addShortcut(QWidget &window, const QList<QKeySequence> &keys,
                 const std::function<void()> &run);

} // namespace ui
