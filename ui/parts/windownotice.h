// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QString>

#include <functional>

namespace ui {

/// The band along the top of the window: what is to be told beside any request.
struct WindowNotice
{
    /// Makes the notice in the language that is spoken now.
    using Maker = std::function<WindowNotice()>;

    bool isWarning = false;
    QString headline;
    QString text;
};

} // namespace ui
