// SPDX-License-Identifier: Apache-2.0
#include "ui/window/windowfocus.h"

#include "ui/accessibility/focusheirs.h"
#include "ui/accessibility/tabring.h"
#include "ui/buckets/bucketpanel.h"
#include "ui/inspector/inspectorpanel.h"
#include "ui/projects/projectpanel.h"
#include "ui/status/statuspanel.h"

namespace ui {

WindowFocus::WindowFocus(QWidget &window, const Panes &panes) : m_window(window), m_panes(panes)
{
    setFocusHeirs(window, {&panes.buckets.page(), &panes.projects.list()});
}

WindowFocus::Place WindowFocus::place() const
{
    if (m_panes.projects.hasListFocus())
        return Place::Projects;
    if (m_panes.projects.hasFilterFocus())
        return Place::ProjectFilter;
    if (m_panes.buckets.hasFilterFocus())
        return Place::BucketFilter;
    return m_panes.buckets.hasTableFocus() ? Place::Buckets : Place::Elsewhere;
}

void WindowFocus::goTo(Place place)
{
    switch (place) {
    case Place::ProjectFilter:
        m_panes.projects.focusFilter();
        return;
    case Place::BucketFilter:
        m_panes.buckets.focusFilter();
        return;
    case Place::Buckets:
    case Place::Elsewhere:
        if (m_panes.buckets.hasRows()) {
            m_panes.buckets.focusTable();
            return;
        }
        break;
    case Place::Projects:
        break;
    }
    m_panes.projects.focusList();
}

void WindowFocus::goToRows()
{
    if (m_panes.projects.isListIdle() && m_panes.buckets.hasRows())
        m_panes.buckets.focusTable();
}

void WindowFocus::goToPane(Direction direction)
{
    const QList<QWidget *> panes{&m_panes.projects, &m_panes.buckets, &m_panes.details,
                                 &m_panes.status};
    const QWidget *focus = m_window.focusWidget();
    const auto count = panes.size();
    const bool isForward = direction == Direction::Forward;
    qsizetype pane = isForward ? count - 1 : 0;
    for (qsizetype i = 0; i < count; ++i) {
        if (panes[i]->isAncestorOf(focus))
            pane = i;
    }
    for (qsizetype step = 0; step < count; ++step) {
        pane = (pane + (isForward ? 1 : count - 1)) % count;
        if (QWidget *const entry = entryOf(pane)) {
            entry->setFocus(Qt::ShortcutFocusReason);
            return;
        }
    }
}

/// In the order of Panes; nullptr if there is nothing in the pane to go to.
QWidget *WindowFocus::entryOf(qsizetype pane) const
{
    switch (pane) {
    case 0:
        return firstTabStop(m_panes.projects.list());
    case 1:
        if (QWidget *const rows = firstTabStop(m_panes.buckets.page()))
            return rows;
        return firstTabStop(m_panes.buckets);
    case 2:
        return firstTabStop(m_panes.details);
    default:
        return firstTabStop(m_panes.status.page());
    }
}

} // namespace ui
