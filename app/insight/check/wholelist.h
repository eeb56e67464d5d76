// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "buckets/reading/completeness.h"
#include "buckets/reading/listreading.h"

#include <QList>

#include <utility>

namespace insight {

/// How far a list has been read whose items nothing tells apart. As buckets::SteadyReading: a list
/// of several pages is read until two passes over it bring the same.
template<class T>
class WholeList
{
public:
    using Page = atlas::Page<T>;

    /// A list that changes all the while is read so often.
    static constexpr int MostPasses = 6;

    /// Asks for the next page.
    atlas::PageRequest next() const
    {
        return {atlas::PageNumber::from(m_pages + 1).value_or(atlas::PageNumber()),
                buckets::limits::largestPage(), m_includeCount};
    }

    /// As buckets::ListReading::goesOnWithoutCount().
    bool goesOnWithoutCount(const atlas::ApiError &error)
    {
        return atlas::isTooSlowToCount(error) && std::exchange(m_includeCount, false);
    }

    /// The page that was asked for has come.
    void takeIn(const Page &page)
    {
        m_items += page.results;
        m_leftOut += page.leftOut;
        ++m_pages;
        if (page.entryCount() == 0 || !buckets::hasMore(page))
            endPass();
    }

    /// Whether there is nothing more to ask for.
    bool isOver() const { return m_isOver; }
    /// Whether it goes on after so many pages that it is taken for one that never ends.
    bool isEndless() const { return m_pages >= buckets::limits::MostPages; }
    /// The items that there are, once it is over.
    const QList<T> &items() const { return m_previous; }
    /// What is missing, once it is over.
    buckets::Completeness completeness() const { return m_completeness; }

private:
    void endPass()
    {
        ++m_passes;
        const bool isStill = m_pages == 1 || (m_passes > 1 && m_items == m_previous);
        m_isOver = isStill || m_passes >= MostPasses;
        m_completeness = buckets::Completeness::whole();
        if (!isStill)
            m_completeness.add(buckets::Gap::Shifting);
        if (m_leftOut > 0)
            m_completeness.add(buckets::Gap::LeftOut);
        m_previous = std::exchange(m_items, {});
        m_pages = 0;
        m_leftOut = 0;
    }

    bool m_includeCount = true;
    bool m_isOver = false;
    int m_passes = 0;
    /// Of the pass under way, as m_items and m_leftOut.
    int m_pages = 0;
    QList<T> m_items;
    int m_leftOut = 0;
    QList<T> m_previous;
    buckets::Completeness m_completeness;
};

} // namespace insight
