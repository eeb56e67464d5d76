// SPDX-License-Identifier: Apache-2.0
#include "browse/projectlistmodel.h"

#include "atlas/requests.h"
#include "browse/showntext.h"
#include "browse/textwithletters.h"
#include "net/client.h"

#include <QLocale>

#include <algorithm>
#include <limits>

using namespace Qt::Literals::StringLiterals;

namespace browse {

namespace {

/// In the names of all projects. An organization has 250, unless Atlas was asked for more.
constexpr qsizetype MostCharacters = 4'000'000;

} // namespace

ProjectListModel::ProjectListModel(net::Client &client, const atlas::CallOptions &options,
                                   QObject *parent)
    : QAbstractListModel(parent), m_client(client), m_options(options)
{ }

std::optional<atlas::Project> ProjectListModel::project(atlas::ProjectId id) const
{
    const int row = rowOf(id);
    return row < 0 ? std::nullopt : std::optional(projectAt(row));
}

int ProjectListModel::rowOf(atlas::ProjectId id) const
{
    for (int row = 0; row < rowCount(); ++row) {
        if (projectAt(row).id == id)
            return row;
    }
    return -1;
}

void ProjectListModel::setBucketCount(atlas::ProjectId id, qint64 count)
{
    const int row = rowOf(id);
    if (row < 0)
        return;
    m_entries[row].bucketCount = count;
    m_entries[row].unreadable.reset();
    entryChanged(row);
}

void ProjectListModel::setUnreadable(atlas::ProjectId id, const atlas::ApiError &error)
{
    const int row = rowOf(id);
    if (row < 0)
        return;
    m_entries[row].unreadable = error.status;
    m_entries[row].exemption = projectExemptionIn(error);
    entryChanged(row);
}

std::optional<net::Waiting> ProjectListModel::waiting() const
{
    return m_call ? m_call->waiting() : std::nullopt;
}

int ProjectListModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_entries.size());
}

QVariant ProjectListModel::data(const QModelIndex &index, int role) const
{
    Q_ASSERT(checkIndex(index, CheckIndexOption::IndexIsValid));
    const Entry &entry = m_entries[index.row()];
    switch (role) {
    case Qt::DisplayRole:
        return shownText(entry.project.name);
    case FullTextRole:
        return entry.project.name;
    case Qt::ToolTipRole:
        return toolTipWithLetters({}, entry.project.name);
    case Qt::AccessibleTextRole:
        return spokenWithLetters({}, entry.project.name);
    case IdRole:
        return entry.project.id.toHex();
    case SummaryRole:
        return summary(entry);
    case BucketCountRole:
        return bucketCountText(entry);
    case Qt::AccessibleDescriptionRole:
        return description(entry);
    default:
        return {};
    }
}

void ProjectListModel::refresh()
{
    if (m_call)
        m_call->cancel();
    m_list = {};
    m_completeness = {};
    load();
    setState(State::Loading);
}

void ProjectListModel::stop()
{
    if (m_state != State::Loading)
        return;
    if (m_call)
        m_call->cancel();
    m_completeness = Completeness::lacking(Gap::Stopped);
    setState(m_entries.isEmpty() ? State::Idle : State::Ready);
}

void ProjectListModel::load()
{
    m_call = m_client.send<List::Page>(atlas::listProjects(m_list.next(m_options)), this,
                                       [this](const atlas::Result<List::Page> &answer) {
                                           if (answer)
                                               receive(*answer);
                                           else if (m_list.goesOnWithoutCount(answer.error()))
                                               load();
                                           else
                                               fail(answer.error());
                                       });
    connect(m_call, &net::Call::waitingChanged, this, &ProjectListModel::stateChanged);
}

void ProjectListModel::fail(const atlas::ApiError &error)
{
    m_error = error;
    m_completeness = Completeness::lacking(Gap::Failed);
    setState(State::Failed);
    Q_EMIT failed(m_error);
}

void ProjectListModel::failForLength()
{
    atlas::ApiError error = atlas::malformedAnswer(
        200,
        {staticMetaObject.className(),
         QT_TR_NOOP("The project list has too many pages. Loading stopped after page %1."),
         {QLocale().toString(m_list.pagesRead())}});
    error.request = "GET "_L1 + atlas::listProjects({}).target.path;
    fail(error);
}

void ProjectListModel::receive(const List::Page &page)
{
    if (m_list.pagesRead() == 0)
        m_characters = 0;
    m_list.takeIn(page);
    takeIn(page.results);
    if (m_list.isEndless() || m_characters > MostCharacters)
        failForLength();
    else if (m_list.isOver())
        endLoad();
    else
        load();
}

/// What was not found is gone only if nothing else can have kept it from being found.
void ProjectListModel::endLoad()
{
    m_completeness = Completeness::whole();
    if (m_list.wasShifting())
        m_completeness.add(Gap::Shifting);
    if (m_list.leftOut() > 0)
        m_completeness.add(Gap::LeftOut);
    if (m_completeness.isWhole())
        removeGoneOnes();
    setState(State::Ready);
    if (const auto error = m_list.leftOutError(atlas::listProjects({}).target))
        Q_EMIT entriesLeftOut(*error);
    Q_EMIT loaded();
}

void ProjectListModel::takeIn(const QList<atlas::Project> &projects)
{
    QList<Entry> newOnes;
    QSet<atlas::ProjectId> onThisPage;
    for (const atlas::Project &project : projects) {
        if (onThisPage.contains(project.id))
            continue;
        onThisPage.insert(project.id);
        m_characters += project.name.size();
        const int row = rowOf(project.id);
        if (row < 0) {
            newOnes.append({project, {}, {}, {}});
        } else if (m_entries[row].project != project) {
            m_entries[row].project = project;
            entryChanged(row);
        }
    }
    if (newOnes.isEmpty())
        return;
    beginInsertRows({}, rowCount(), rowCount() + static_cast<int>(newOnes.size()) - 1);
    m_entries += newOnes;
    endInsertRows();
}

void ProjectListModel::removeGoneOnes()
{
    for (int row = rowCount() - 1; row >= 0; --row) {
        if (m_list.ids().contains(projectAt(row).id))
            continue;
        beginRemoveRows({}, row, row);
        m_entries.removeAt(row);
        endRemoveRows();
    }
}

void ProjectListModel::setState(State state)
{
    m_state = state;
    Q_EMIT stateChanged();
}

void ProjectListModel::entryChanged(int row)
{
    Q_EMIT dataChanged(index(row), index(row));
}

QString ProjectListModel::exemptionText(ProjectExemption exemption)
{
    switch (exemption) {
    case ProjectExemption::CloudManager:
        return tr("Cloud Manager project");
    case ProjectExemption::Unsupported:
        return tr("No snapshot exports");
    }
    Q_UNREACHABLE();
}

QString ProjectListModel::summary(const Entry &entry) const
{
    if (entry.unreadable && entry.exemption)
        return exemptionText(*entry.exemption);
    if (entry.unreadable) {
        return *entry.unreadable > 0 ? tr("Not read · %1").arg(*entry.unreadable) : tr("Not read");
    }
    if (!entry.project.clusterCount)
        return {};
    if (*entry.project.clusterCount == 0)
        return tr("No clusters");
    if (*entry.project.clusterCount < 0
        || *entry.project.clusterCount > std::numeric_limits<int>::max())
        return {};
    return tr("%Ln cluster(s)", nullptr, static_cast<int>(*entry.project.clusterCount));
}

/// What is seen beside the name, in words.
QString ProjectListModel::description(const Entry &entry) const
{
    if (entry.unreadable && *entry.unreadable > 0) {
        //: %1 is an HTTP status.
        return tr("not read, %1").arg(*entry.unreadable);
    }
    QString clusters = summary(entry);
    if (entry.unreadable || !entry.bucketCount)
        return clusters;
    const auto most = qint64{std::numeric_limits<int>::max()};
    const QString buckets =
        tr("%Ln export bucket(s)", nullptr, static_cast<int>(std::min(*entry.bucketCount, most)));
    //: How many export buckets and how many clusters a project has.
    return clusters.isEmpty() ? buckets : tr("%1, %2").arg(buckets, clusters);
}

QString ProjectListModel::bucketCountText(const Entry &entry) const
{
    if (entry.unreadable)
        return u"—"_s;
    return entry.bucketCount ? QLocale().toString(*entry.bucketCount) : QString();
}

} // namespace browse
