// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "browse/bucketquery.h"
#include "browse/idmatcher.h"
#include "browse/registeredmatcher.h"

#include <bitset>
#include <vector>

namespace browse {

class BucketTableModel;

/// Columns of a table of export buckets.
using BucketColumnSet = std::bitset<BucketColumnCount>;

/// Which rows of a table match a query. Looks for each word once in all texts of the table, and
/// then only up what has been found.
class BucketMatcher
{
public:
    /// `model` and `offsets` must outlive this, which is of no use any more once the model was
    /// reset. Words without a field are looked for in the columns of `visible`.
    BucketMatcher(const BucketTableModel &model, const BucketQuery &query,
                  const BucketColumnSet &visible, LocalOffsets &offsets);

    /// Looks through the texts that have come since.
    void update();

    /// `row` must be in the table, and its texts in update().
    bool matches(int row);

private:
    /// One word, and where it is.
    struct Search
    {
        QByteArray word;
        /// Whether it must be the whole text.
        bool isWhole = false;
        BucketColumnSet columns;
        IdMatcher id;
        RegisteredMatcher registered;
        /// By TextPool::Index.
        std::vector<bool> texts;
        /// Whether it is in the text for no, and for yes, of the column PrivateNetworking.
        bool isInNotRequired = false;
        bool isInRequired = false;
    };

    void prepare(Search &search, bool isField) const;
    bool matches(Search &search, int row) const;
    bool isInTexts(const Search &search, int row) const;
    bool isInProvider(const Search &search, int row) const;
    bool isInPrivateNetworking(const Search &search, int row) const;
    bool isInUsage(const Search &search, int row) const;
    bool isUseWanted(int row) const;

    const BucketTableModel &m_model;
    BucketQuery::Use m_use;
    std::vector<Search> m_searches;
};

} // namespace browse
