// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QStringList>

namespace ui {

/// The arguments without those that are for Qt and its platforms, such as `-platform` and the
/// `-session` that session managers add. QApplication takes out its own; this is for arguments that
/// are read before there is one.
QStringList withoutQtOptions(const QStringList &arguments);

} // namespace ui
