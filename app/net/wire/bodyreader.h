// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QByteArray>

#include <memory>
#include <optional>
#include <utility>

namespace net {

/// Puts the body of an answer together as it arrives, and undoes its compression.
///
/// Qt would do the latter as well, but without a limit: its read buffer does not bound what it
/// has decompressed, and 9:1 passes for no bomb (Qt 6.4). This one never holds more than the
/// limit, as sent and as decompressed.
class BodyReader
{
public:
    enum class Problem {
        /// More bytes than the limit, before or after decompression.
        TooLarge,
        /// Not what its `Content-Encoding` says, or cut short.
        Damaged,
        /// A `Content-Encoding` that was not asked for.
        UnknownEncoding,
    };

    /// What may be asked for in `Accept-Encoding`.
    static constexpr char AcceptedEncoding[] = "gzip";

    /// `limit` in bytes. `contentEncoding` as the header has it; empty for none.
    BodyReader(qint64 limit, const QByteArray &contentEncoding);
    ~BodyReader();
    Q_DISABLE_COPY_MOVE(BodyReader)

    /// Takes the next bytes as they came over the wire. After a problem there is nothing more to
    /// be read.
    std::optional<Problem> take(const QByteArray &bytes);
    /// Says that there are no more bytes.
    std::optional<Problem> finish() const;

    /// What has been read so far, decompressed.
    const QByteArray &body() const { return m_body; }
    /// Hands it over, so that the last copy is the taker's.
    QByteArray takeBody() { return std::exchange(m_body, {}); }

private:
    struct Inflater;

    std::optional<Problem> inflate(const QByteArray &bytes);
    void append(QByteArrayView bytes);

    qint64 m_limit;
    qint64 m_bytesTaken = 0;
    QByteArray m_body;
    bool m_known = true;
    std::unique_ptr<Inflater> m_inflater;
};

} // namespace net
