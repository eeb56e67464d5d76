// SPDX-License-Identifier: Apache-2.0
#include "share/report/bucketuse.h"

namespace share {

QByteArrayView lastExportWord(std::optional<BucketUse::LastExport> lastExport)
{
    using LastExport = BucketUse::LastExport;
    if (!lastExport)
        return {};
    switch (*lastExport) {
    case LastExport::Never:
        return "never";
    case LastExport::Worked:
        return "worked";
    case LastExport::Failed:
        return "failed";
    case LastExport::UnderWay:
        return "underWay";
    case LastExport::Cancelled:
        return "cancelled";
    case LastExport::Unknown:
        return "unknown";
    }
    Q_UNREACHABLE();
}

} // namespace share
