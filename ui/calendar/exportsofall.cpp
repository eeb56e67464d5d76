// SPDX-License-Identifier: Apache-2.0
#include "ui/calendar/exportsofall.h"

#include "session/session.h"
#include "ui/look/theme.h"
#include "ui/look/widgets.h"

#include <QVBoxLayout>

namespace ui {

namespace {

QList<atlas::Project> projectsIn(const buckets::ProjectList &list)
{
    QList<atlas::Project> projects;
    projects.reserve(list.rowCount());
    for (int row = 0; row < list.rowCount(); ++row) {
        // One that can have no buckets has nothing to be read.
        if (!list.entryAt(row).exemption)
            projects.append(list.projectAt(row));
    }
    return projects;
}

} // namespace

ExportsOfAll::ExportsOfAll(QWidget *parent) : QWidget(parent), m_view(new CalendarView(this))
{
    auto *heading = makePlainLabel(this, tr("Exports in the last 12 months"));
    heading->setFont(theme::bold(font()));
    heading->setContentsMargins(theme::Margin, 0, 0, 2);
    m_view->table()->showProjects(true);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(2);
    layout->addWidget(heading);
    layout->addWidget(m_view);
    connect(&m_pass, &buckets::CalendarPass::changed, this,
            [this] { m_view->setCalendars(m_pass.calendars()); });
}

void ExportsOfAll::setSession(Session *session)
{
    if (!session) {
        m_pass.setUse(nullptr, {});
        return;
    }
    m_pass.setUse(&session->inventoryUse(),
                  [&list = session->projects()] { return projectsIn(list); });
}

void ExportsOfAll::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    m_pass.setActive(true);
}

void ExportsOfAll::hideEvent(QHideEvent *event)
{
    QWidget::hideEvent(event);
    m_pass.setActive(false);
}

} // namespace ui
