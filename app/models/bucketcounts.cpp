// SPDX-License-Identifier: Apache-2.0
#include "models/bucketcounts.h"

namespace models {

BucketCounts::BucketCounts(QObject *parent)
    : QObject(parent), m_counter([this] { Q_EMIT changed(); }), m_pass(m_counter)
{ }

} // namespace models
