// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "atlas/values/exportbucket.h"
#include "buckets/rows/bucketrow.h"
#include "buckets/rows/chunkedlist.h"
#include "buckets/rows/textpool.h"

#include <QHash>
#include <QJsonObject>
#include <QList>

#include <memory>
#include <utility>
#include <vector>

namespace atlas {
struct ScannedBucket;
}

namespace buckets {

/// Export buckets, kept compactly: IDs as 12 bytes, texts once. A page and a million rows alike.
class BucketRows
{
public:
    /// Stands for a project in the rows.
    using ProjectIndex = quint32;

    BucketRows() = default;
    /// No rows yet; those to come have their texts in `texts`.
    explicit BucketRows(TextPool texts) : m_texts(std::make_shared<TextPool>(std::move(texts))) { }

    int size() const { return static_cast<int>(m_rows.size()); }
    bool isEmpty() const { return m_rows.isEmpty(); }

    // `row` must be in [0, size()) in all of these.

    atlas::ExportBucket at(int row) const;
    const atlas::BucketId &idAt(int row) const { return packed(row).id; }
    atlas::ProjectId projectAt(int row) const { return m_projects[packed(row).project].id; }
    ProjectIndex projectIndexAt(int row) const { return packed(row).project; }
    /// Where a text of a row is in texts(); TextPool::None if Atlas left it out.
    TextPool::Index textIndex(int row, atlas::BucketField field) const
    {
        return packed(row).text(field);
    }
    std::optional<QString> text(int row, atlas::BucketField field) const
    {
        return m_texts->optionalText(textIndex(row, field));
    }
    std::optional<bool> flag(int row, atlas::BucketField field) const;
    /// Without a copy of the texts, which are UTF-8; a null view stands for what Atlas left out.
    /// Valid until clear() or renewTexts().
    atlas::ToldValues<QByteArrayView> viewOf(int row) const;
    /// TextPool::None as long as nobody has told the project's name.
    TextPool::Index projectNameIndex(int row) const { return m_projects[packed(row).project].name; }
    /// Whether there is a region that Atlas's list has left out, and nobody has told.
    bool lacksRegion(int row) const;

    const TextPool &texts() const { return *m_texts; }
    /// A JSON object; null if the row has none.
    QByteArrayView unknownFields(int row) const
    {
        return m_fields->utf8(packed(row).unknownFields);
    }

    /// The number of a project, for the rows to come and for those that are here.
    ProjectIndex projectIndex(atlas::ProjectId project);
    /// How many projects have a number; they are below this.
    ProjectIndex projectEnd() const { return static_cast<ProjectIndex>(m_projects.size()); }
    const atlas::ProjectId &project(ProjectIndex index) const { return m_projects[index].id; }
    /// TextPool::None as long as nobody has told it.
    TextPool::Index projectName(ProjectIndex index) const { return m_projects[index].name; }
    /// How many rows are of that project.
    int rowsOf(ProjectIndex index) const { return m_projects[index].rows; }
    /// All of them are in [firstRowOf(), endRowOf()), with others among them.
    int firstRowOf(ProjectIndex index) const { return m_projects[index].first; }
    int endRowOf(ProjectIndex index) const { return m_projects[index].end; }
    /// Notes what a project is called.
    void setProjectName(ProjectIndex index, const QString &name);

    /// A row for append() or replace(), and its texts for as long. Valid until clear(); also until
    /// renewTexts(), unless it is among these rows by then.
    BucketRow pack(ProjectIndex project, const atlas::ExportBucket &bucket);
    BucketRow pack(ProjectIndex project, const atlas::ScannedBucket &bucket);

    /// The number of a text, for a row of pack().
    TextPool::Index keepText(const QString &text) { return m_texts->add(text); }

    /// As it is kept.
    const BucketRow &packed(int row) const { return m_rows[static_cast<std::size_t>(row)]; }

    void append(const BucketRow &row);
    /// Puts `bucket` in the place of `row`.
    void replace(int row, const BucketRow &bucket)
    {
        m_rows[static_cast<std::size_t>(row)] = bucket;
    }
    /// Takes rows out; `rows` ascend. The others keep their order.
    void remove(const std::vector<int> &rows);
    void clear();

    /// Whether there may be many texts whose rows are gone. Worth asking while rows come and go.
    bool mayHaveOldTexts() const;
    /// Has the texts of these rows and the names of projects, and no others: they have new numbers.
    /// picked() rows keep theirs.
    void renewTexts();

    /// Some of these rows, in the order of `rows`. Later changes of these do not change those.
    BucketRows picked(const std::vector<int> &rows) const;

    /// Whether these rows are of the same buckets in the same order, and of that project.
    bool haveSameIds(atlas::ProjectId project, const QList<atlas::ExportBucket> &buckets) const;

private:
    struct Project
    {
        atlas::ProjectId id;
        TextPool::Index name = TextPool::None;
        int rows = 0;
        int first = 0;
        int end = 0;
    };

    void countRow(ProjectIndex project, int row);
    TextPool::Index keepFields(const QJsonObject &fields);
    TextPool::Index textEnd() const { return m_texts->end() + m_fields->end(); }

    ChunkedList<BucketRow> m_rows;
    /// Shared with picked() rows, which only read it.
    std::shared_ptr<TextPool> m_texts = std::make_shared<TextPool>();
    /// Unknown fields, shared as well. No filter looks into them.
    std::shared_ptr<TextPool> m_fields = std::make_shared<TextPool>();
    /// textEnd() after the last renewTexts().
    TextPool::Index m_renewedTextEnd = 0;
    std::vector<Project> m_projects;
    QHash<atlas::ProjectId, ProjectIndex> m_projectIndexes;
};

} // namespace buckets
