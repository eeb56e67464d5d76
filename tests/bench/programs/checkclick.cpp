// SPDX-License-Identifier: Apache-2.0
#include "tests/bench/programs/checkclick.h"

#include "net/wire/lanes.h"
#include "session/session.h"
#include "tests/bench/programs/loopwatch.h"
#include "tests/bench/programs/ownmemory.h"
#include "tests/bench/programs/processortime.h"
#include "tests/ui/support/widgetfinder.h"
#include "ui/window/mainwindow.h"

#include <QCoreApplication>
#include <QEvent>
#include <QTabBar>

#include <chrono>
#include <cstdio>

using namespace std::chrono_literals;
using insight::ExportCheck;

namespace {

/// What the window does by itself after a step has long begun by then.
constexpr auto RestOfCheck = 250ms;

} // namespace

CheckClick::CheckClick(const testsupport::ProgramFixture &fixture) : m_fixture(fixture)
{
    m_rest.setSingleShot(true);
    m_rest.setInterval(RestOfCheck);
    connect(&m_rest, &QTimer::timeout, this, &CheckClick::goOnIfAtRest);
    qApp->installEventFilter(this);
}

void CheckClick::request(const QByteArray &line)
{
    if (line == "check" && m_step == Step::Opened) {
        check();
        return;
    }
    m_step = Step::Starting;
    m_rest.start();
}

void CheckClick::goOnIfAtRest()
{
    if (!m_fixture.hasSession() || m_fixture.session().isBusy()) {
        m_rest.start();
        return;
    }
    Session &session = m_fixture.session();
    if (m_step == Step::Starting) {
        m_step = Step::Opening;
        m_fixture.window()->openAllProjects();
        m_rest.start();
    } else if (session.inventory().state() == buckets::Inventory::State::Ready) {
        m_step = Step::Opened;
        showFindings();
        answer(QByteArray::number(session.inventory().tally().buckets));
    } else {
        m_rest.start();
    }
}

void CheckClick::showFindings()
{
    auto *views = testsupport::findByName<QTabBar>(m_fixture.window(), QStringLiteral("Views"));
    for (int i = 0; views && i < views->count(); ++i) {
        if (views->tabText(i).startsWith(QLatin1String("Findings")))
            views->setCurrentIndex(i);
    }
}

void CheckClick::check()
{
    ExportCheck &check = m_fixture.session().exportCheck();
    connect(&check, &ExportCheck::changed, this, &CheckClick::noteChange);
    m_step = Step::Checking;
    m_memoryBefore = ownmemory::resident("VmRSS");
    ownmemory::startCounting();
    loopwatch::start();
    m_processorMs = processorMs();
    m_clock.start();
    check.start();
}

/// Whatever shows the findings has been told of them; the window is painted once more.
void CheckClick::noteChange()
{
    const auto state = m_fixture.session().exportCheck().state();
    if (m_step != Step::Checking || state == ExportCheck::State::Checking)
        return;
    m_step = Step::Painting;
    m_fixture.window()->update();
}

bool CheckClick::eventFilter(QObject *watched, QEvent *event)
{
    if (m_step != Step::Painting || m_isDelivering || event->type() != QEvent::UpdateRequest
        || watched != m_fixture.window())
        return false;
    m_isDelivering = true;
    watched->event(event);
    m_isDelivering = false;
    tell();
    return true;
}

void CheckClick::tell()
{
    const double wallMs = double(m_clock.nsecsElapsed()) / 1e6;
    const double usedMs = processorMs() - m_processorMs;
    const loopwatch::Away away = loopwatch::longest();
    const ExportCheck &check = m_fixture.session().exportCheck();
    const bool isWhole = check.state() == ExportCheck::State::Checked;
    m_step = Step::Opened;
    QByteArray line;
    for (const double number :
         {wallMs, usedMs, away.wallMs, away.processorMs, m_memoryBefore,
          ownmemory::resident("VmHWM"), ownmemory::resident("VmRSS"),
          double(isWhole ? check.progress().done : 0), double(check.findings().size()),
          double(net::Lanes::MostInBackground)})
        line += QByteArray::number(number, 'f', 6) + ' ';
    answer(line.trimmed());
}

void CheckClick::answer(const QByteArray &line)
{
    std::printf("%s\n", line.constData());
    std::fflush(stdout);
}
