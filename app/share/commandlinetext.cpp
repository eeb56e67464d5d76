// SPDX-License-Identifier: Apache-2.0
#include "share/commandlinetext.h"

using namespace Qt::Literals::StringLiterals;

namespace share {

QString commandLineText(atlas::ProjectId project, atlas::BucketId bucket)
{
    return "bucketscope --project "_L1 + project.toHex() + " --bucket "_L1 + bucket.toHex();
}

} // namespace share
