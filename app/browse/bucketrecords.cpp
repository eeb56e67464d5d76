// SPDX-License-Identifier: Apache-2.0
#include "browse/bucketrecords.h"

namespace browse {

share::BucketRecord BucketRecords::at(int row) const
{
    const auto text = [this, row](BucketRows::Text which) {
        return m_rows.texts().utf8(m_rows.textIndex(row, which));
    };
    return {m_rows.projectAt(row),
            m_rows.texts().utf8(m_rows.projectNameIndex(row)),
            m_rows.idAt(row),
            text(BucketRows::Text::Name),
            text(BucketRows::Text::Provider),
            text(BucketRows::Text::Region),
            text(BucketRows::Text::RoleId),
            text(BucketRows::Text::ServiceUrl),
            text(BucketRows::Text::TenantId),
            m_rows.privateNetworking(row),
            m_rows.unknownFields(row)};
}

} // namespace browse
