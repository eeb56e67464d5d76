// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "insight/health/facts.h"

#include <QList>

namespace insight {

/// Whether the registration of a bucket may be taken away, and why.
struct RemovalVerdict
{
    enum class Answer : quint8 {
        No,
        Yes,
        /// Something that decides it is not known.
        Unknown,
    };

    Answer answer = Answer::Unknown;
    /// The answer in a sentence.
    atlas::Wording headline{};
    /// A sentence each, what counts most first.
    QList<atlas::Wording> reasons{};

    friend bool operator==(const RemovalVerdict &, const RemovalVerdict &) = default;
};

/// May `bucket` of `project`, one of `facts`, be removed? Atlas asks for one thing: that no
/// automatic export goes there.
RemovalVerdict removalVerdictOf(atlas::BucketId bucket, atlas::ProjectId project,
                                const Facts &facts);

} // namespace insight
