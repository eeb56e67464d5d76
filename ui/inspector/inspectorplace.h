// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "share/snippets/requesttext.h"

#include <QString>

namespace ui {

/// The tabs of the details, in their order.
enum class InspectorTab { Details, UsedBy, ExportJobs, Json, Request };

/// What is shown of the selected bucket.
struct InspectorPlace
{
    int tab = 0;
    share::RequestFormat format = share::RequestFormat::CurlApiKey;
    /// The ID of the selected export job; empty for none.
    QString job;
};

} // namespace ui
