// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "atlas/calls/request.h"
#include "buckets/reading/listreading.h"

#include <optional>
#include <utility>

namespace buckets {

/// How far a list has been read, by the largest pages, until it stands still.
///
/// One answer is of one moment, but pages are not: when an item goes while the list is read, those
/// behind it move up, and one may move from a page that is still to come to one that was read. So a
/// list of several pages is read until two passes over it find the same items: only then is what
/// was not found known to be gone.
///
/// A list of more than `MostPagesOfIt` pages is taken for one that never ends.
template<class T, auto Id = &T::id, int MostPagesOfIt = limits::MostPages>
class SteadyReading
{
public:
    using Pass = ListReading<T, Id>;
    using Page = typename Pass::Page;
    using Ids = typename Pass::Ids;

    static constexpr int MostPages = MostPagesOfIt;
    /// A list that changes all the while is read so often.
    static constexpr int MostPasses = 6;

    /// Asks for the next page.
    atlas::PageRequest next() const { return m_pass.next(); }

    /// As ListReading::goesOnWithoutCount().
    bool goesOnWithoutCount(const atlas::ApiError &error)
    {
        return m_pass.goesOnWithoutCount(error);
    }

    /// The page that was asked for has come. Returns those of its items that no pass has found
    /// before.
    ///
    /// With `isEnough`, the items behind this page are of no interest, and no pass goes on to them.
    QList<T> takeIn(const Page &page, bool isEnough = false)
    {
        QList<T> newOnes = m_pass.takeIn(page);
        m_isCut = isEnough && m_pass.state() == Pass::State::GoesOn;
        if (m_isCut)
            m_pass.end();
        if (!m_all.isEmpty())
            newOnes.removeIf([this](const T &item) { return m_all.contains(item.*Id); });
        if (m_pass.state() == Pass::State::Whole)
            endPass();
        return newOnes;
    }

    /// Whether there is nothing more to ask for.
    bool isOver() const { return m_isOver; }
    /// Whether it was given up, for the list goes on after MostPages.
    bool isEndless() const { return m_pass.state() == Pass::State::Endless; }
    /// Whether no two passes found the same: there may be items that none has found.
    bool wasShifting() const { return m_wasShifting; }
    /// Whether the last pass ended because it was enough, and there are items behind.
    bool isCut() const { return m_isCut; }
    /// Whether nothing can be missing in it, once it is over.
    bool isSound() const { return !m_wasShifting && m_leftOut == 0; }
    /// How many pages of the pass under way have come.
    int pagesRead() const { return m_pass.pagesRead(); }

    /// The items that there are, once it is over: those of the last passes or, of a list that was
    /// shifting, of all.
    const Ids &ids() const { return m_previous; }
    /// Once it is over: has ids() no longer.
    void forgetIds() { m_previous = {}; }

    /// How many entries the last pass left out, because they could not be read.
    int leftOut() const { return m_leftOut; }
    /// How many those are of the list at `target`, and why; nothing if none was left out.
    std::optional<atlas::ApiError> leftOutError(const atlas::RequestTarget &target) const
    {
        if (m_leftOut == 0)
            return std::nullopt;
        atlas::ApiError error = atlas::leftOutEntries(m_leftOut, m_firstProblem);
        error.request = QStringLiteral("GET ") + target.path;
        return error;
    }

private:
    void endPass()
    {
        ++m_passes;
        const bool isOfOneMoment = m_pass.pagesRead() == 1;
        const bool isLikeTheOneBefore = m_passes > 1 && m_pass.ids() == m_previous;
        if (!isOfOneMoment)
            m_all += m_pass.ids();
        m_wasShifting = !isOfOneMoment && !isLikeTheOneBefore && m_passes >= MostPasses;
        m_isOver = isOfOneMoment || isLikeTheOneBefore || m_wasShifting;
        m_previous = m_wasShifting ? m_all : m_pass.ids();
        if (m_isOver)
            m_all = {};
        m_leftOut = m_pass.leftOut();
        m_firstProblem = m_pass.firstProblem();
        m_pass.startOver();
    }

    Pass m_pass{MostPages};
    int m_passes = 0;
    Ids m_previous;
    Ids m_all;
    int m_leftOut = 0;
    atlas::Wording m_firstProblem;
    bool m_isOver = false;
    bool m_wasShifting = false;
    bool m_isCut = false;
};

} // namespace buckets
