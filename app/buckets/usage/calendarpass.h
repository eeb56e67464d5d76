// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "atlas/values/project.h"
#include "buckets/usage/exportcalendars.h"

#include <QElapsedTimer>
#include <QList>
#include <QObject>
#include <QPointer>
#include <QTimer>

#include <functional>

namespace buckets {

class BucketsInUse;

/// Makes the calendars of all projects, and anew when more is known: slice by slice, so that a
/// million jobs never keep the event loop, and not as long as nobody looks. Of the window's thread.
class CalendarPass : public QObject
{
    Q_OBJECT

public:
    using Projects = std::function<QList<atlas::Project>()>;

    explicit CalendarPass(QObject *parent = nullptr);

    /// Goes by what `use` knows of what `projects` gives; nullptr: by nothing. `use` must outlive
    /// this, or be taken away before.
    void setUse(const BucketsInUse *use, const Projects &projects);
    /// Nothing is done as long as nobody looks, as at first.
    void setActive(bool active);
    /// Does it anew, as soon as somebody looks.
    void refresh();

    /// What was found last.
    const ExportCalendars &calendars() const { return m_calendars; }

Q_SIGNALS:
    /// calendars() has changed.
    void changed();

private:
    void startSoon();
    void start();
    void doSlice();
    void end();

    QPointer<const BucketsInUse> m_use;
    Projects m_projects;
    ExportCalendars m_calendars;
    bool m_isActive = false;
    bool m_isDirty = false;
    /// Of the pass under way: what it has found, and what it still has to look at.
    ExportCalendars m_found;
    QList<atlas::Project> m_line;
    QTimer m_wait;
    QTimer m_slices;
};

} // namespace buckets
