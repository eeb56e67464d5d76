// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QString>

namespace ui {

/// What is told on the desktop: plain text, whatever it contains.
struct Notification
{
    QString headline{};
    QString text{};
    /// What a click on it does.
    QString action{};
};

} // namespace ui
