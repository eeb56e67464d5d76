// SPDX-License-Identifier: Apache-2.0
#include "insight/authors/authorreader.h"

#include "atlas/calls/requests.h"
#include "atlas/errors/unknownvalue.h"
#include "buckets/reading/listreading.h"
#include "buckets/reading/readinglimits.h"

#include <algorithm>

namespace insight {

namespace {

QDateTime oldestIn(const QList<atlas::ProjectEvent> &events)
{
    return std::min_element(
               events.begin(), events.end(),
               [](const auto &one, const auto &other) { return one.created < other.created; })
        ->created;
}

} // namespace

AuthorReader::AuthorReader(net::Client &client, QObject *parent)
    : QObject(parent), m_client(client), m_queue(buckets::limits::CallsAtATime)
{
    connect(&m_queue, &buckets::CallQueue::drained, this, &AuthorReader::changed);
}

bool AuthorReader::isAbout(const Comparison &comparison) const
{
    return m_isBegun && m_before == comparison.before.at && m_after == comparison.after.at
        && m_changes == comparison.changes;
}

void AuthorReader::read(const Comparison &comparison)
{
    if (isAbout(comparison) && !m_wasStopped)
        return;
    m_queue.clear();
    m_told.clear();
    m_authors.clear();
    m_streak.end();
    m_isBegun = true;
    m_wasStopped = false;
    m_changes = comparison.changes;
    m_before = comparison.before.at;
    m_after = comparison.after.at;
    m_filter = eventsBetween(m_before, m_after);
    const auto projects = projectsWithAuthors(m_changes);
    for (const atlas::ProjectId project : projects)
        ask(project);
    Q_EMIT changed();
}

void AuthorReader::stop()
{
    if (!isReading())
        return;
    m_queue.clear();
    m_wasStopped = true;
    Q_EMIT changed();
}

void AuthorReader::ask(atlas::ProjectId project)
{
    m_queue.add([this, project](const buckets::CallQueue::Ended &ended) {
        const bool asksForTypes = m_asksForTypes;
        atlas::EventFilter filter = m_filter;
        if (!asksForTypes)
            filter.types.clear();
        const atlas::PageRequest page{{}, buckets::limits::largestPage(), false};
        return m_client.send<Events>(
            atlas::listProjectEvents(project, filter, page), &m_queue,
            [this, project, asksForTypes, ended](const atlas::Result<Events> &answer) {
                receive(project, answer, asksForTypes);
                ended();
            },
            net::Client::Effort::Usual, net::Priority::Sweep);
    });
}

void AuthorReader::receive(atlas::ProjectId project, const atlas::Result<Events> &answer,
                           bool hadTypes)
{
    if (answer) {
        m_streak.end();
        takeIn(project, *answer);
    } else if (hadTypes && atlas::isUnknownValue(answer.error())) {
        m_asksForTypes = false;
        ask(project);
    } else {
        m_streak.note(answer.error());
        Q_EMIT failed(answer.error());
        if (m_streak.isHopeless())
            stop();
    }
}

/// Of a full page, others may be missing that are as old as its oldest, or older.
void AuthorReader::takeIn(atlas::ProjectId project, const Events &page)
{
    ToldEvents told;
    told.events = page.results;
    if (page.leftOut == 0 && !buckets::hasMore(page))
        told.wholeFrom = m_filter.from;
    else if (page.leftOut == 0 && !page.results.isEmpty())
        told.wholeFrom = oldestIn(page.results).addSecs(1);
    m_told.insert(project, told);
    m_authors = authorsOf(m_changes, m_filter, m_told);
    Q_EMIT changed();
}

} // namespace insight
