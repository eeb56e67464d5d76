// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "atlas/values/objectid.h"

#include <QFrame>

#include <optional>

class Session;

namespace ui {

/// The projects for a moment, over the window: where their pane is folded away. It closes on a
/// choice, on Esc, and on a click beside it, and is gone then.
class ProjectPopup : public QFrame
{
    Q_OBJECT

public:
    /// Shows the projects of `session`, with `open` marked; nothing stands for all of them.
    ProjectPopup(Session &session, std::optional<atlas::ProjectId> open, QWidget *parent);

    /// Opens below `anchor`, which is a part of a window, and within that window.
    void openBelow(const QWidget &anchor);

Q_SIGNALS:
    /// The user wants to see this project.
    void projectChosen(atlas::ProjectId project);
    /// The user wants to see all projects at once.
    void allProjectsChosen();

protected:
    void keyPressEvent(QKeyEvent *event) override;
};

} // namespace ui
