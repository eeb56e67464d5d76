// SPDX-License-Identifier: Apache-2.0
#include "ui/window/findingalerts.h"

#include "base/texts/showntext.h"
#include "insight/health/newfindings.h"
#include "session/session.h"

#include <QApplication>

#include <utility>

namespace ui {

using insight::ExportCheck;
using insight::Finding;

namespace {

constexpr qsizetype LongestAlertName = 100;

/// Dialogs belong to the window.
bool isLookedAt(const QWidget &window)
{
    const QWidget *active = QApplication::activeWindow();
    while (active && active != &window)
        active = active->parentWidget();
    return active;
}

QString alertName(const QString &name)
{
    return base::shownText(name.simplified(), LongestAlertName);
}

/// Where the first finding is.
QString alertText(const Finding &first, bool isOnlyOne)
{
    const QString project = alertName(first.projectName);
    const QString bucket = alertName(first.bucketName);
    if (bucket.isEmpty()) {
        return isOnlyOne ? FindingAlerts::tr("Project %1").arg(project)
                         : FindingAlerts::tr("First: project %1").arg(project);
    }
    return isOnlyOne
        ? FindingAlerts::tr("Export bucket %1 in project %2").arg(bucket, project)
        : FindingAlerts::tr("First: export bucket %1 in project %2").arg(bucket, project);
}

/// What somebody lives with is no news; a file that cannot be read accepts nothing.
QList<Finding> withAcceptance(QList<Finding> findings, const insight::AcceptedFile &file)
{
    if (const auto accepted = file.load())
        accepted->mark(findings, QDate::currentDate());
    return findings;
}

} // namespace

FindingAlerts::FindingAlerts(QWidget &window) : QObject(&window), m_window(window)
{
    connect(&m_notifications, &Notifications::opened, this, &FindingAlerts::opened);
}

void FindingAlerts::follow(Session *session)
{
    if (m_session)
        disconnect(&m_session->exportCheck(), nullptr, this, nullptr);
    m_session = session;
    m_before.clear();
    m_isChecking = false;
    if (!session)
        return;
    connect(&session->exportCheck(), &ExportCheck::changed, this, &FindingAlerts::noteCheck);
    noteCheck();
}

void FindingAlerts::noteCheck()
{
    const ExportCheck &check = m_session->exportCheck();
    // One that was stopped goes on, perhaps.
    if (check.state() == ExportCheck::State::Checking)
        m_isChecking = true;
    if (check.state() != ExportCheck::State::Checked)
        return;
    const QList<Finding> before = std::exchange(m_before, check.findings());
    if (!std::exchange(m_isChecking, false) || check.isKept() || isLookedAt(m_window)
        || !m_session->values().notifyOfCritical)
        return;
    const auto found =
        insight::newCriticalIn(withAcceptance(check.findings(), m_session->acceptedFile()), before);
    if (!found.isEmpty())
        tellOf(found);
}

void FindingAlerts::tellOf(const QList<Finding> &findings)
{
    const int count = static_cast<int>(findings.size());
    m_notifications.show({tr("%Ln new critical finding(s)", nullptr, count),
                          alertText(findings.constFirst(), count == 1), tr("Show findings")});
}

} // namespace ui
