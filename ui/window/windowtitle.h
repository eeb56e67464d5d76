// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "atlas/values/objectid.h"

#include <QString>

#include <optional>

class Session;

namespace ui {

/// What is open, as the top bar and the title of the window say it.
struct WindowTitle
{
    /// Nothing if it is all of them, or none.
    std::optional<atlas::ProjectId> project{};
    /// `All projects`, or the project's name as far as that is known.
    QString place{};
    QString title{};

    /// `session` may be nullptr.
    static WindowTitle of(Session *session);
};

} // namespace ui
