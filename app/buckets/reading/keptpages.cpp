// SPDX-License-Identifier: Apache-2.0
#include "buckets/reading/bucketpager.h"
#include "buckets/rows/bucketstore.h"

#include <algorithm>

/// How a pager shows pages of an earlier day until Atlas has answered.

namespace buckets {

void BucketPager::showKept(atlas::ProjectId project, const QList<atlas::ExportBucket> &buckets,
                           const QDateTime &at)
{
    if (project != m_project || m_kept)
        return;
    m_kept = Kept{buckets, at};
    if (!m_shown && showKeptPage(m_wanted))
        Q_EMIT changed();
}

/// False if that page is not known of an earlier day, or is on screen as it is now.
bool BucketPager::showKeptPage(atlas::PageNumber page)
{
    const qint64 size = m_options.itemsPerPage.value();
    const qint64 first = qint64(page.value() - 1) * size;
    const bool isOnScreen =
        m_shown && !m_shown->isKept && !wantsAnotherSize() && m_shown->number() == page;
    if (!m_kept || isOnScreen || (first >= m_kept->buckets.size() && first > 0))
        return false;
    const qint64 end = std::min<qint64>(first + size, m_kept->buckets.size());
    Buckets content;
    content.results = m_kept->buckets.sliced(first, end - first);
    content.totalCount = m_kept->buckets.size();
    content.next = end < m_kept->buckets.size() ? Buckets::Link::Present : Buckets::Link::Absent;
    m_store.noteRegions(content.results);
    show({{page, m_options.itemsPerPage, m_options.includeCount},
          content,
          m_kept->at,
          m_callOptions,
          true});
    m_isOutdated = true;
    m_store.setStale(true);
    return true;
}

} // namespace buckets
