// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "insight/health/alertrules.h"
#include "insight/health/bucketrules.h"
#include "insight/health/exportrules.h"
#include "insight/health/readrules.h"
#include "insight/health/rolerules.h"
#include "insight/health/routerules.h"
#include "insight/health/rule.h"
#include "insight/health/schedulerules.h"
#include "insight/health/sharedbuckets.h"

#include <QCoreApplication>
#include <QStringView>

#include <array>
#include <cstddef>
#include <optional>

namespace insight {

/// All rules, by FindingCode.
inline constexpr auto rules = [] {
    using enum Severity;
    using enum Need;
    using Code = FindingCode;
    return std::array{
        Rule{.code = Code::ExportFailed,
             .word = QLatin1StringView("EXPORT_FAILED"),
             .worst = Critical,
             .mildest = Warning,
             .needs = {Buckets | Clusters | Schedules | Jobs},
             .title = QT_TRANSLATE_NOOP("insight::Finding", "Last export failed"),
             .find = findFailedExports},
        Rule{.code = Code::ExportOverdue,
             .word = QLatin1StringView("EXPORT_OVERDUE"),
             .worst = Critical,
             .mildest = Critical,
             .needs = {Buckets | Clusters | Schedules | Jobs},
             .title = QT_TRANSLATE_NOOP("insight::Finding", "Export overdue"),
             .find = findOverdueExports},
        Rule{.code = Code::ExportNotYet,
             .word = QLatin1StringView("EXPORT_NOT_YET"),
             .worst = Warning,
             .mildest = Info,
             .needs = {Buckets | Clusters | Schedules | Jobs},
             .title = QT_TRANSLATE_NOOP("insight::Finding", "No successful export yet"),
             .find = findExportsNotYet},
        Rule{.code = Code::ExportNeverRuns,
             .word = QLatin1StringView("EXPORT_NEVER_RUNS"),
             .worst = Critical,
             .mildest = Critical,
             .needs = {Clusters | Schedules},
             .title = QT_TRANSLATE_NOOP("insight::Finding", "Auto export never runs"),
             .find = findNeverRunning},
        Rule{.code = Code::ExportBucketGone,
             .word = QLatin1StringView("EXPORT_BUCKET_GONE"),
             .worst = Critical,
             .mildest = Critical,
             .needs = {Buckets | Clusters | Schedules},
             .title = QT_TRANSLATE_NOOP("insight::Finding", "Export bucket missing"),
             .find = findGoneBuckets},
        Rule{.code = Code::RoleGone,
             .word = QLatin1StringView("ROLE_GONE"),
             .worst = Critical,
             .mildest = Warning,
             .needs = {Buckets | Clusters | Schedules | Roles},
             .title = QT_TRANSLATE_NOOP("insight::Finding", "Role missing"),
             .find = findGoneRoles},
        Rule{.code = Code::RoleNotAuthorized,
             .word = QLatin1StringView("ROLE_NOT_AUTHORIZED"),
             .worst = Critical,
             .mildest = Warning,
             .needs = {Buckets | Clusters | Schedules | Roles},
             .title = QT_TRANSLATE_NOOP("insight::Finding", "Role not authorized"),
             .find = findUnauthorizedRoles},
        Rule{.code = Code::ExportStuck,
             .word = QLatin1StringView("EXPORT_STUCK"),
             .needs = {Buckets | Clusters | Schedules | Jobs},
             .title = QT_TRANSLATE_NOOP("insight::Finding", "Export stuck"),
             .find = findStuckExports},
        Rule{.code = Code::DuplicateBucket,
             .word = QLatin1StringView("DUPLICATE_BUCKET"),
             .needs = Buckets,
             .title = QT_TRANSLATE_NOOP("insight::Finding", "Registered more than once"),
             .find = findDuplicates},
        Rule{.code = Code::RegionDiffers,
             .word = QLatin1StringView("REGION_DIFFERS"),
             .needs = {Buckets | Clusters | Schedules | Regions},
             .title = QT_TRANSLATE_NOOP("insight::Finding", "Export to another region"),
             .find = findOtherRegions},
        Rule{.code = Code::NobodyTold,
             .word = QLatin1StringView("NOBODY_TOLD"),
             .needs = {Clusters | Schedules | Alerts},
             .title = QT_TRANSLATE_NOOP("insight::Finding", "No alert for failed exports"),
             .find = findNobodyTold},
        Rule{.code = Code::NoPrivateEndpoint,
             .word = QLatin1StringView("NO_PRIVATE_ENDPOINT"),
             .needs = {Buckets | Clusters | Schedules | Regions | Endpoints},
             .title = QT_TRANSLATE_NOOP("insight::Finding", "Private endpoint missing"),
             .find = findMissingEndpoints},
        Rule{.code = Code::ExportLeftOver,
             .word = QLatin1StringView("EXPORT_LEFT_OVER"),
             .worst = Info,
             .mildest = Info,
             .needs = {Clusters | Schedules},
             .title = QT_TRANSLATE_NOOP("insight::Finding", "Bucket still set, auto export off"),
             .find = findLeftOvers},
        Rule{.code = Code::NoExport,
             .word = QLatin1StringView("NO_EXPORT"),
             .worst = Info,
             .mildest = Info,
             .needs = {Clusters | Schedules},
             .title = QT_TRANSLATE_NOOP("insight::Finding", "Backups without auto export"),
             .find = findNoExport},
        Rule{.code = Code::UnusedBucket,
             .word = QLatin1StringView("UNUSED_BUCKET"),
             .worst = Info,
             .mildest = Info,
             .needs = {Buckets | Clusters | Schedules | Jobs},
             .title = QT_TRANSLATE_NOOP("insight::Finding", "Unused export bucket"),
             .find = findUnusedBuckets},
        Rule{.code = Code::SharedBucket,
             .word = QLatin1StringView("SHARED_BUCKET"),
             .worst = Info,
             .mildest = Info,
             .needs = Buckets,
             .title = QT_TRANSLATE_NOOP("insight::Finding", "Shared by several projects"),
             .findInAll = findSharedBuckets},
        Rule{.code = Code::NotRead,
             .word = QLatin1StringView("NOT_READ"),
             .title = QT_TRANSLATE_NOOP("insight::Finding", "Not loaded"),
             .find = findUnread},
    };
}();

static_assert(
    [] {
        for (std::size_t i = 0; i < rules.size(); ++i) {
            const Rule &rule = rules[i];
            if (rule.code != static_cast<FindingCode>(i) || !rule.title || rule.word.isEmpty()
                || !rule.find == !rule.findInAll || rule.worst > rule.mildest)
                return false;
        }
        return rules.back().code == FindingCode::NotRead;
    }(),
    "A row for each code, in their order.");

constexpr const Rule &ruleOf(FindingCode code)
{
    return rules[static_cast<std::size_t>(code)];
}

/// The contract's word, e.g. `EXPORT_FAILED`.
constexpr QLatin1StringView codeWord(FindingCode code)
{
    return ruleOf(code).word;
}

/// Reads codeWord()'s words, as they are spelled there; anything else is nothing.
std::optional<FindingCode> findingCode(QStringView word);

/// `critical`, `warning` or `info`, for scripts.
QLatin1StringView severityWord(Severity severity);

/// What is wrong, in a few words, such as `Last export failed`.
atlas::Wording titleOf(FindingCode code);

/// What all rules find, in their order: by severity, then project, cluster and bucket. Takes no
/// more than a few steps for each bucket, cluster and job. Pure; any thread.
QList<Finding> findingsIn(const Facts &facts);

/// What the rules find that look at one project alone, in the same order. `now` in UTC.
QList<Finding> findingsOf(const ProjectFacts &project, const QDateTime &now);

/// What the rules find that look at all projects together.
QList<Finding> findingsAcross(const Facts &facts);

/// Puts findings in the order of findingsIn().
void sortFindings(QList<Finding> &findings);

} // namespace insight
