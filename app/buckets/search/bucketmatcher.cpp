// SPDX-License-Identifier: Apache-2.0
#include "buckets/search/bucketmatcher.h"

#include "buckets/fields/bucketcell.h"
#include "buckets/fields/choicewords.h"
#include "buckets/usage/bucketsinuse.h"

#include <QtEndian>

#include <algorithm>
#include <utility>

namespace buckets {

BucketMatcher::BucketMatcher(const BucketRows &rows, const BucketsInUse &use,
                             const BucketQuery &query, const BucketFieldSet &visible,
                             LocalOffsets &offsets)
    : m_rows(rows), m_usages(use), m_offsets(offsets), m_use(query.use()),
      m_exports(query.exports())
{
    for (const BucketQuery::Term &term : query.terms()) {
        Search search{term.word, term.isWhole, visible, IdMatcher(term.word), {term.word, offsets}};
        if (term.column)
            search.columns = BucketFieldSet().set(std::size_t(*term.column));
        prepare(search, term.column.has_value());
        m_searches.push_back(std::move(search));
    }
}

void BucketMatcher::takeOver(BucketMatcher &before)
{
    for (Search &search : m_searches) {
        for (Search &known : before.m_searches) {
            if (search.word == known.word && search.isWhole == known.isWhole
                && known.texts.size() > search.texts.size())
                search.texts = std::move(known.texts);
        }
    }
}

/// Leaves out the columns that cannot have the word.
void BucketMatcher::prepare(Search &search, bool isField)
{
    for (const atlas::BucketField flag : atlas::FlagFields)
        prepareFlag(search, flag, isField);
    if (!search.id.isPossible())
        search.columns.reset(std::size_t(atlas::BucketField::Id));
    if (!search.registered.isPossible())
        search.columns.reset(std::size_t(atlas::BucketField::Registered));
    for (const atlas::BucketField column : atlas::TextFields) {
        if (search.isIn(column))
            search.textColumns.push_back(atlas::placeOf(column));
    }
}

void BucketMatcher::prepareFlag(Search &search, atlas::BucketField flag, bool isField)
{
    if (!search.isIn(flag))
        return;
    const auto isIn = [&](bool answer) {
        if (isField)
            return ChoiceWords(flag).mean(answer, search.word, search.isWhole);
        return TextPool::foldedText(atlas::answerText(flag, answer)).contains(search.word);
    };
    const FlagSearch found{atlas::placeOf(flag), {false, isIn(false), isIn(true)}};
    if (found.isIn != FlagSearch().isIn)
        search.flags.push_back(found);
}

void BucketMatcher::update()
{
    m_offsets.noticeZone();
    for (Search &search : m_searches) {
        updateTexts(search);
        if (search.isIn(atlas::BucketField::Provider))
            updateProviders(search);
        if (search.isIn(atlas::BucketField::Project))
            updateProjects(search);
    }
    if (m_use != BucketQuery::Use::Any || m_exports)
        updateUses();
}

void BucketMatcher::updateTexts(Search &search) const
{
    const TextPool &texts = m_rows.texts();
    const auto known = static_cast<TextPool::Index>(search.texts.size());
    search.texts.resize(texts.end());
    if (known < texts.end())
        texts.findAll(search.word, known, search.texts);
    for (TextPool::Index text = known; search.isWhole && text < texts.end(); ++text)
        search.texts[text] = search.texts[text] != 0 && texts.folded(text) == search.word ? 1 : 0;
}

/// Each name that Atlas has is found already, so only the others need to be looked at.
void BucketMatcher::updateProviders(Search &search) const
{
    search.providers.clear();
    for (const atlas::CloudProvider &provider : atlas::CloudProvider::known()) {
        const TextPool::Index index = m_rows.texts().find(provider.apiText().toUtf8());
        const QByteArray name = TextPool::foldedText(provider.displayName());
        const bool isIn = search.isWhole ? name == search.word : name.contains(search.word);
        if (index != TextPool::None && isIn)
            search.providers.push_back(index);
    }
}

/// A project without a name is shown by its ID.
void BucketMatcher::updateProjects(Search &search) const
{
    search.projects.clear();
    for (BucketRows::ProjectIndex project = 0; project < m_rows.projectEnd(); ++project) {
        const TextPool::Index name = m_rows.projectName(project);
        const bool isIn = name == TextPool::None
            ? search.id.isPossible() && search.id.matches(m_rows.project(project).objectId())
            : search.texts[name] != 0;
        search.projects.push_back(isIn ? 1 : 0);
    }
}

void BucketMatcher::updateUses()
{
    m_uses.assign(m_rows.projectEnd(), {});
    for (BucketRows::ProjectIndex project = 0; project < m_rows.projectEnd(); ++project) {
        const ProjectUsage *usage = m_usages.usageOf(m_rows.project(project));
        if (!usage)
            continue;
        ProjectUse &use = m_uses[project];
        use.used = usage->usedBuckets();
        use.isComplete = usage->knowsAllUsers();
        if (m_exports)
            use.exports = ProjectStandings(*usage);
    }
}

bool BucketMatcher::matches(int row)
{
    return (m_use == BucketQuery::Use::Any || isUseWanted(row))
        && (!m_exports
            || m_uses[m_rows.projectIndexAt(row)].exports.of(m_rows.idAt(row)) == *m_exports)
        && std::all_of(m_searches.begin(), m_searches.end(),
                       [this, row](Search &search) { return matches(search, row); });
}

bool BucketMatcher::matches(Search &search, int row) const
{
    if (isInTexts(search, row))
        return true;
    if (!search.flags.empty() && isInFlags(search, row))
        return true;
    const atlas::ObjectId &id = m_rows.idAt(row).objectId();
    if (search.isIn(atlas::BucketField::Id) && search.id.matches(id))
        return true;
    return search.isIn(atlas::BucketField::Registered)
        && search.registered.matches(qFromBigEndian<quint32>(id.bytes().data()));
}

bool BucketMatcher::isInTexts(const Search &search, int row) const
{
    const auto &indexes = m_rows.packed(row).texts.all();
    for (const std::size_t column : search.textColumns) {
        if (search.texts[indexes[column]] != 0)
            return true;
    }
    for (const TextPool::Index provider : search.providers) {
        if (provider == indexes[atlas::placeOf(atlas::BucketField::Provider)])
            return true;
    }
    return !search.projects.empty() && search.projects[m_rows.projectIndexAt(row)] != 0;
}

bool BucketMatcher::isInFlags(const Search &search, int row) const
{
    const auto &answers = m_rows.packed(row).flags.all();
    return std::any_of(search.flags.begin(), search.flags.end(), [&answers](const auto &flag) {
        return flag.isIn[std::size_t(answers[flag.place])];
    });
}

bool BucketMatcher::isUseWanted(int row) const
{
    const ProjectUse &use = m_uses[m_rows.projectIndexAt(row)];
    const bool isUsed = use.used.contains(m_rows.idAt(row));
    return m_use == BucketQuery::Use::Used ? isUsed : !isUsed && use.isComplete;
}

} // namespace buckets
