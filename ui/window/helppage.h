// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/parts/windownotice.h"

#include <QString>

#include <optional>

namespace ui {

/// The help in the language of this code, for a program in `programFolder`: as it is installed,
/// else as a build tree has it. Empty if it is in neither place.
QString helpPageFor(const QString &programFolder, const QString &language);

/// Opens it, in the language that is spoken now, with what the desktop has for pages. What is to be
/// told if that cannot be; else nothing.
std::optional<WindowNotice::Maker> openHelpPage(const QString &programFolder);

} // namespace ui
