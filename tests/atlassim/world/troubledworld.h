// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "tests/atlassim/world/world.h"

namespace atlassim::troubled {

/// Who reads the troubled world, by the sample world's credentials of that name.
enum class Reader {
    /// sample::PublicKey, sample::ClientId.
    Manager,
    /// sample::OwnerPublicKey: private endpoints can be read.
    Owner,
    /// sample::ViewerPublicKey, sample::ViewerClientId: export jobs cannot be read.
    Viewer,
};

/// Something that was made to be wrong, and that whoever checks the exports has to find.
struct PlantedFinding
{
    /// Such as `EXPORT_FAILED`.
    QString code;
    /// `critical`, `warning` or `info`.
    QString severity{};
    QString projectId{};
    /// Of a schedule or a job; else empty.
    QString cluster{};
    /// Of a group of registrations, the one registered first; empty if it is about no bucket.
    QString bucketId{};
};

/// All that is to be found in World::troubled() of the same time, and nothing else is.
QList<PlantedFinding> plantedFindings(const QDateTime &now, Reader reader = Reader::Manager);

} // namespace atlassim::troubled
