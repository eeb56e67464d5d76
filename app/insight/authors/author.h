// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QDateTime>
#include <QString>

namespace insight {

/// Who made a change, and when, as Atlas's events tell. May name a person: it is shown, and neither
/// kept nor logged.
struct Author
{
    /// The address of a person, or the public part of a key; empty: Atlas by itself.
    QString who{};
    /// UTC, to the second.
    QDateTime when{};

    friend bool operator==(const Author &, const Author &) = default;
};

} // namespace insight
