// SPDX-License-Identifier: Apache-2.0
#include "tests/bench/programs/sweepclick.h"

#include "session/session.h"
#include "tests/bench/programs/loopwatch.h"
#include "tests/bench/programs/processortime.h"
#include "tests/ui/support/widgetfinder.h"
#include "ui/window/mainwindow.h"

#include <QCoreApplication>
#include <QEvent>

#include <chrono>
#include <cstdio>

using namespace std::chrono_literals;
using buckets::Inventory;

namespace {

/// What the window does by itself after its start has long begun by then.
constexpr auto Rest = 250ms;

} // namespace

SweepClick::SweepClick(const testsupport::ProgramFixture &fixture) : m_fixture(fixture)
{
    m_rest.setSingleShot(true);
    m_rest.setInterval(Rest);
    connect(&m_rest, &QTimer::timeout, this, &SweepClick::goOnIfAtRest);
    qApp->installEventFilter(this);
}

void SweepClick::request(const QByteArray &line)
{
    m_isSweepWanted = line == "sweep";
    if (line == "close")
        close();
    m_rest.start();
}

void SweepClick::goOnIfAtRest()
{
    const bool isAtRest = m_fixture.hasSession() && !m_fixture.session().isBusy()
        && m_fixture.session().projects().state() == buckets::ProjectList::State::Ready;
    if (!isAtRest) {
        m_rest.start();
    } else if (m_isSweepWanted) {
        sweep();
    } else {
        std::puts("at rest");
        std::fflush(stdout);
    }
}

void SweepClick::close()
{
    m_fixture.window()->openProject(m_fixture.session().projects().projectAt(0).id);
}

void SweepClick::sweep()
{
    Session &session = m_fixture.session();
    connect(&session.inventory(), &Inventory::changed, this, &SweepClick::noteChange);
    m_isPainted = false;
    m_isSweeping = true;
    loopwatch::start();
    m_processorMs = processorMs();
    m_clock.start();
    // Curl asks for the projects, too. A user who clicks has them by then.
    session.projects().refresh();
    m_fixture.window()->openAllProjects();
}

/// The last rows may be far below those in view: what has come is painted once more.
void SweepClick::noteChange()
{
    if (!m_isSweeping || m_fixture.session().inventory().state() != Inventory::State::Ready)
        return;
    m_table =
        testsupport::findByName<QTableView>(m_fixture.window(), QStringLiteral("Export buckets"));
    if (m_table)
        m_table->viewport()->update();
}

bool SweepClick::areAllShown() const
{
    const Inventory &inventory = m_fixture.session().inventory();
    return inventory.state() == Inventory::State::Ready && m_table
        && m_table->model()->rowCount() == inventory.tally().buckets;
}

bool SweepClick::eventFilter(QObject *watched, QEvent *event)
{
    if (!m_isSweeping)
        return false;
    if (event->type() == QEvent::Paint && m_table && watched == m_table->viewport())
        m_isPainted = areAllShown();
    if (m_isDelivering || event->type() != QEvent::UpdateRequest || watched != m_fixture.window())
        return false;
    m_isDelivering = true;
    watched->event(event);
    m_isDelivering = false;
    if (m_isPainted)
        tell();
    return true;
}

void SweepClick::tell()
{
    const double wallMs = double(m_clock.nsecsElapsed()) / 1e6;
    const double usedMs = processorMs() - m_processorMs;
    const loopwatch::Away away = loopwatch::longest();
    m_isSweeping = false;
    std::printf("%.6f %.6f %.6f %.6f %d\n", wallMs, usedMs, away.wallMs, away.processorMs,
                m_fixture.session().inventory().tally().buckets);
    std::fflush(stdout);
}
