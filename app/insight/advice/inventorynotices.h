// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "buckets/reading/completeness.h"
#include "insight/advice/notice.h"

namespace buckets {
class Inventory;
class ProjectList;
} // namespace buckets

namespace insight {

/// What is to be said of an open inventory; empty if all is well.
Notice inventoryNotice(const buckets::Inventory &inventory, const buckets::ProjectList &projects);

/// Why an open inventory has no rows to show.
EmptyText emptyInventoryText(const buckets::Inventory &inventory);

/// That there are rows, but none matches the filter.
EmptyText noMatchInInventoryText();

/// What a page that is `completeness` lacks, for who writes it to a file; empty if nothing.
QString pageReservation(buckets::Completeness completeness);
/// The same of an inventory that is not whole.
QString inventoryReservation(const buckets::Inventory &inventory);

} // namespace insight
