// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QtGlobal>

#include <vector>

namespace buckets {

/// A row and what it is sorted by.
struct NumberedRow
{
    quint64 number = 0;
    int row = 0;
};

/// Puts rows in the order of their numbers; those with the same one keep their order. Takes a time
/// that only grows with how many there are.
void sortByNumber(std::vector<NumberedRow> &rows);

} // namespace buckets
