// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "healthfacts.h"

/// Projects with planted troubles, and what rules find in them and nothing else.
struct FindingCase
{
    const char *name = nullptr;
    insight::ProjectFacts facts{};
    /// As healthfacts::shortly() says it.
    QString expected{};
};

/// What jobs and schedules tell.
QList<FindingCase> exportCases();
/// What buckets, roles, regions, endpoints and alerts tell.
QList<FindingCase> placeCases();
