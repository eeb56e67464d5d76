// SPDX-License-Identifier: Apache-2.0
#include "browse/bucketlistreading.h"

#include "browse/readinglimits.h"

#include <utility>

namespace browse {

void BucketListReading::take(const Page &page)
{
    const qsizetype before = m_pass.size();
    for (const atlas::ExportBucket &bucket : page.results)
        m_pass.insert(bucket.id);
    const bool broughtNews = m_pass.size() > before;
    if (!limits::hasMore(page) || !broughtNews) {
        endPass();
    } else if (m_page.value() >= MostPages) {
        m_isEndless = true;
    } else {
        m_page = limits::after(m_page);
    }
}

void BucketListReading::endPass()
{
    ++m_passes;
    const bool isOfOneMoment = m_page == atlas::PageNumber();
    const bool isLikeTheOneBefore = m_passes > 1 && m_pass == m_previous;
    if (m_passes > 1 || !isOfOneMoment)
        m_all += m_pass;
    m_wasShifting = !isOfOneMoment && !isLikeTheOneBefore && m_passes >= MostPasses;
    m_isOver = isOfOneMoment || isLikeTheOneBefore || m_wasShifting;
    m_previous = std::exchange(m_pass, {});
    if (m_wasShifting)
        m_previous = std::exchange(m_all, {});
    m_page = {};
}

} // namespace browse
