// SPDX-License-Identifier: Apache-2.0
#include "buckets/rows/bucketrows.h"

#include "atlas/calls/bucketscan.h"

#include <QJsonDocument>

#include <algorithm>
#include <utility>

namespace buckets {

namespace {

/// Not worth renewing.
constexpr TextPool::Index FewTexts = 4096;

/// Hands a text on from one pool to another, once.
class TextMove
{
public:
    TextMove(const TextPool &from, TextPool &to) : m_from(from), m_to(to), m_numbers(from.end()) { }

    /// The number of a text in the other pool.
    TextPool::Index operator()(TextPool::Index text)
    {
        TextPool::Index &number = m_numbers[text];
        if (number == TextPool::None && text != TextPool::None)
            number = m_to.addFrom(m_from, text);
        return number;
    }

private:
    const TextPool &m_from;
    TextPool &m_to;
    /// By number in the first pool; None for those that have not been handed on.
    std::vector<TextPool::Index> m_numbers;
};

FlagAnswer answerOf(const std::optional<bool> &flag)
{
    return flag ? (*flag ? FlagAnswer::Yes : FlagAnswer::No) : FlagAnswer::None;
}

std::optional<bool> flagOf(FlagAnswer answer)
{
    return answer == FlagAnswer::None ? std::nullopt : std::optional(answer == FlagAnswer::Yes);
}

} // namespace

atlas::ExportBucket BucketRows::at(int row) const
{
    const BucketRow &kept = packed(row);
    const auto textOf = [this](TextPool::Index text) {
        return m_texts->optionalText(text);
    };
    atlas::ExportBucket bucket{{kept.texts.mapped(textOf), kept.flags.mapped(flagOf)}, kept.id, {}};
    if (const QByteArrayView fields = unknownFields(row); !fields.isNull())
        bucket.unknownFields = QJsonDocument::fromJson(fields.toByteArray()).object();
    return bucket;
}

std::optional<bool> BucketRows::flag(int row, atlas::BucketField field) const
{
    return flagOf(packed(row).flag(field));
}

atlas::ToldValues<QByteArrayView> BucketRows::viewOf(int row) const
{
    const BucketRow &bucket = packed(row);
    const auto view = [this](TextPool::Index text) {
        return m_texts->utf8(text);
    };
    return {bucket.texts.mapped(view), bucket.flags.mapped(flagOf)};
}

bool BucketRows::lacksRegion(int row) const
{
    using atlas::BucketField;
    if (textIndex(row, BucketField::Region) != TextPool::None)
        return false;
    const QString provider = m_texts->text(textIndex(row, BucketField::Provider));
    return atlas::isLeftOutOfLists(BucketField::Region,
                                   atlas::CloudProvider::fromApi(provider).kind());
}

BucketRows::ProjectIndex BucketRows::projectIndex(atlas::ProjectId project)
{
    const auto known = m_projectIndexes.constFind(project);
    if (known != m_projectIndexes.constEnd())
        return *known;
    const ProjectIndex index = projectEnd();
    m_projects.push_back({project});
    m_projectIndexes.insert(project, index);
    return index;
}

void BucketRows::setProjectName(ProjectIndex index, const QString &name)
{
    m_projects[index].name = m_texts->add(name);
}

void BucketRows::append(const BucketRow &row)
{
    m_rows.append(row);
    countRow(row.project, size() - 1);
}

void BucketRows::countRow(ProjectIndex project, int row)
{
    Project &counted = m_projects[project];
    if (counted.rows == 0)
        counted.first = row;
    counted.end = row + 1;
    ++counted.rows;
}

void BucketRows::remove(const std::vector<int> &rows)
{
    for (Project &project : m_projects)
        project = {project.id, project.name};
    std::size_t next = 0;
    std::size_t kept = 0;
    for (std::size_t row = 0; row < m_rows.size(); ++row) {
        if (next < rows.size() && static_cast<std::size_t>(rows[next]) == row) {
            ++next;
        } else {
            countRow(m_rows[row].project, static_cast<int>(kept));
            m_rows[kept++] = m_rows[row];
        }
    }
    m_rows.truncate(kept);
}

void BucketRows::clear()
{
    m_rows.truncate(0);
    m_texts = std::make_shared<TextPool>();
    m_fields = std::make_shared<TextPool>();
    m_renewedTextEnd = 0;
    m_projects.clear();
    m_projectIndexes.clear();
}

/// A quarter more than there were: so four texts at most are handed on for each that has come.
bool BucketRows::mayHaveOldTexts() const
{
    return textEnd() > std::max(m_renewedTextEnd + m_renewedTextEnd / 4, FewTexts);
}

void BucketRows::renewTexts()
{
    const auto oldTexts = std::exchange(m_texts, std::make_shared<TextPool>());
    const auto oldFields = std::exchange(m_fields, std::make_shared<TextPool>());
    TextMove moveText(*oldTexts, *m_texts);
    TextMove moveFields(*oldFields, *m_fields);
    const auto moved = [&moveText](TextPool::Index text) {
        return moveText(text);
    };
    for (std::size_t row = 0; row < m_rows.size(); ++row) {
        BucketRow &bucket = m_rows[row];
        bucket.texts = bucket.texts.mapped(moved);
        bucket.unknownFields = moveFields(bucket.unknownFields);
    }
    for (Project &project : m_projects)
        project.name = moveText(project.name);
    m_renewedTextEnd = textEnd();
}

BucketRows BucketRows::picked(const std::vector<int> &rows) const
{
    BucketRows some;
    some.m_texts = m_texts;
    some.m_fields = m_fields;
    some.m_projects = m_projects;
    some.m_projectIndexes = m_projectIndexes;
    for (const int row : rows)
        some.m_rows.append(packed(row));
    return some;
}

bool BucketRows::haveSameIds(atlas::ProjectId project,
                             const QList<atlas::ExportBucket> &buckets) const
{
    if (buckets.size() != size())
        return false;
    for (int row = 0; row < size(); ++row) {
        if (idAt(row) != buckets[row].id || projectAt(row) != project)
            return false;
    }
    return true;
}

BucketRow BucketRows::pack(ProjectIndex project, const atlas::ExportBucket &bucket)
{
    const auto keep = [this](const std::optional<QString> &text) {
        return m_texts->add(text);
    };
    return {{bucket.texts.mapped(keep), bucket.flags.mapped(answerOf)},
            bucket.id,
            project,
            keepFields(bucket.unknownFields)};
}

BucketRow BucketRows::pack(ProjectIndex project, const atlas::ScannedBucket &bucket)
{
    const auto keep = [this](const std::optional<QByteArrayView> &text) {
        return m_texts->addOptionalUtf8(text);
    };
    return {{bucket.texts.mapped(keep), bucket.flags.mapped(answerOf)},
            bucket.id,
            project,
            keepFields(bucket.unknownFields)};
}

TextPool::Index BucketRows::keepFields(const QJsonObject &fields)
{
    if (fields.isEmpty())
        return TextPool::None;
    return m_fields->addUnsearchedUtf8(QJsonDocument(fields).toJson(QJsonDocument::Compact));
}

} // namespace buckets
