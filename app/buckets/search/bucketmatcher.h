// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "buckets/rows/bucketrows.h"
#include "buckets/search/bucketquery.h"
#include "buckets/search/idmatcher.h"
#include "buckets/search/registeredmatcher.h"

#include <QSet>

#include <bitset>
#include <vector>

namespace buckets {

class BucketsInUse;

/// Columns of a table of export buckets.
using BucketFieldSet = std::bitset<atlas::BucketFieldCount>;

/// Which rows of a table match a query. Looks for each word once in all texts of the table, and
/// then only up what has been found.
class BucketMatcher
{
public:
    /// `rows`, `use` and `offsets` must outlive this, which is of no use any more once the rows
    /// were cleared. Words without a field are looked for in the columns of `visible`, but for
    /// those about use, which fill as one looks around: rows would come and go by themselves.
    BucketMatcher(const BucketRows &rows, const BucketsInUse &use, const BucketQuery &query,
                  const BucketFieldSet &visible, LocalOffsets &offsets);

    /// Takes over what `before`, of the same rows, has found of words that are in both.
    void takeOver(BucketMatcher &before);

    /// Looks through what has come or changed since; to be called before the first match.
    void update();

    /// `row` must be in the table, and what it shows in update().
    bool matches(int row);

private:
    /// Where one word is in a flag's texts.
    struct FlagSearch
    {
        /// As atlas::placeOf() has it.
        std::size_t place = 0;
        /// By FlagAnswer: whether it is in what is shown for it.
        std::array<bool, 3> isIn{};
    };

    /// One word, and where it is.
    struct Search
    {
        QByteArray word;
        /// Whether it must be the whole text.
        bool isWhole = false;
        BucketFieldSet columns;
        IdMatcher id;
        RegisteredMatcher registered;
        /// Of the columns, those that are texts of the rows, by atlas::placeOf().
        std::vector<std::size_t> textColumns{};
        /// By TextPool::Index: whether it is there.
        std::vector<quint8> texts{};
        /// The providers that are shown by another name than Atlas's, if it is there.
        std::vector<TextPool::Index> providers{};
        /// By BucketRows::ProjectIndex: whether it is in what is shown of the project.
        std::vector<quint8> projects{};
        /// Of the columns, those that are flags of the rows.
        std::vector<FlagSearch> flags{};

        bool isIn(atlas::BucketField column) const { return columns.test(std::size_t(column)); }
    };

    /// What is known of the use of one project's buckets.
    struct ProjectUse
    {
        QSet<atlas::BucketId> used;
        /// Whether all others are unused.
        bool isComplete = false;
        ProjectStandings exports;
    };

    static void prepare(Search &search, bool isField);
    static void prepareFlag(Search &search, atlas::BucketField flag, bool isField);
    void updateTexts(Search &search) const;
    void updateProviders(Search &search) const;
    void updateProjects(Search &search) const;
    void updateUses();
    bool matches(Search &search, int row) const;
    bool isInTexts(const Search &search, int row) const;
    bool isInFlags(const Search &search, int row) const;
    bool isUseWanted(int row) const;

    const BucketRows &m_rows;
    const BucketsInUse &m_usages;
    LocalOffsets &m_offsets;
    BucketQuery::Use m_use;
    std::optional<ExportStanding> m_exports;
    std::vector<Search> m_searches;
    /// By BucketRows::ProjectIndex, if a use or exports are wanted.
    std::vector<ProjectUse> m_uses;
};

} // namespace buckets
