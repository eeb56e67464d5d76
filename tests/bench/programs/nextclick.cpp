// SPDX-License-Identifier: Apache-2.0
#include "tests/bench/programs/nextclick.h"

#include "session/session.h"
#include "tests/ui/support/widgetfinder.h"

#include <QCoreApplication>
#include <QEvent>
#include <QTableView>

#include <chrono>
#include <cstdio>

using namespace std::chrono_literals;

namespace {

/// A user looks at a page before the next. What the window does by itself after a page has begun
/// 150 ms later, and ended after 100 ms more where the server takes as long: this is well beyond.
constexpr auto Rest = 500ms;

} // namespace

NextClick::NextClick(const testsupport::ProgramFixture &fixture) : m_fixture(fixture)
{
    m_rest.setSingleShot(true);
    m_rest.setInterval(Rest);
    connect(&m_rest, &QTimer::timeout, this, &NextClick::clickIfAtRest);
    qApp->installEventFilter(this);
}

void NextClick::request()
{
    m_rest.start();
}

void NextClick::clickIfAtRest()
{
    const bool isAtRest = m_fixture.hasSession() && !m_fixture.session().isBusy()
        && m_fixture.session().pager().isShowing();
    if (isAtRest)
        click();
    else
        m_rest.start();
}

void NextClick::click()
{
    m_wantedPage = m_fixture.session().pager().page().value() + 1;
    m_rows =
        testsupport::findByName<QTableView>(m_fixture.window(), QStringLiteral("Export buckets"))
            ->viewport();
    m_isPainted = false;
    m_isWaiting = true;
    m_clock.start();
    if (!testsupport::click(m_fixture.window(), QStringLiteral("Next page"))) {
        std::puts("Next page cannot be clicked");
        std::fflush(stdout);
    }
}

bool NextClick::isShown() const
{
    const buckets::BucketPager &pager = m_fixture.session().pager();
    return pager.isShowing() && pager.page().value() == m_wantedPage;
}

bool NextClick::eventFilter(QObject *watched, QEvent *event)
{
    if (!m_isWaiting)
        return false;
    if (event->type() == QEvent::Paint && watched == m_rows && isShown())
        m_isPainted = true;
    if (m_isDelivering || event->type() != QEvent::UpdateRequest || watched != m_fixture.window())
        return false;
    m_isDelivering = true;
    watched->event(event);
    m_isDelivering = false;
    if (m_isPainted)
        tell();
    return true;
}

void NextClick::tell()
{
    m_isWaiting = false;
    std::printf("%.6f\n", double(m_clock.nsecsElapsed()) / 1e6);
    std::fflush(stdout);
}
