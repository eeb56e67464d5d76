// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "atlas/exportbucket.h"
#include "browse/chunkedlist.h"
#include "browse/textpool.h"

#include <QHash>
#include <QJsonObject>
#include <QList>

#include <array>
#include <memory>
#include <vector>

namespace browse {

/// Export buckets, kept compactly: IDs as 12 bytes, texts once. A page and a million rows alike.
class BucketRows
{
public:
    /// The fields that are texts.
    enum class Text : quint8 { Name, Provider, RoleId, Region, ServiceUrl, TenantId };
    static constexpr std::size_t TextCount = 6;

    /// Stands for a project in the rows.
    using ProjectIndex = quint32;

    int size() const { return static_cast<int>(m_rows.size()); }
    bool isEmpty() const { return m_rows.isEmpty(); }

    // `row` must be in [0, size()) in all of these.

    atlas::ExportBucket at(int row) const;
    const atlas::BucketId &idAt(int row) const { return packed(row).id; }
    atlas::ProjectId projectAt(int row) const { return m_projects[packed(row).project].id; }
    ProjectIndex projectIndexAt(int row) const { return packed(row).project; }
    /// Where a text of a row is in texts(); TextPool::None if Atlas left it out.
    TextPool::Index textIndex(int row, Text text) const
    {
        return packed(row).texts[static_cast<std::size_t>(text)];
    }
    /// By Text.
    const std::array<TextPool::Index, TextCount> &textIndexes(int row) const
    {
        return packed(row).texts;
    }
    std::optional<QString> text(int row, Text text) const
    {
        return m_texts->optionalText(textIndex(row, text));
    }
    /// TextPool::None as long as nobody has told the project's name.
    TextPool::Index projectNameIndex(int row) const { return m_projects[packed(row).project].name; }
    std::optional<bool> privateNetworking(int row) const;
    /// nullptr if there are none.
    const QJsonObject *unknownFields(int row) const;

    const TextPool &texts() const { return *m_texts; }

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

    void append(ProjectIndex project, const atlas::ExportBucket &bucket);
    /// Puts `bucket` in the place of `row`, in the same project.
    void replace(int row, const atlas::ExportBucket &bucket);
    /// Takes rows out; `rows` ascend. The others keep their order.
    void remove(const std::vector<int> &rows);
    void clear();

    /// Some of these rows, in the order of `rows`. Later changes of these do not change those.
    BucketRows picked(const std::vector<int> &rows) const;

    /// Whether these rows are of the same buckets in the same order, and of that project.
    bool haveSameIds(atlas::ProjectId project, const QList<atlas::ExportBucket> &buckets) const;

private:
    enum class Answer : quint8 { None, No, Yes };

    struct Row
    {
        atlas::BucketId id;
        ProjectIndex project = 0;
        std::array<TextPool::Index, TextCount> texts{};
        Answer privateNetworking = Answer::None;
    };

    struct Project
    {
        atlas::ProjectId id;
        TextPool::Index name = TextPool::None;
        int rows = 0;
        int first = 0;
        int end = 0;
    };

    const Row &packed(int row) const { return m_rows[static_cast<std::size_t>(row)]; }
    void countRow(ProjectIndex project, int row);
    Row pack(ProjectIndex project, const atlas::ExportBucket &bucket);

    ChunkedList<Row> m_rows;
    /// Shared with picked() rows, which only read it.
    std::shared_ptr<TextPool> m_texts = std::make_shared<TextPool>();
    std::vector<Project> m_projects;
    QHash<atlas::ProjectId, ProjectIndex> m_projectIndexes;
    /// Of the few rows that have any.
    QHash<atlas::BucketId, QJsonObject> m_unknownFields;
};

} // namespace browse
