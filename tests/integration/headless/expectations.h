// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "tests/atlassim/world/world.h"

#include <QJsonArray>
#include <QStringList>

/// What is to be expected of a world, for who compares it with what was written.
namespace expectations {

/// Projects in which nothing is wrong: they have no clusters, so nobody uses their buckets.
atlassim::World goodWorld(int projects, int bucketsEach);

/// Its buckets as a list in JSON has them, in the order of the server; without those of projects
/// that refuse.
QJsonArray listed(const atlassim::World &world);

/// A line each, sorted.
QStringList linesOf(const QJsonArray &values);
QStringList sorted(QStringList lines);

} // namespace expectations
