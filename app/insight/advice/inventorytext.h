// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "buckets/inventory/inventory.h"

#include <QString>

namespace insight {

/// `37 of 250 projects, 18,400 buckets` while it is read, and in the end what was read and what was
/// not: `100,312 buckets in 248 of 250 projects, 2 projects not read`. Never more than is known.
/// Of an earlier day, and not read since: `18,400 buckets, loaded 3 hours ago`.
QString inventoryText(const buckets::Inventory &inventory);

/// What holds the reading up just now; empty if nothing does.
QString inventoryDelayText(const buckets::Inventory::Tally &tally);

} // namespace insight
