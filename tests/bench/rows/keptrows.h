// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "tests/bench/rows/manybuckets.h"
#include "tests/bench/samples.h"

namespace bench {

/// How long rows take that an earlier run has kept, in milliseconds.
struct KeptRowTimes
{
    /// From a file that is not open until the rows are in a store.
    Samples toStore;
    /// Of that, until the list of projects is known.
    Samples toOutline;
    /// Reading the file's bytes.
    Samples bytes;
};

/// Keeps `many` in a file, and takes them from there so many times.
KeptRowTimes takeKeptRows(const ManyBuckets &many, int runs);

} // namespace bench
