// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "browse/bucketrow.h"
#include "browse/listreading.h"

namespace browse {

/// How far one project's list of export buckets has been read, by the largest pages.
///
/// One answer is of one moment, but pages are not: when a bucket goes while the list is read, those
/// behind it move up, and one may move from a page that is still to come to one that was read. So a
/// list of several pages is read until two passes over it find the same buckets.
class BucketListReading
{
public:
    using Pass = ListReading<BucketRow>;
    using Page = Pass::Page;

    /// A list that is longer is taken for one that never ends.
    static constexpr int MostPages = 2'000;
    /// A list that changes all the while is read so often.
    static constexpr int MostPasses = 6;

    /// Asks for the next page.
    atlas::PageRequest next(const atlas::CallOptions &options) const
    {
        return m_pass.next(options);
    }
    /// Takes that page in.
    void take(const Page &page);

    /// Whether there is nothing more to ask for.
    bool isOver() const { return m_isOver; }
    /// Whether the list goes on after MostPages.
    bool isEndless() const { return m_pass.state() == Pass::State::Endless; }
    /// Whether no two passes found the same: there may be buckets that none has found.
    bool wasShifting() const { return m_wasShifting; }

    /// The buckets of the project, once it is over: those of the last passes or, of a list that was
    /// shifting, of all.
    const QSet<atlas::BucketId> &buckets() const { return m_previous; }

private:
    void endPass();

    Pass m_pass{MostPages};
    int m_passes = 0;
    QSet<atlas::BucketId> m_previous;
    QSet<atlas::BucketId> m_all;
    bool m_isOver = false;
    bool m_wasShifting = false;
};

} // namespace browse
