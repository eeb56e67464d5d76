// SPDX-License-Identifier: Apache-2.0
#include "ui/findings/severities.h"

#include <QCoreApplication>

namespace ui {

using insight::Severity;

namespace {

struct SeverityNames
{
    Q_DECLARE_TR_FUNCTIONS(ui::Severities)
};

} // namespace

QString severityName(Severity severity)
{
    switch (severity) {
    case Severity::Critical:
        return SeverityNames::tr("Critical findings only");
    case Severity::Warning:
        return SeverityNames::tr("Warnings only");
    case Severity::Info:
        return SeverityNames::tr("Info only");
    }
    Q_UNREACHABLE();
}

int countOf(const insight::FindingCounts &counts, Severity severity)
{
    switch (severity) {
    case Severity::Critical:
        return counts.critical;
    case Severity::Warning:
        return counts.warning;
    case Severity::Info:
        return counts.info;
    }
    Q_UNREACHABLE();
}

models::FindingsModel::ShownSeverity flagOf(Severity severity)
{
    return static_cast<models::FindingsModel::ShownSeverity>(1 << static_cast<int>(severity));
}

} // namespace ui
