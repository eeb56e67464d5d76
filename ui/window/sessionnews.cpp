// SPDX-License-Identifier: Apache-2.0
#include "ui/window/sessionnews.h"

#include "base/texts/showntext.h"
#include "insight/advice/inventorytext.h"
#include "insight/advice/pagestatus.h"
#include "session/session.h"
#include "ui/accessibility/announcer.h"

#include <utility>

namespace ui {

using models::ProblemLog;

namespace {

constexpr qsizetype LongestSpokenName = 200;

QString problemAt(const ProblemLog &log, int row)
{
    const auto text = [&log, row](ProblemLog::Column column) {
        return log.index(row, static_cast<int>(column)).data().toString();
    };
    return SessionNews::tr("New problem: %1 %2", "HTTP status and reason")
        .arg(text(ProblemLog::Column::Status), text(ProblemLog::Column::Reason))
        .simplified();
}

} // namespace

SessionNews::SessionNews(QWidget *widget) : QObject(widget), m_widget(widget) { }

void SessionNews::follow(Session *session)
{
    if (m_session) {
        for (QObject *sender : {static_cast<QObject *>(&m_session->pager()),
                                static_cast<QObject *>(&m_session->inventory()),
                                static_cast<QObject *>(&m_session->problemLog())})
            disconnect(sender, nullptr, this, nullptr);
    }
    m_session = session;
    m_wasReading = session && session->inventory().isReading();
    if (!session)
        return;
    connect(&session->pager(), &buckets::BucketPager::loaded, this, &SessionNews::tellOfPage);
    connect(&session->inventory(), &buckets::Inventory::changed, this,
            &SessionNews::tellOfInventory);
    const ProblemLog &problems = session->problemLog();
    connect(&problems, &QAbstractItemModel::rowsInserted, this,
            [this, &problems](const QModelIndex &, int first) {
                tellOfProblem(problemAt(problems, first));
            });
}

void SessionNews::tellOfPage()
{
    const auto id = m_session->pager().project();
    const auto project = id ? m_session->projects().project(*id) : std::nullopt;
    const QString name =
        project ? base::shownText(project->name.simplified(), LongestSpokenName) : QString();
    const QString status = insight::pageStatus(m_session->pager());
    tell(name.isEmpty() ? status : tr("%1: %2", "project, rows on screen").arg(name, status));
}

void SessionNews::tellOfInventory()
{
    const buckets::Inventory &inventory = m_session->inventory();
    const bool isReading = inventory.isReading();
    if (std::exchange(m_wasReading, isReading) && !isReading && inventory.isShown())
        tell(insight::inventoryText(inventory));
}

/// A sweep says at its end how many projects it could not read; one by one, they would be all that
/// is heard.
void SessionNews::tellOfProblem(const QString &problem)
{
    if (!m_session->inventory().isReading())
        tell(problem);
}

void SessionNews::tell(const QString &text)
{
    announce(m_widget, text);
}

} // namespace ui
