// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/buckets/bucketplace.h"
#include "ui/inspector/inspectorplace.h"
#include "ui/parts/windownotice.h"
#include "ui/window/windowfocus.h"

namespace ui {

/// What a window shows of a session and besides it, for a window in another language to go on from.
struct WindowPlace
{
    QString projectFilter;
    BucketPlace buckets;
    InspectorPlace details;
    int statusTab = 0;
    WindowFocus::Place focus = WindowFocus::Place::Buckets;
    WindowNotice::Maker notice;
    /// Whether that is the notice of the bucket that was asked for by its ID.
    bool tellsOfLinkedBucket = false;
    std::optional<atlas::BucketId> wantedBucket;
};

} // namespace ui
