// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QList>

#include <algorithm>

namespace bench {

/// One measurement, repeated.
using Samples = QList<double>;

/// The middle one; 0 if there is none.
inline double median(Samples samples)
{
    if (samples.isEmpty())
        return 0;
    std::sort(samples.begin(), samples.end());
    const qsizetype middle = samples.size() / 2;
    return samples.size() % 2 ? samples[middle] : (samples[middle - 1] + samples[middle]) / 2;
}

/// The largest one; 0 if there is none.
inline double worst(const Samples &samples)
{
    return samples.isEmpty() ? 0 : *std::max_element(samples.cbegin(), samples.cend());
}

} // namespace bench
