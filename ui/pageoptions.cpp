// SPDX-License-Identifier: Apache-2.0
#include "ui/pageoptions.h"

namespace ui {

browse::BucketPager::Options pageOptionsOf(const accounts::PreferenceValues &values,
                                           const CommandLine &commandLine)
{
    return {commandLine.itemsPerPage.value_or(values.itemsPerPage),
            values.includeCount,
            {values.apiVersion, values.envelope, values.prettyPrint}};
}

} // namespace ui
