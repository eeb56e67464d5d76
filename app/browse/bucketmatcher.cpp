// SPDX-License-Identifier: Apache-2.0
#include "browse/bucketmatcher.h"

#include "browse/bucketcell.h"
#include "browse/buckettablemodel.h"

#include <QtEndian>

#include <algorithm>
#include <array>

namespace browse {

namespace {

std::size_t bitOf(BucketColumn column)
{
    return static_cast<std::size_t>(column);
}

constexpr std::array TextColumns{
    std::pair{BucketColumn::Name, BucketRows::Text::Name},
    std::pair{BucketColumn::Provider, BucketRows::Text::Provider},
    std::pair{BucketColumn::Region, BucketRows::Text::Region},
    std::pair{BucketColumn::RoleId, BucketRows::Text::RoleId},
    std::pair{BucketColumn::ServiceUrl, BucketRows::Text::ServiceUrl},
    std::pair{BucketColumn::TenantId, BucketRows::Text::TenantId},
};

/// In a field of few values, what is typed is the beginning of one: `required` is in `not
/// required`.
bool isInChoice(const QString &choice, const QByteArray &word, bool isField)
{
    const QByteArray folded = TextPool::foldedText(choice);
    return isField ? folded.startsWith(word) : folded.contains(word);
}

quint32 registeredAt(const atlas::ObjectId &id)
{
    return qFromBigEndian<quint32>(id.bytes().data());
}

} // namespace

BucketMatcher::BucketMatcher(const BucketTableModel &model, const BucketQuery &query,
                             const BucketColumnSet &visible, LocalOffsets &offsets)
    : m_model(model), m_use(query.use())
{
    for (const BucketQuery::Term &term : query.terms()) {
        Search search{term.word, term.isWhole, visible, IdMatcher(term.word), {term.word, offsets},
                      {},        {},           {}};
        if (term.column)
            search.columns = BucketColumnSet().set(bitOf(*term.column));
        prepare(search, term.column.has_value());
        m_searches.push_back(std::move(search));
    }
    update();
}

/// Leaves out the columns that cannot have the word.
void BucketMatcher::prepare(Search &search, bool isField) const
{
    search.isInNotRequired =
        isInChoice(BucketCell::privateNetworkingText(false), search.word, isField);
    search.isInRequired = isInChoice(BucketCell::privateNetworkingText(true), search.word, isField);
    if (!search.isInNotRequired && !search.isInRequired)
        search.columns.reset(bitOf(BucketColumn::PrivateNetworking));
    if (!search.id.isPossible())
        search.columns.reset(bitOf(BucketColumn::Id));
    if (!search.registered.isPossible())
        search.columns.reset(bitOf(BucketColumn::Registered));
}

void BucketMatcher::update()
{
    const TextPool &texts = m_model.rows().texts();
    for (Search &search : m_searches) {
        const auto known = static_cast<TextPool::Index>(search.texts.size());
        if (known == texts.end())
            continue;
        std::vector<bool> found(texts.end() - known);
        texts.findAll(search.word, known, found);
        for (auto text = known; search.isWhole && text < texts.end(); ++text)
            found[text - known] = found[text - known] && texts.folded(text) == search.word;
        search.texts.insert(search.texts.end(), found.begin(), found.end());
    }
}

bool BucketMatcher::matches(int row)
{
    return std::all_of(m_searches.begin(), m_searches.end(),
                       [this, row](Search &search) { return matches(search, row); })
        && isUseWanted(row);
}

bool BucketMatcher::matches(Search &search, int row) const
{
    if (isInTexts(search, row) || isInPrivateNetworking(search, row))
        return true;
    const atlas::ObjectId id = m_model.idAt(row).objectId();
    if (search.columns.test(bitOf(BucketColumn::Id)) && search.id.matches(id))
        return true;
    if (search.columns.test(bitOf(BucketColumn::Registered))
        && search.registered.matches(registeredAt(id)))
        return true;
    return isInProvider(search, row) || isInUsage(search, row);
}

bool BucketMatcher::isInTexts(const Search &search, int row) const
{
    const BucketRows &rows = m_model.rows();
    const bool isInField =
        std::any_of(TextColumns.begin(), TextColumns.end(), [&](const auto &column) {
            return search.columns.test(bitOf(column.first))
                && search.texts[rows.textIndex(row, column.second)];
        });
    return isInField
        || (search.columns.test(bitOf(BucketColumn::Project))
            && search.texts[rows.projectNameIndex(row)]);
}

/// The name that is shown is not Atlas's own.
bool BucketMatcher::isInProvider(const Search &search, int row) const
{
    if (!search.columns.test(bitOf(BucketColumn::Provider)))
        return false;
    const BucketCell cell(m_model.rows(), row, BucketColumn::Provider);
    const QByteArray name = TextPool::foldedText(cell.text());
    return search.isWhole ? name == search.word : name.contains(search.word);
}

bool BucketMatcher::isInPrivateNetworking(const Search &search, int row) const
{
    if (!search.columns.test(bitOf(BucketColumn::PrivateNetworking)))
        return false;
    const auto answer = m_model.rows().privateNetworking(row);
    return answer && (*answer ? search.isInRequired : search.isInNotRequired);
}

bool BucketMatcher::isInUsage(const Search &search, int row) const
{
    const auto isIn = [&](BucketColumn column) {
        return search.columns.test(bitOf(column))
            && TextPool::foldedText(m_model.usageText(row, column)).contains(search.word);
    };
    return isIn(BucketColumn::UsedBy) || isIn(BucketColumn::LastExport);
}

bool BucketMatcher::isUseWanted(int row) const
{
    if (m_use == BucketQuery::Use::Any)
        return true;
    const auto isUsed = m_model.isUsed(row);
    return isUsed && *isUsed == (m_use == BucketQuery::Use::Used);
}

} // namespace browse
