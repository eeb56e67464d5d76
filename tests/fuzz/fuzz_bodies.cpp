// SPDX-License-Identifier: Apache-2.0
// Bodies of answers, compressed or not, in pieces. The first byte chooses the encoding; with some
// choices the input is what is compressed.
#include "fuzzing.h"
#include "net/wire/bodyreader.h"

#include <zlib.h>

#include <algorithm>
#include <array>
#include <optional>

using fuzzing::require;
using net::BodyReader;

namespace {

constexpr qint64 Limit = 64 * 1024;
// zlib's memLevel: its tables are cleared for each input, however short that is.
constexpr int FewHashes = 1;

struct Reading
{
    std::optional<BodyReader::Problem> problem;
    QByteArray body;
};

Reading readingOf(const QByteArray &bytes, const QByteArray &encoding, qsizetype pieceSize)
{
    BodyReader reader(Limit, encoding);
    Reading reading;
    for (qsizetype at = 0; at < bytes.size() && !reading.problem; at += pieceSize) {
        reading.problem = reader.take(bytes.mid(at, pieceSize));
        require(reader.body().size() <= Limit, "no more is held than the limit");
    }
    if (!reading.problem)
        reading.problem = reader.finish();
    reading.body = reader.takeBody();
    return reading;
}

QByteArray compressed(const QByteArray &plain, int windowBits)
{
    z_stream stream{};
    require(deflateInit2(&stream, 6, Z_DEFLATED, windowBits, FewHashes, Z_DEFAULT_STRATEGY) == Z_OK,
            "zlib starts");
    QByteArray output(qsizetype(deflateBound(&stream, uLong(plain.size()))) + 64, '\0');
    stream.next_in = reinterpret_cast<Bytef *>(const_cast<char *>(plain.constData()));
    stream.avail_in = uInt(plain.size());
    stream.next_out = reinterpret_cast<Bytef *>(output.data());
    stream.avail_out = uInt(output.size());
    require(deflate(&stream, Z_FINISH) == Z_STREAM_END, "zlib compresses");
    output.truncate(qsizetype(stream.total_out));
    deflateEnd(&stream);
    return output;
}

/// What comes of a body does not hang on how the network cut it up.
void checkPieces(const QByteArray &bytes, const QByteArray &encoding)
{
    const Reading whole = readingOf(bytes, encoding, std::max<qsizetype>(1, bytes.size()));
    for (const qsizetype pieceSize : {1, 7, 100}) {
        const Reading inPieces = readingOf(bytes, encoding, pieceSize);
        require(inPieces.problem == whole.problem, "the same verdict in pieces");
        require(whole.problem || inPieces.body == whole.body, "the same body in pieces");
    }
}

void checkCompressed(const QByteArray &plain, int windowBits, const QByteArray &encoding)
{
    const QByteArray bytes = compressed(plain, windowBits);
    const Reading reading = readingOf(bytes, encoding, 13);
    require(!reading.problem && reading.body == plain, "what was compressed is read");
    const Reading cut = readingOf(bytes.chopped(1), encoding, 13);
    require(cut.problem == BodyReader::Problem::Damaged, "a cut is seen");
    checkPieces(bytes, encoding);
}

} // namespace

int LLVMFuzzerTestOneInput(const uchar *data, std::size_t size)
{
    static const std::array<QByteArray, 5> encodings{"gzip", "", "deflate", "identity", "br"};
    const fuzzing::Input input(data, size);
    const auto choice = std::size_t(input.choice(int(encodings.size()) + 2));
    if (choice < encodings.size())
        checkPieces(input.bytes(), encodings[choice]);
    else if (choice == encodings.size())
        checkCompressed(input.bytes(), MAX_WBITS + 16, "gzip");
    else
        checkCompressed(input.bytes(), MAX_WBITS, "deflate");
    return 0;
}
