// SPDX-License-Identifier: Apache-2.0
#include "tests/atlassim/http/requestreader.h"

#include <algorithm>
#include <utility>

namespace atlassim {

namespace {

/// TLS, for one, is told from HTTP long before its first empty line, which may never come.
bool maybeRequestLine(QByteArrayView text)
{
    const qsizetype end = text.indexOf('\r');
    const QByteArrayView line = end < 0 ? text : text.first(end);
    return std::all_of(line.begin(), line.end(), [](char c) { return c >= ' ' && c < '\x7f'; });
}

} // namespace

void RequestReader::add(const QByteArray &bytes)
{
    m_bytes += bytes;
}

tl::expected<std::optional<HttpRequest>, HttpReply> RequestReader::next()
{
    if (!m_head) {
        const auto taken = takeHead();
        if (!taken)
            return tl::unexpected(taken.error());
        if (!*taken)
            return std::nullopt;
    }
    if (m_bytes.size() < m_head->bodySize)
        return std::nullopt;
    HttpRequest request = std::move(m_head->request);
    request.body = m_bytes.first(m_head->bodySize);
    m_bytes.remove(0, m_head->bodySize);
    m_head.reset();
    return request;
}

tl::expected<bool, HttpReply> RequestReader::takeHead()
{
    // RFC 9112, section 2.2: empty lines before a request are no error.
    while (m_bytes.startsWith("\r\n"))
        m_bytes.remove(0, 2);
    const qsizetype end = m_bytes.indexOf("\r\n\r\n", m_searched);
    const qsizetype size = end < 0 ? m_bytes.size() : end;
    if (size > LargestHead)
        return tl::unexpected(refusal(431, "The head is too large."));
    if (end < 0) {
        if (m_searched == 0 && !maybeRequestLine(m_bytes))
            return tl::unexpected(refusal(400, "This is not HTTP."));
        m_searched = std::max<qsizetype>(0, m_bytes.size() - 3);
        return false;
    }
    auto head = readHead(QByteArrayView(m_bytes).first(end));
    if (!head)
        return tl::unexpected(head.error());
    m_head = std::move(*head);
    m_bytes.remove(0, end + 4);
    m_searched = 0;
    return true;
}

} // namespace atlassim
