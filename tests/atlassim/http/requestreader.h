// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "tests/atlassim/http/httphead.h"

#include <optional>

namespace atlassim {

/// Makes requests of the bytes of one connection, however they are split.
class RequestReader
{
public:
    void add(const QByteArray &bytes);

    /// The next request that is here to its end; nothing if more bytes are needed. After a refusal
    /// it is unknown where the next request would begin: the connection must end.
    tl::expected<std::optional<HttpRequest>, HttpReply> next();

private:
    tl::expected<bool, HttpReply> takeHead();

    QByteArray m_bytes;
    /// So far, no end of a head was found in m_bytes.
    qsizetype m_searched{0};
    std::optional<HttpHead> m_head;
};

} // namespace atlassim
