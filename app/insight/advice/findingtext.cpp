// SPDX-License-Identifier: Apache-2.0
#include "insight/advice/findingtext.h"

#include "base/texts/agetext.h"
#include "base/texts/timetext.h"
#include "insight/health/rules.h"

#include <QCoreApplication>
#include <QLocale>
#include <QStringList>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace insight {

namespace {

struct FindingTexts
{
    Q_DECLARE_TR_FUNCTIONS(insight::Findings)
};

constexpr int SecondsOfMinute = 60;

QString checkedProjectsText(const ExportCheck::Progress &progress)
{
    //: e.g. Checked 120 of 250 projects
    return FindingTexts::tr("Checked %1 of %Ln project(s)", nullptr, progress.projects)
        .arg(QLocale().toString(progress.done));
}

/// Rounded up, so that nobody waits in vain.
QString durationText(std::chrono::seconds duration)
{
    const auto minutes =
        static_cast<int>((duration.count() + SecondsOfMinute - 1) / SecondsOfMinute);
    return FindingTexts::tr("%Ln min", "duration", std::max(1, minutes));
}

/// To two digits: it is an estimate.
int roughly(int number)
{
    int unit = 1;
    while (number / unit >= 100)
        unit *= 10;
    return (number + unit / 2) / unit * unit;
}

QString progressText(const ExportCheck::Progress &progress)
{
    if (progress.isWaiting) {
        //: %1 is “Checked 120 of 250 projects”
        return FindingTexts::tr("%1 · waiting for Atlas’s rate limit")
            .arg(checkedProjectsText(progress));
    }
    if (progress.left.count() <= 0)
        return checkedProjectsText(progress);
    //: %1 is “Checked 120 of 250 projects”, %2 “1 min”
    return FindingTexts::tr("%1 · about %2 left")
        .arg(checkedProjectsText(progress), durationText(progress.left));
}

/// `3 critical, 5 warnings`: what calls for an act; what informs only where nothing does.
QString foundText(const FindingCounts &counts)
{
    QStringList all;
    if (counts.critical > 0)
        all += severityCountText(Severity::Critical, counts.critical);
    if (counts.warning > 0)
        all += severityCountText(Severity::Warning, counts.warning);
    if (all.isEmpty() && counts.info > 0)
        all += severityCountText(Severity::Info, counts.info);
    return all.isEmpty() ? FindingTexts::tr("No findings") : all.join(u", "_s);
}

/// What the numbers leave out.
QString omissions(const QList<Finding> &findings, const FindingCounts &counts)
{
    QString all;
    if (const QString unloaded = unloadedText(findings); !unloaded.isEmpty())
        all += u", "_s + unloaded;
    if (counts.accepted > 0)
        all += u", "_s + FindingTexts::tr("%Ln accepted", nullptr, counts.accepted);
    return all;
}

/// Of a check that was stopped.
QString stoppedText(const ExportCheck &check, const FindingCounts &counts)
{
    const ExportCheck::Progress progress = check.progress();
    //: e.g. 3 critical, 5 warnings in 120 of 250 projects
    return FindingTexts::tr("%1 in %2 of %Ln project(s)", nullptr, progress.projects)
               .arg(foundText(counts), QLocale().toString(progress.done))
        + omissions(check.findings(), counts);
}

} // namespace

QString severityText(Severity severity)
{
    switch (severity) {
    case Severity::Critical:
        return FindingTexts::tr("Critical");
    case Severity::Warning:
        return FindingTexts::tr("Warning");
    case Severity::Info:
        return FindingTexts::tr("Info");
    }
    Q_UNREACHABLE();
}

QString severityCountText(Severity severity, int count)
{
    switch (severity) {
    case Severity::Critical:
        return FindingTexts::tr("%Ln critical", nullptr, count);
    case Severity::Warning:
        return FindingTexts::tr("%Ln warning(s)", nullptr, count);
    case Severity::Info:
        return FindingTexts::tr("%Ln info", nullptr, count);
    }
    Q_UNREACHABLE();
}

QString findingText(const Finding &finding)
{
    //: The kind of a finding, and what it says: “Export overdue: The last export ended 3 days ago.”
    return FindingTexts::tr("%1: %2").arg(titleOf(finding.code).toString(),
                                          finding.message.toString());
}

QString acceptanceText(const Acceptance &acceptance)
{
    if (!acceptance.until)
        return FindingTexts::tr("Accepted: %1").arg(acceptance.reason);
    return FindingTexts::tr("Accepted until %1: %2")
        .arg(base::longDateText(*acceptance.until), acceptance.reason);
}

QString checkStatusText(const ExportCheck &check, const FindingCounts &counts)
{
    switch (check.state()) {
    case ExportCheck::State::Unchecked:
        return FindingTexts::tr("Not checked yet");
    case ExportCheck::State::Checking:
        return progressText(check.progress());
    case ExportCheck::State::Stopped:
        return stoppedText(check, counts);
    case ExportCheck::State::Checked:
        break;
    }
    return checkResultText(check.findings(), counts, check.progress().projects);
}

QString checkResultText(const QList<Finding> &findings, const FindingCounts &counts, int projects)
{
    //: e.g. 3 critical, 5 warnings in 250 projects
    return FindingTexts::tr("%1 in %Ln project(s)", nullptr, projects).arg(foundText(counts))
        + omissions(findings, counts);
}

QString unloadedText(const QList<Finding> &findings)
{
    const auto unread = std::count_if(findings.begin(), findings.end(), [](const Finding &finding) {
        return finding.code == FindingCode::NotRead;
    });
    return unread == 0 ? QString()
                       : FindingTexts::tr("%Ln project(s) not loaded completely", nullptr,
                                          static_cast<int>(unread));
}

QString checkAgeText(const ExportCheck &check, const QDateTime &now)
{
    if (!check.checkedAt().isValid() || check.state() == ExportCheck::State::Checking)
        return {};
    //: %1 is “12 minutes ago”
    return FindingTexts::tr("Checked %1").arg(base::agoText(check.checkedAt(), now));
}

QString checkEstimateText(const ExportCheck &check)
{
    const int calls = roughly(check.expectedCalls());
    if (calls <= 0) {
        return FindingTexts::tr(
            "The check loads the backup schedules, export jobs, roles and alert "
            "settings of all projects. It changes nothing.");
    }
    return FindingTexts::tr("The check loads the backup schedules, export jobs, roles and alert "
                            "settings of all projects. It changes nothing and sends about "
                            "%Ln request(s).",
                            nullptr, calls);
}

} // namespace insight
