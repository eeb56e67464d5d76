// SPDX-License-Identifier: Apache-2.0
#include "ui/calendar/calendarview.h"

#include "ui/accessibility/focusheirs.h"
#include "ui/calendar/calendarlegend.h"
#include "ui/look/theme.h"

#include <QLocale>
#include <QVBoxLayout>

using namespace Qt::Literals::StringLiterals;

namespace ui {

CalendarView::CalendarView(QWidget *parent)
    : QWidget(parent), m_table(new CalendarTable(tr("Exports by month"), this)),
      m_legend(new CalendarLegend(this)), m_empty(new ToneLabel(ToneLabel::Meaning::Muted, this)),
      m_doubt(new ToneLabel(ToneLabel::Meaning::Warning, this))
{
    m_table->setModel(&m_model);
    m_empty->setWordWrap(true);
    m_empty->setAccessibleDescription(tr("Exports by month"));
    m_doubt->setWordWrap(true);
    m_doubt->setAccessibleDescription(tr("Not loaded"));
    m_legend->setToolTip(tr("Missed: due according to the current backup schedule, but not made. "
                            "Days are in UTC."));
    auto *texts = new QVBoxLayout;
    texts->setContentsMargins(theme::Margin, 0, theme::Margin, 0);
    texts->setSpacing(theme::Gap / 2);
    texts->addWidget(m_legend);
    texts->addWidget(m_empty);
    texts->addWidget(m_doubt);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(theme::Gap / 2);
    layout->addLayout(texts);
    layout->addWidget(m_table);
    setFocusHeirs(*this, {m_table});
    setCalendars({});
}

void CalendarView::setCalendars(const buckets::ExportCalendars &calendars)
{
    m_model.setCalendars(calendars);
    const bool hasRows = m_model.rowCount() > 0;
    m_empty->setText(emptyText());
    m_doubt->setText(doubt());
    m_legend->setVisible(hasRows);
    m_empty->setVisible(!hasRows);
    m_doubt->setVisible(!m_doubt->text().isEmpty());
    m_table->setVisible(hasRows);
}

QString CalendarView::emptyText() const
{
    const buckets::ExportCalendars &calendars = m_model.calendars();
    if (calendars.projects > 1 && calendars.readProjects == 0)
        return tr("No exports have been loaded yet. Select Check exports to load them.");
    const bool isWhole =
        calendars.readProjects == calendars.projects && calendars.unreadClusters == 0;
    return isWhole ? tr("No exports in the last 12 months")
                   : tr("No known exports in the last 12 months");
}

/// What is not in the table, or in it without numbers.
QString CalendarView::doubt() const
{
    const buckets::ExportCalendars &calendars = m_model.calendars();
    QStringList parts;
    if (calendars.readProjects < calendars.projects && calendars.readProjects > 0) {
        parts.append(
            tr("The exports of %1 of %Ln project(s) have been loaded.", nullptr, calendars.projects)
                .arg(QLocale().toString(calendars.readProjects)));
    }
    if (calendars.unreadClusters > 0) {
        parts.append(tr("The export jobs of %Ln cluster(s) have not been loaded.", nullptr,
                        calendars.unreadClusters));
    }
    return parts.join(u' ');
}

} // namespace ui
