// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "tests/atlassim/http/httpreply.h"
#include "tests/atlassim/http/httprequest.h"

#include <QByteArrayView>

#include <tl/expected.hpp>

namespace atlassim {

/// The largest request that is read: more than any client of an API sends.
constexpr qsizetype LargestHead = 64 * 1024;
constexpr qsizetype MostHeaders = 100;
constexpr qsizetype LargestBody = 16 * 1024 * 1024;

/// A request whose body is still to come.
struct HttpHead
{
    HttpRequest request;
    qsizetype bodySize{0};
};

/// What is answered to a request that cannot be read. It says why, as plain text.
HttpReply refusal(int status, const QByteArray &reason);

/// Reads the request line and the headers (RFC 9112), without the empty line that ends them.
/// A body must say its length: one in chunks is refused.
tl::expected<HttpHead, HttpReply> readHead(QByteArrayView text);

} // namespace atlassim
