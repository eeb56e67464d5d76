// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "insight/advice/nextstep.h"

#include <QString>

namespace insight {

/// What is said above a table: what is shown, what could not be read, what happens next. In the
/// language of the moment.
struct Notice
{
    bool isWarning = false;
    QString headline{};
    QString text{};
    /// What its button says; empty if it has none.
    QString actionText{};
    /// The text changes every second.
    bool isCountdown = false;
    /// What can be done about what has failed.
    NextSteps next{};
    /// What it is about, where the headline holds a number that changes. Is never shown.
    QString topic{};

    bool isEmpty() const { return headline.isEmpty() && text.isEmpty(); }
};

/// What is said where rows would be: why there are none, and the next step. In the language of the
/// moment.
struct EmptyText
{
    enum class About : quint8 { Buckets, Projects, Failure, Filter };

    About about = About::Buckets;
    QString title{};
    QString text{};
    /// What its button says; empty if it has none.
    QString actionText{};
    /// What can be done about what has failed.
    NextSteps next{};
    /// Nothing has failed and no rows have come: nothing else tells who does not look here.
    bool isNews = false;
};

} // namespace insight
