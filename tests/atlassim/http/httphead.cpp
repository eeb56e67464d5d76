// SPDX-License-Identifier: Apache-2.0
#include "tests/atlassim/http/httphead.h"

#include <QUrl>

#include <algorithm>
#include <optional>

namespace atlassim {

namespace {

/// RFC 9110, section 5.6.2.
bool isToken(QByteArrayView text)
{
    static const QByteArray marks("!#$%&'*+-.^_`|~");
    return !text.isEmpty() && std::all_of(text.begin(), text.end(), [](char c) {
        return (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z')
            || marks.contains(c);
    });
}

bool isVisible(QByteArrayView text)
{
    return !text.isEmpty()
        && std::all_of(text.begin(), text.end(), [](char c) { return c > ' ' && c < '\x7f'; });
}

bool hasControls(QByteArrayView text)
{
    return std::any_of(text.begin(), text.end(), [](char c) {
        return (static_cast<unsigned char>(c) < ' ' && c != '\t') || c == '\x7f';
    });
}

bool isAmong(QByteArrayView words, QByteArrayView word)
{
    const auto list = words.toByteArray().split(',');
    return std::any_of(list.cbegin(), list.cend(), [&](const QByteArray &item) {
        return item.trimmed().compare(word, Qt::CaseInsensitive) == 0;
    });
}

/// Takes the text up to `separator`, and the separator, off the front; all of it if there is none.
QByteArrayView takeUpTo(QByteArrayView &text, QByteArrayView separator)
{
    const qsizetype end = text.indexOf(separator);
    const QByteArrayView taken = end < 0 ? text : text.first(end);
    text = end < 0 ? QByteArrayView() : text.sliced(end + separator.size());
    return taken;
}

/// A path with its query, or an absolute address as proxies are sent it (RFC 9112, section 3.2).
std::optional<QUrl> urlOf(QByteArrayView target)
{
    const QByteArray text = target.toByteArray();
    const QUrl url = QUrl::fromEncoded(text.startsWith('/') ? "http://localhost" + text : text);
    if (!url.isValid() || url.host().isEmpty() || !url.path().startsWith(QLatin1Char('/')))
        return std::nullopt;
    return url;
}

tl::expected<HttpRequest, HttpReply> readRequestLine(QByteArrayView line)
{
    const QByteArrayView method = takeUpTo(line, " ");
    const QByteArrayView target = takeUpTo(line, " ");
    if (!isToken(method) || !isVisible(target) || !line.startsWith("HTTP/"))
        return tl::unexpected(refusal(400, "The request line is not METHOD TARGET HTTP/1.1."));
    if (line != "HTTP/1.1" && line != "HTTP/1.0")
        return tl::unexpected(refusal(505, "Only HTTP/1.1 and HTTP/1.0 are spoken here."));
    const auto url = urlOf(target);
    if (!url)
        return tl::unexpected(refusal(400, "The target is no path."));
    HttpRequest request;
    request.method = method.toByteArray();
    request.target = normalisedTarget(url->toEncoded());
    request.path = url->path();
    request.query = QUrlQuery(*url);
    request.keepsConnection = line == "HTTP/1.1";
    return request;
}

std::optional<HttpReply> readHeaders(QByteArrayView lines, HeaderList &headers)
{
    while (!lines.isEmpty()) {
        QByteArrayView value = takeUpTo(lines, "\r\n");
        const bool hasColon = value.contains(':');
        const QByteArrayView name = takeUpTo(value, ":");
        if (!hasColon || !isToken(name))
            return refusal(400, "A header line is not NAME: VALUE.");
        if (hasControls(value))
            return refusal(400, "A header has control characters.");
        if (headers.size() == MostHeaders)
            return refusal(431, "There are too many headers.");
        headers.emplaceBack(name.toByteArray(), value.trimmed().toByteArray());
    }
    return std::nullopt;
}

qsizetype countOf(const HttpRequest &request, const QByteArray &name)
{
    return std::count_if(request.headers.cbegin(), request.headers.cend(), [&](const auto &header) {
        return header.first.compare(name, Qt::CaseInsensitive) == 0;
    });
}

tl::expected<qsizetype, HttpReply> bodySizeOf(const HttpRequest &request)
{
    if (countOf(request, "Transfer-Encoding") > 0)
        return tl::unexpected(refusal(411, "A body must come with a Content-Length."));
    const qsizetype lengths = countOf(request, "Content-Length");
    if (lengths == 0)
        return 0;
    const QByteArray length = request.header("Content-Length");
    const bool isNumber = !length.isEmpty()
        && std::all_of(length.cbegin(), length.cend(), [](char c) { return c >= '0' && c <= '9'; });
    if (lengths > 1 || !isNumber)
        return tl::unexpected(refusal(400, "Content-Length is not one number."));
    bool fits = false;
    const qlonglong size = length.toLongLong(&fits);
    if (!fits || size > LargestBody)
        return tl::unexpected(refusal(413, "The body is too large."));
    return qsizetype(size);
}

} // namespace

HttpReply refusal(int status, const QByteArray &reason)
{
    return {status, {{"Content-Type", "text/plain"}}, reason + '\n'};
}

tl::expected<HttpHead, HttpReply> readHead(QByteArrayView text)
{
    auto request = readRequestLine(takeUpTo(text, "\r\n"));
    if (!request)
        return tl::unexpected(request.error());
    if (const auto problem = readHeaders(text, request->headers))
        return tl::unexpected(*problem);
    if (request->keepsConnection && countOf(*request, "Host") != 1)
        return tl::unexpected(refusal(400, "There must be one Host header."));
    // RFC 9110, section 10.1.1: the client asks again without.
    if (countOf(*request, "Expect") > 0)
        return tl::unexpected(refusal(417, "No expectation is met here."));
    const auto bodySize = bodySizeOf(*request);
    if (!bodySize)
        return tl::unexpected(bodySize.error());
    if (isAmong(request->header("Connection"), "close"))
        request->keepsConnection = false;
    return HttpHead{std::move(*request), *bodySize};
}

} // namespace atlassim
