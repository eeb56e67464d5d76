// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "atlas/calls/page.h"
#include "atlas/errors/slowcount.h"
#include "atlas/values/pagerequest.h"
#include "buckets/reading/readinglimits.h"

#include <QList>
#include <QSet>

#include <type_traits>
#include <utility>

namespace buckets {

/// Whether there is a page behind this one of a list that is asked for by the largest pages.
template<class T>
bool hasMore(const atlas::Page<T> &page)
{
    using Link = atlas::PageFrame::Link;
    const bool isFull = page.entryCount() >= limits::largestPage().value();
    return page.next == Link::Present || (page.next == Link::Unsaid && isFull);
}

/// How far one reading of a list has come: it goes page by page, and joins the pages by what tells
/// their items apart. Rows move between pages while one reads, so an item may come twice; and some
/// lists never end, so only a page that brought something new is believed when it says that there
/// is another.
template<class T, auto Id = &T::id>
class ListReading
{
public:
    using Page = atlas::Page<T>;
    using Ids = QSet<std::remove_cvref_t<decltype(std::declval<const T &>().*Id)>>;

    enum class State {
        /// There is another page: next() asks for it.
        GoesOn,
        /// All has come.
        Whole,
        /// It was given up, for the list goes on after so many pages: limits::endless() says so.
        Endless,
    };

    ListReading() = default;
    /// A list that is longer than `mostPages` is taken for one that never ends.
    explicit ListReading(int mostPages) : m_mostPages(mostPages) { }

    State state() const { return m_state; }
    int pagesRead() const { return m_pagesRead; }
    /// What has come.
    const Ids &ids() const { return m_ids; }

    /// How many of its entries were left out, because they could not be read.
    int leftOut() const { return m_leftOut; }
    /// Why, in the words of the page; meaningful if some were.
    const atlas::Wording &firstProblem() const { return m_firstProblem; }

    /// Asks for the next page, in the fewest calls for a long list.
    atlas::PageRequest next() const
    {
        return {atlas::PageNumber::from(m_pagesRead + 1).value_or(atlas::PageNumber()),
                limits::largestPage(), m_includeCount};
    }

    /// A call has failed. Whether it is because Atlas could not count the list in time: then next()
    /// asks for the same page once more, without a count.
    bool goesOnWithoutCount(const atlas::ApiError &error)
    {
        return atlas::isTooSlowToCount(error) && std::exchange(m_includeCount, false);
    }

    /// Begins anew, and asks as it did.
    void startOver()
    {
        const bool includeCount = m_includeCount;
        *this = ListReading(m_mostPages);
        m_includeCount = includeCount;
    }

    /// The page that was asked for has come. Returns those of its items that had not come before.
    QList<T> takeIn(const Page &page)
    {
        QList<T> newOnes;
        newOnes.reserve(page.results.size());
        m_ids.reserve(m_ids.size() + page.results.size());
        for (const T &item : page.results) {
            const qsizetype before = m_ids.size();
            m_ids.insert(item.*Id);
            if (m_ids.size() > before)
                newOnes.append(item);
        }
        ++m_pagesRead;
        if (m_leftOut == 0)
            m_firstProblem = page.firstProblem;
        m_leftOut += page.leftOut;
        if (newOnes.isEmpty() || !hasMore(page))
            m_state = State::Whole;
        else if (m_pagesRead >= m_mostPages)
            m_state = State::Endless;
        return newOnes;
    }

    /// What has come is enough: nothing more is asked for.
    void end() { m_state = State::Whole; }

private:
    int m_mostPages = limits::MostPages;
    State m_state = State::GoesOn;
    bool m_includeCount = true;
    int m_pagesRead = 0;
    int m_leftOut = 0;
    atlas::Wording m_firstProblem;
    Ids m_ids;
};

} // namespace buckets
