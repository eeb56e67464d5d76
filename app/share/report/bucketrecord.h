// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "atlas/values/fieldvalues.h"
#include "atlas/values/objectid.h"
#include "share/report/bucketuse.h"

#include <QByteArrayView>

namespace share {

/// A row that is written somewhere, without a copy of its texts. All of them are UTF-8; a null view
/// stands for what Atlas left out, which is not the same as an empty text.
struct BucketRecord : atlas::ToldValues<QByteArrayView>
{
    atlas::ProjectId project;
    QByteArrayView projectName;
    atlas::BucketId id;
    /// Fields that this program does not know, as a JSON object; null for none.
    QByteArrayView unknownFields;
    /// nullptr if nothing is known of it.
    const BucketUse *use = nullptr;
};

} // namespace share
