// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "browse/inventory.h"

#include <QString>

namespace browse {

/// `37 of 250 projects, 18,400 buckets` while it is read, and in the end what was read and what was
/// not: `100,312 buckets in 248 of 250 projects, 2 projects not read`. Never more than is known.
QString inventoryText(const Inventory &inventory);

/// What holds the reading up just now; empty if nothing does.
QString inventoryDelayText(const Inventory::Tally &tally);

} // namespace browse
