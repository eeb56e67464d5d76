// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "tests/atlassim/http/httprequest.h"

namespace atlassim {

/// How an answer travels.
enum class Delivery {
    Whole,
    CutShort, ///< Announces the whole body, sends half of it, closes.
    Dropped, ///< Closes without a byte.
    Dripped, ///< The body comes one byte at a time, ten a second.
};

/// An answer, ready to be sent.
struct HttpReply
{
    int status{200};
    HeaderList headers{};
    QByteArray body{};
    Delivery delivery{Delivery::Whole};
};

/// The standard phrase of a status; "Status" for one that has none.
QString reasonPhrase(int status);

/// The status line and headers, `Content-Length` included, to the empty line.
QByteArray headOf(const HttpReply &reply);

} // namespace atlassim
