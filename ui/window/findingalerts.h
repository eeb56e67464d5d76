// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "insight/health/finding.h"
#include "ui/desktop/notifications.h"

#include <QList>
#include <QPointer>

class QWidget;
class Session;

namespace ui {

/// Tells on the desktop, if the user has chosen so, which critical findings are new when a check
/// has ended while nobody looks at the window.
class FindingAlerts : public QObject
{
    Q_OBJECT

public:
    /// Of `window`, which owns this.
    explicit FindingAlerts(QWidget &window);

    /// Follows `session`, which stays the caller's; nullptr for none.
    void follow(Session *session);

Q_SIGNALS:
    /// The user wants to see the findings.
    void opened();

private:
    void noteCheck();
    void tellOf(const QList<insight::Finding> &findings);

    QWidget &m_window;
    QPointer<Session> m_session;
    Notifications m_notifications;
    bool m_isChecking = false;
    /// Of the check before the one that is under way.
    QList<insight::Finding> m_before;
};

} // namespace ui
