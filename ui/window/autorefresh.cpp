// SPDX-License-Identifier: Apache-2.0
#include "ui/window/autorefresh.h"

#include "session/session.h"
#include "ui/accessibility/announcer.h"
#include "ui/desktop/battery.h"

#include <QApplication>
#include <QEvent>

#include <algorithm>
#include <utility>

using namespace std::chrono_literals;

namespace ui {

namespace {

/// What is in the way tells nobody when it is gone.
constexpr auto LookAgain = 10s;

bool isSeen(const QWidget &window)
{
    return window.isVisible() && !window.isMinimized();
}

/// What the user may choose in would change below the pointer.
bool isChoosing()
{
    return QApplication::activeModalWidget() || QApplication::activePopupWidget()
        || QApplication::mouseButtons() != Qt::NoButton;
}

/// What the user has stopped stays so.
bool isStopped(Session &session)
{
    const buckets::Inventory &inventory = session.inventory();
    const insight::ExportCheck &check = session.exportCheck();
    return inventory.isShown()
        && ((inventory.state() == buckets::Inventory::State::Stopped && !inventory.stopReason())
            || (check.state() == insight::ExportCheck::State::Stopped && !check.stopReason()));
}

/// Of a whole list or of all projects.
bool isReadingList(Session &session)
{
    return session.inventory().isReading()
        || session.exportCheck().state() == insight::ExportCheck::State::Checking;
}

} // namespace

AutoRefresh::AutoRefresh(QWidget &window)
    : QObject(&window), m_window(window), m_means{[] { return RefreshPlan::Clock::now(); },
                                                  [] {
                                                      return isOnBattery(powerSupplyFolder());
                                                  }}
{
    m_timer.setSingleShot(true);
    connect(&m_timer, &QTimer::timeout, this, &AutoRefresh::look);
    window.installEventFilter(this);
}

void AutoRefresh::setMeans(Means means)
{
    m_means = std::move(means);
    m_plan.startOver(m_means.now());
    look();
}

void AutoRefresh::follow(Session *session)
{
    leaveToUser();
    if (m_session) {
        disconnect(m_session, nullptr, this, nullptr);
        disconnect(&m_session->pager(), nullptr, this, nullptr);
    }
    m_session = session;
    m_wasReadingList = session && isReadingList(*session);
    plan();
    if (!session)
        return;
    connect(session, &Session::applied, this, &AutoRefresh::plan);
    connect(session, &Session::asked, this, &AutoRefresh::leaveToUser);
    connect(session, &Session::busyChanged, this, &AutoRefresh::noteBusy);
    const auto startOver = [this] {
        m_plan.startOver(m_means.now());
    };
    connect(&session->pager(), &buckets::BucketPager::loaded, this, startOver);
    connect(&session->pager(), &buckets::BucketPager::failed, this, startOver);
}

bool AutoRefresh::eventFilter(QObject *watched, QEvent *event)
{
    switch (event->type()) {
    case QEvent::Show:
    case QEvent::WindowStateChange:
    case QEvent::WindowActivate:
        QMetaObject::invokeMethod(this, &AutoRefresh::look, Qt::QueuedConnection);
        break;
    default:
        break;
    }
    return QObject::eventFilter(watched, event);
}

bool AutoRefresh::isAllowed() const
{
    return isSeen(m_window) && !isChoosing() && !m_session->isBusy() && !isStopped(*m_session)
        && !m_session->isRateHalfUsed() && !m_means.isOnBattery();
}

void AutoRefresh::plan()
{
    m_plan.setInterval(m_session ? m_session->values().refreshInterval
                                 : accounts::RefreshInterval::Off,
                       m_means.now());
    look();
}

void AutoRefresh::look()
{
    const auto wait = m_session ? m_plan.wait(m_means.now()) : std::nullopt;
    if (!wait)
        return m_timer.stop();
    if (*wait == RefreshPlan::Clock::duration::zero() && isAllowed())
        return read();
    m_timer.start(std::max<std::chrono::milliseconds>(
        std::chrono::ceil<std::chrono::milliseconds>(*wait), LookAgain));
}

void AutoRefresh::read()
{
    m_isReading = true;
    Announcer::of(&m_window)->setSaysOnlyNews(true);
    m_plan.startOver(m_means.now());
    m_session->refreshByItself();
    noteBusy();
    look();
}

void AutoRefresh::noteBusy()
{
    const bool isReading = isReadingList(*m_session);
    if (std::exchange(m_wasReadingList, isReading) && !isReading)
        m_plan.startOver(m_means.now());
    // Later: what has come is told after this.
    if (m_isReading && !m_session->isBusy())
        QMetaObject::invokeMethod(this, &AutoRefresh::endIfIdle, Qt::QueuedConnection);
}

void AutoRefresh::endIfIdle()
{
    if (m_isReading && m_session && !m_session->isBusy())
        leaveToUser();
}

/// What is read from now on, the user has asked for.
void AutoRefresh::leaveToUser()
{
    m_plan.startOver(m_means.now());
    if (std::exchange(m_isReading, false))
        Announcer::of(&m_window)->setSaysOnlyNews(false);
}

} // namespace ui
