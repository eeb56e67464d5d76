// SPDX-License-Identifier: Apache-2.0
#include "ui/window/findingtab.h"

namespace ui {

InspectorTab findingTab(std::optional<insight::FindingCode> code)
{
    if (!code)
        return InspectorTab::Details;
    using insight::FindingCode;
    switch (*code) {
    case FindingCode::ExportFailed:
    case FindingCode::ExportOverdue:
    case FindingCode::ExportNotYet:
    case FindingCode::ExportStuck:
        return InspectorTab::ExportJobs;
    case FindingCode::RoleGone:
    case FindingCode::RoleNotAuthorized:
    case FindingCode::DuplicateBucket:
    case FindingCode::SharedBucket:
        return InspectorTab::Details;
    case FindingCode::ExportNeverRuns:
    case FindingCode::ExportBucketGone:
    case FindingCode::RegionDiffers:
    case FindingCode::NobodyTold:
    case FindingCode::NoPrivateEndpoint:
    case FindingCode::ExportLeftOver:
    case FindingCode::NoExport:
    case FindingCode::UnusedBucket:
    case FindingCode::NotRead:
        return InspectorTab::UsedBy;
    }
    Q_UNREACHABLE();
}

} // namespace ui
