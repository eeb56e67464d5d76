// SPDX-License-Identifier: Apache-2.0
#include "buckets/reading/projectlist.h"

#include "atlas/calls/requests.h"
#include "atlas/errors/httpstatus.h"
#include "net/calls/client.h"

#include <QLocale>

using namespace Qt::Literals::StringLiterals;

namespace buckets {

namespace {

/// In the names of all projects. An organization has 250, unless Atlas was asked for more.
constexpr qsizetype MostCharacters = 4'000'000;

} // namespace

ProjectList::ProjectList(net::Client &client, QObject *parent) : QObject(parent), m_client(client)
{ }

std::optional<atlas::Project> ProjectList::project(atlas::ProjectId id) const
{
    const int row = rowOf(id);
    return row < 0 ? std::nullopt : std::optional(projectAt(row));
}

int ProjectList::rowOf(atlas::ProjectId id) const
{
    for (int row = 0; row < rowCount(); ++row) {
        if (projectAt(row).id == id)
            return row;
    }
    return -1;
}

void ProjectList::setBucketCount(atlas::ProjectId id, qint64 count)
{
    const int row = rowOf(id);
    if (row < 0)
        return;
    m_entries[row].bucketCount = count;
    m_entries[row].unreadable.reset();
    Q_EMIT rowChanged(row);
}

void ProjectList::setUnreadable(atlas::ProjectId id, const atlas::ApiError &error)
{
    const int row = rowOf(id);
    if (row < 0)
        return;
    m_entries[row].unreadable = error.status;
    m_entries[row].exemption = projectExemptionIn(error);
    Q_EMIT rowChanged(row);
}

std::optional<net::Waiting> ProjectList::waiting() const
{
    return m_call ? m_call->waiting() : std::nullopt;
}

void ProjectList::refresh()
{
    if (m_call)
        m_call->cancel();
    m_list = {};
    m_completeness = {};
    load();
    setState(State::Loading);
}

void ProjectList::stop()
{
    if (m_state != State::Loading)
        return;
    if (m_call)
        m_call->cancel();
    m_completeness = Completeness::lacking(Gap::Stopped);
    setState(m_entries.isEmpty() ? State::Idle : State::Ready);
}

void ProjectList::load()
{
    m_call = m_client.send<List::Page>(atlas::listProjects(m_list.next()), this,
                                       [this](const atlas::Result<List::Page> &answer) {
                                           if (answer)
                                               receive(*answer);
                                           else if (m_list.goesOnWithoutCount(answer.error()))
                                               load();
                                           else
                                               fail(answer.error());
                                       });
    connect(m_call, &net::Call::waitingChanged, this, &ProjectList::stateChanged);
}

void ProjectList::fail(const atlas::ApiError &error)
{
    m_error = error;
    m_completeness = Completeness::lacking(Gap::Failed);
    setState(State::Failed);
    Q_EMIT failed(m_error);
}

void ProjectList::failForLength()
{
    atlas::ApiError error = atlas::malformedAnswer(
        atlas::httpstatus::Ok,
        {staticMetaObject.className(),
         QT_TR_NOOP("The project list has too many pages. Loading stopped after page %1."),
         {QLocale().toString(m_list.pagesRead())}});
    error.request = "GET "_L1 + atlas::listProjects({}).target.path;
    fail(error);
}

void ProjectList::receive(const List::Page &page)
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
void ProjectList::endLoad()
{
    m_completeness = Completeness::whole();
    if (m_list.wasShifting())
        m_completeness.add(Gap::Shifting);
    if (m_list.leftOut() > 0)
        m_completeness.add(Gap::LeftOut);
    if (m_completeness.isWhole())
        removeGoneOnes();
    addUnlistedOnes();
    setState(State::Ready);
    if (const auto error = m_list.leftOutError(atlas::listProjects({}).target))
        Q_EMIT entriesLeftOut(*error);
    Q_EMIT loaded();
}

void ProjectList::takeIn(const QList<atlas::Project> &projects)
{
    QList<Entry> newOnes;
    QSet<atlas::ProjectId> onThisPage;
    for (const atlas::Project &project : projects) {
        const bool isWanted = m_only.isEmpty() || m_only.contains(project.id);
        if (!isWanted || onThisPage.contains(project.id))
            continue;
        onThisPage.insert(project.id);
        m_characters += project.name.size();
        const int row = rowOf(project.id);
        if (row < 0) {
            newOnes.append({project, {}, {}, {}});
        } else if (m_entries[row].project != project) {
            m_entries[row].project = project;
            Q_EMIT rowChanged(row);
        }
    }
    append(newOnes);
}

void ProjectList::append(const QList<Entry> &newOnes)
{
    if (newOnes.isEmpty())
        return;
    const int first = rowCount();
    const int last = first + static_cast<int>(newOnes.size()) - 1;
    Q_EMIT rowsAboutToBeAdded(first, last);
    m_entries += newOnes;
    Q_EMIT rowsAdded(first, last);
}

void ProjectList::removeGoneOnes()
{
    for (int row = rowCount() - 1; row >= 0; --row) {
        if (m_list.ids().contains(projectAt(row).id))
            continue;
        Q_EMIT rowsAboutToBeRemoved(row, row);
        m_entries.removeAt(row);
        Q_EMIT rowsRemoved(row, row);
    }
}

void ProjectList::addUnlistedOnes()
{
    QList<Entry> unlisted;
    for (const atlas::ProjectId id : std::as_const(m_only)) {
        Entry entry;
        entry.project.id = id;
        if (rowOf(id) < 0)
            unlisted.append(entry);
    }
    append(unlisted);
}

void ProjectList::setState(State state)
{
    m_state = state;
    Q_EMIT stateChanged();
}

} // namespace buckets
