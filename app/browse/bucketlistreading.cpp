// SPDX-License-Identifier: Apache-2.0
#include "browse/bucketlistreading.h"

#include <utility>

namespace browse {

void BucketListReading::take(const Page &page)
{
    m_pass.takeIn(page);
    if (m_pass.state() == Pass::State::Whole)
        endPass();
}

void BucketListReading::endPass()
{
    ++m_passes;
    const bool isOfOneMoment = m_pass.pagesRead() == 1;
    const bool isLikeTheOneBefore = m_passes > 1 && m_pass.ids() == m_previous;
    if (!isOfOneMoment)
        m_all += m_pass.ids();
    m_wasShifting = !isOfOneMoment && !isLikeTheOneBefore && m_passes >= MostPasses;
    m_isOver = isOfOneMoment || isLikeTheOneBefore || m_wasShifting;
    m_previous = m_wasShifting ? std::exchange(m_all, {}) : m_pass.ids();
    m_pass = Pass(MostPages);
}

} // namespace browse
