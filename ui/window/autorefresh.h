// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "session/refreshplan.h"

#include <QObject>
#include <QPointer>
#include <QTimer>

#include <functional>

class QWidget;
class Session;

namespace ui {

/// Reads what the window shows anew now and then, if the user has chosen so, as a matter of the
/// background: not while the window cannot be seen, while the user waits for something or answers a
/// dialog, on battery, or while half of a rate limit is used up. What is held up so is made up for
/// once. Only what differs is announced.
class AutoRefresh : public QObject
{
    Q_OBJECT

public:
    /// What it goes by.
    struct Means
    {
        std::function<RefreshPlan::Clock::time_point()> now;
        std::function<bool()> isOnBattery;
    };

    /// For what `window` shows, which owns this.
    explicit AutoRefresh(QWidget &window);

    /// Goes by these from now on, in place of this computer's clock and battery.
    void setMeans(Means means);
    /// Follows `session`, which stays the caller's; nullptr for none.
    void follow(Session *session);
    /// Whether what is being read is read by itself.
    bool isReading() const { return m_isReading; }
    /// Reads, if it is time and nothing is in the way.
    void look();

    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    bool isAllowed() const;
    void plan();
    void read();
    void noteBusy();
    void endIfIdle();
    void leaveToUser();

    QWidget &m_window;
    Means m_means;
    QPointer<Session> m_session;
    RefreshPlan m_plan;
    QTimer m_timer;
    bool m_isReading = false;
    bool m_wasReadingList = false;
};

} // namespace ui
