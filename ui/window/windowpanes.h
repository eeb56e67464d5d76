// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/window/windowfocus.h"

#include <QObject>

class QSplitter;
class QToolButton;

namespace accounts {
class Preferences;
}

namespace ui {

class NoticeBar;

/// How the window is divided: projects, buckets and details side by side, status below, each but
/// the buckets to be folded away. A pane that comes back is as large as it was.
class WindowPanes : public QObject
{
    Q_OBJECT

public:
    /// Those that can be folded.
    enum class Pane { Projects, Details, Status };

    /// Divides `parent`, a window of its first size. The panes and the notice become children of
    /// widget().
    WindowPanes(const WindowFocus::Panes &panes, NoticeBar &notice, QWidget &parent);

    /// Holds all of them.
    QWidget &widget() const;
    /// A button for each that folds.
    QWidget &toggles() const { return *m_toggles; }

    /// Of what the user wants to see.
    bool isShown(Pane pane) const;
    void setShown(Pane pane, bool isShown);
    void toggle(Pane pane) { setShown(pane, !isShown(pane)); }
    void showDetails() { setShown(Pane::Details, true); }
    /// Whether what is shown in the middle has details: else they make room for it.
    void setHasDetails(bool hasDetails);

    /// Where nothing is remembered, those are shown that the screen has room for.
    void restore(const accounts::Preferences &preferences);
    void save(accounts::Preferences &preferences) const;

Q_SIGNALS:
    /// The pane of projects is folded away, or comes back.
    void projectsShown(bool isShown);

private:
    void divide(NoticeBar &notice, const QSize &size);
    QToolButton *addToggle(Pane pane);
    QToolButton &toggleOf(Pane pane) const;
    void apply(Pane pane);

    WindowFocus::Panes m_panes;
    QSplitter *m_columns;
    QSplitter *m_rows;
    QWidget *m_toggles;
    QList<QToolButton *> m_buttons;
    bool m_hasDetails = true;
};

} // namespace ui
