// SPDX-License-Identifier: Apache-2.0
#include "ui/findings/findingmessages.h"

#include "insight/advice/findingtext.h"

#include <QCoreApplication>

namespace ui {

using insight::ExportCheck;

namespace {

struct FindingMessages
{
    Q_DECLARE_TR_FUNCTIONS(ui::FindingsView)
};

EmptyState::Message filteredOutMessage()
{
    return {LineIcon::Search,
            FindingMessages::tr("No finding matches the filter"),
            {},
            FindingMessages::tr("Clear filter")};
}

EmptyState::Message acceptedMessage(const QString &status, int accepted)
{
    return {LineIcon::Information,
            status,
            FindingMessages::tr("%Ln finding(s) are accepted. To see them, select Show accepted.",
                                nullptr, accepted),
            {}};
}

} // namespace

EmptyState::Message noFindingsMessage(const ExportCheck *check, const FindingsHidden &hidden)
{
    using State = ExportCheck::State;
    const State state = check ? check->state() : State::Unchecked;
    if (state == State::Unchecked) {
        return {LineIcon::Search, FindingMessages::tr("Not checked yet"),
                check ? insight::checkEstimateText(*check) : QString(),
                check ? FindingMessages::tr("Check exports") : QString()};
    }
    const insight::FindingCounts &counts = hidden.counts;
    const int open = counts.critical + counts.warning + counts.info;
    if (hidden.byFilter && open + counts.accepted > 0)
        return filteredOutMessage();
    const QString status = insight::checkStatusText(*check, counts);
    if (state == State::Checking) {
        return {LineIcon::Search,
                FindingMessages::tr("No findings so far"),
                FindingMessages::tr("The check is still running. Findings appear here as soon as "
                                    "they are known."),
                {}};
    }
    if (counts.accepted > 0)
        return acceptedMessage(status, counts.accepted);
    if (state == State::Stopped) {
        return {LineIcon::Stop,
                status,
                FindingMessages::tr("The check was stopped before it finished. The remaining "
                                    "projects may have findings."),
                {}};
    }
    // Of how many projects, the bar above says.
    return {LineIcon::Success,
            FindingMessages::tr("No findings"),
            FindingMessages::tr("Everything that the check needs was loaded."),
            {}};
}

} // namespace ui
