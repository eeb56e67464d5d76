// SPDX-License-Identifier: Apache-2.0
#include "ui/leavingsessions.h"

#include "session/session.h"

#include <QTimer>

#include <chrono>

using namespace std::chrono_literals;

namespace ui {

namespace {

/// How long a server may take to sign us out before we go without its word. With what connections
/// may take to close at the program's end, it makes 3 s.
constexpr auto PatienceWithServers = 2800ms;

} // namespace

void LeavingSessions::add(Session *session)
{
    ++m_count;
    session->setParent(this);
    connect(session, &QObject::destroyed, this, [this] {
        if (--m_count == 0)
            Q_EMIT emptied();
    });
    connect(session, &Session::left, session, &QObject::deleteLater);
    QTimer::singleShot(PatienceWithServers, session, &QObject::deleteLater);
    session->leave();
}

} // namespace ui
