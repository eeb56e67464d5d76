// SPDX-License-Identifier: Apache-2.0
#include "net/wire/bodyreader.h"

#include <zlib.h>

#include <algorithm>
#include <array>

namespace net {

namespace {

/// zlib's greatest window, and 32 to tell gzip from zlib by the header (zlib.h, inflateInit2).
constexpr int AnyHeader = MAX_WBITS + 32;
constexpr int ChunkSize = 32 * 1024;

} // namespace

struct BodyReader::Inflater
{
    Inflater() { isReady = inflateInit2(&stream, AnyHeader) == Z_OK; }
    ~Inflater() { inflateEnd(&stream); }
    Q_DISABLE_COPY_MOVE(Inflater)

    z_stream stream{};
    /// Here and not on the stack, where each piece of a body would clear it.
    std::array<Bytef, ChunkSize> chunk{};
    bool isReady = false;
    bool isThrough = false;
};

BodyReader::BodyReader(qint64 limit, const QByteArray &contentEncoding) : m_limit(limit)
{
    const QByteArray encoding = contentEncoding.trimmed().toLower();
    if (encoding == "gzip" || encoding == "x-gzip" || encoding == "deflate")
        m_inflater = std::make_unique<Inflater>();
    else
        m_known = encoding.isEmpty() || encoding == "identity";
}

BodyReader::~BodyReader() = default;

std::optional<BodyReader::Problem> BodyReader::take(const QByteArray &bytes)
{
    if (!m_known)
        return Problem::UnknownEncoding;
    m_bytesTaken += bytes.size();
    if (m_bytesTaken > m_limit)
        return Problem::TooLarge;
    if (m_inflater)
        return inflate(bytes);
    append(bytes);
    return std::nullopt;
}

std::optional<BodyReader::Problem> BodyReader::finish() const
{
    const bool wasCut = m_inflater && m_bytesTaken > 0 && !m_inflater->isThrough;
    return wasCut ? std::optional(Problem::Damaged) : std::nullopt;
}

std::optional<BodyReader::Problem> BodyReader::inflate(const QByteArray &bytes)
{
    if (!m_inflater->isReady)
        return Problem::Damaged;
    std::array<Bytef, ChunkSize> &chunk = m_inflater->chunk;
    z_stream &stream = m_inflater->stream;
    // zlib only reads there; the pointer is not const for C's sake.
    stream.next_in = reinterpret_cast<Bytef *>(const_cast<char *>(bytes.constData()));
    stream.avail_in = static_cast<uInt>(bytes.size());
    while (!m_inflater->isThrough) {
        stream.next_out = chunk.data();
        stream.avail_out = ChunkSize;
        const int outcome = ::inflate(&stream, Z_NO_FLUSH);
        const qsizetype size = ChunkSize - static_cast<qsizetype>(stream.avail_out);
        if (m_body.size() + size > m_limit)
            return Problem::TooLarge;
        append({reinterpret_cast<const char *>(chunk.data()), size});
        m_inflater->isThrough = outcome == Z_STREAM_END;
        const bool needsMore = outcome == Z_BUF_ERROR || (outcome == Z_OK && stream.avail_out > 0);
        if (needsMore)
            break;
        if (outcome != Z_OK && outcome != Z_STREAM_END)
            return Problem::Damaged;
    }
    return std::nullopt;
}

/// QByteArray grows by doubling, which just below the limit would be twice as much as is needed.
void BodyReader::append(QByteArrayView bytes)
{
    const qsizetype needed = m_body.size() + bytes.size();
    if (needed > m_body.capacity())
        m_body.reserve(std::max(needed, std::min<qsizetype>(m_limit, 2 * m_body.capacity())));
    m_body.append(bytes);
}

} // namespace net
