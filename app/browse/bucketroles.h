// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <Qt>

namespace browse {

/// What BucketTableModel tells of a cell beside Qt's own roles.
struct BucketRoles
{
    enum Role {
        /// The raw value: text as Atlas wrote it, a time, a truth value; nothing if absent.
        ValueRole = Qt::UserRole + 1,
        /// A BucketCellKind, as int.
        CellKindRole,
        /// An atlas::CloudProvider::Kind, as int, for the whole row.
        ProviderKindRole,
        /// Whether the row may be out of date.
        StaleRole,
        /// The JobTones of the latest export jobs, oldest first, as a QList<int>; of column
        /// LastExport.
        JobStripRole,
        /// Whether the cell tells of exports that fail; of column LastExport.
        TroubleRole,
    };
};

} // namespace browse
