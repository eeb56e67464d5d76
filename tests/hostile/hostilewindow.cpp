// SPDX-License-Identifier: Apache-2.0
#include "hostilewindow.h"

#include "answers.h"
#include "tests/ui/support/widgetfinder.h"
#include "ui/parts/noticebar.h"
#include "ui/window/mainwindow.h"

#include <QElapsedTimer>
#include <QRegularExpression>
#include <QTest>

using namespace Qt::Literals::StringLiterals;

namespace hostile {

namespace {

/// What a busy computer, the sanitizers and the painting may add to a deadline.
constexpr std::chrono::milliseconds Leeway{5'000};
/// Less to paint.
constexpr QSize SmallSize{800, 500};

} // namespace

bool matches(const QString &pattern, const QString &text)
{
    return QRegularExpression(pattern).match(text).hasMatch();
}

QString projectsPath()
{
    return u"/api/atlas/v2/groups?"_s;
}

QString bucketsPath()
{
    return u"/api/atlas/v2/groups/"_s;
}

bool HostileWindow::open()
{
    // An API key: its first request goes out unsigned, and this server never asks for more.
    if (!startProgram(accounts::Authentication::ApiKey))
        return false;
    return QTest::qWaitFor(
        [this] { return hasSession() && session().pager().isShowing() && !session().isBusy(); });
}

bool HostileWindow::openSignedOut()
{
    return startProgram(accounts::Authentication::ServiceAccount);
}

bool HostileWindow::recover()
{
    m_server.forget();
    behave();
    m_server.hangUp();
    session().setDeadline(LongDeadline);
    session().projects().refresh();
    session().pager().goToFirst();
    const bool idle = waitUntilIdle(LongDeadline);
    session().problemLog().clear();
    m_server.clearSeen();
    return idle && session().pager().state() == buckets::BucketPager::State::Ready
        && shownNames() == goodNames() && notice().isEmpty() && !session().buckets().isStale();
}

void HostileWindow::behave()
{
    answerProjects(Script::of(ok(projectsPage()), Script::End::KeepOpen));
    answerBuckets(Script::of(ok(goodPage()), Script::End::KeepOpen));
}

bool HostileWindow::startProgram(accounts::Authentication authentication)
{
    behave();
    if (!m_server.start())
        return false;
    m_fixture.useEnvironment(
        m_server.url(),
        {authentication, u"hostiles"_s, accounts::Secret::fromString(u"11111111-2222-3333"_s)});
    // Scripts answer call by call: none may come of itself.
    m_fixture.setReadsRegions(false);
    m_fixture.setFetchesAhead(false);
    if (!m_fixture.start())
        return false;
    window()->resize(SmallSize);
    return QTest::qWaitForWindowExposed(window());
}

QTableView *HostileWindow::table() const
{
    return testsupport::findByName<QTableView>(window(), u"Export buckets"_s);
}

QTableView *HostileWindow::problems() const
{
    return testsupport::findByName<QTableView>(window(), u"Problems"_s);
}

void HostileWindow::answerBuckets(const Script &script)
{
    m_server.answer(bucketsPath(), script);
}

void HostileWindow::answerProjects(const Script &script)
{
    m_server.answer(projectsPath(), script);
}

bool HostileWindow::pressAndWait(const QString &button, std::chrono::milliseconds deadline)
{
    session().setDeadline(deadline);
    return testsupport::click(window(), button) && waitUntilIdle(deadline + Leeway);
}

bool HostileWindow::waitUntilIdle(std::chrono::milliseconds longest) const
{
    QElapsedTimer elapsed;
    elapsed.start();
    const auto most = static_cast<int>(longest.count());
    // The loop may have been blocked rather than waiting: the clock decides.
    return QTest::qWaitFor([this] { return !session().isBusy(); }, most)
        && elapsed.elapsed() < most;
}

QStringList HostileWindow::shownNames() const
{
    QStringList names;
    const auto column = static_cast<int>(models::BucketTableModel::Column::Name);
    if (!table())
        return {};
    for (int row = 0; row < table()->model()->rowCount(); ++row)
        names.append(table()->model()->index(row, column).data().toString());
    return names;
}

QString HostileWindow::onlyProblem() const
{
    const QAbstractItemModel *model = problems()->model();
    if (model->rowCount() != 1)
        return u"%1 problems"_s.arg(model->rowCount());
    const auto text = [model](models::ProblemLog::Column column) {
        return model->index(0, static_cast<int>(column)).data().toString();
    };
    return QStringList{text(models::ProblemLog::Column::Status),
                       text(models::ProblemLog::Column::Reason),
                       text(models::ProblemLog::Column::Detail)}
        .join(u'|');
}

QString HostileWindow::notice() const
{
    const auto bars = window()->findChildren<ui::NoticeBar *>();
    for (const ui::NoticeBar *bar : bars) {
        if (bar->isVisible())
            return bar->text();
    }
    return {};
}

QStringList HostileWindow::goodNames()
{
    return {u"good-one"_s, u"good-two"_s, u"good-three"_s};
}

} // namespace hostile
