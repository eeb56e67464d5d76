// SPDX-License-Identifier: Apache-2.0
#include "ui/parts/signouts.h"

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

void SignOuts::add(Session *session)
{
    take(session);
}

void SignOuts::add(std::unique_ptr<buckets::ConnectionTest> test)
{
    if (test)
        take(test.release());
}

template<class Leaver>
void SignOuts::take(Leaver *leaver)
{
    ++m_count;
    leaver->setParent(this);
    connect(leaver, &QObject::destroyed, this, [this] {
        if (--m_count == 0)
            Q_EMIT emptied();
    });
    connect(leaver, &Leaver::left, leaver, &QObject::deleteLater);
    QTimer::singleShot(PatienceWithServers, leaver, &QObject::deleteLater);
    leaver->leave();
}

} // namespace ui
