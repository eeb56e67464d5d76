// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "atlas/values/objectid.h"

#include <QString>

#include <optional>

class Session;

namespace ui {

/// What a window is called by what it shows.
struct WindowTitle
{
    /// The open project; nothing with all of them open, or none.
    std::optional<atlas::ProjectId> project;
    /// The project's name, as long as a bar can do with; empty if it is not known.
    QString name;
    /// For the frame of the window.
    QString title;
};

/// In the language that is spoken now; `session` may be nullptr.
WindowTitle titleOf(Session *session);

} // namespace ui
