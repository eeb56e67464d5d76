// SPDX-License-Identifier: Apache-2.0
#include "answers.h"

#include <QRandomGenerator>
#include <QtEndian>

#include <algorithm>
#include <array>

namespace hostile {

namespace {

QByteArray members(const QByteArray &id, const QByteArray &name)
{
    return R"("_id":")" + id + R"(","bucketName":")" + name
        + R"(","cloudProvider":"AWS","iamRoleId":"65f1a2b3c4d5e6f7081920bb")";
}

/// RFC 1952, 8.
quint32 crc32(const QByteArray &data)
{
    quint32 crc = 0xffffffffU;
    std::array<quint32, 256> table{};
    for (quint32 n = 0; n < table.size(); ++n) {
        quint32 c = n;
        for (int k = 0; k < 8; ++k)
            c = (c & 1U) != 0 ? 0xedb88320U ^ (c >> 1U) : c >> 1U;
        table[n] = c;
    }
    for (const char byte : data)
        crc = table[(crc ^ static_cast<quint8>(byte)) & 0xffU] ^ (crc >> 8U);
    return crc ^ 0xffffffffU;
}

QByteArray littleEndian(quint32 value)
{
    QByteArray bytes(4, '\0');
    qToLittleEndian(value, bytes.data());
    return bytes;
}

} // namespace

QByteArray bucket(int number, const QByteArray &name)
{
    const QByteArray id =
        "65f1a2b3c4d5e6f7" + QByteArray::number(number, 16).rightJustified(8, '0');
    return '{' + members(id, name) + '}';
}

QByteArrayList goodBuckets()
{
    return {bucket(1, "good-one"), bucket(2, "good-two"), bucket(3, "good-three")};
}

QByteArray page(const QByteArrayList &results, const QByteArray &more)
{
    return R"({"results":[)" + results.join(',') + ']' + more + '}';
}

QByteArray goodPage()
{
    return page(goodBuckets(),
                R"(,"links":[{"rel":"self","href":"https://cloud.example/1"},)"
                R"({"rel":"next","href":"https://cloud.example/2"}],"totalCount":203)");
}

QByteArray projectsPage()
{
    return page({QByteArray(R"({"id":")") + ProjectId
                 + R"(","name":"Ledger","orgId":"65f1a2b3c4d5e6f7081920cc","clusterCount":2})"});
}

QByteArray pageWithField(const QByteArray &field, const QByteArray &value)
{
    QByteArrayList results = goodBuckets();
    QByteArrayList fields = results[0].sliced(1).chopped(1).split(',');
    const QByteArray start = '"' + field + "\":";
    fields.removeIf([&start](const QByteArray &one) { return one.startsWith(start); });
    fields.append(start + value);
    results[0] = '{' + fields.join(',') + '}';
    return page(results);
}

QByteArray answer(const QByteArray &status, const QByteArray &body, const QByteArray &headers)
{
    return "HTTP/1.1 " + status + "\r\nContent-Type: application/json\r\nContent-Length: "
        + QByteArray::number(body.size()) + "\r\n" + headers + "\r\n" + body;
}

QByteArray ok(const QByteArray &body, const QByteArray &headers)
{
    return answer("200 OK", body, headers);
}

QByteArray headWithLength(const QByteArray &length)
{
    return "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: " + length
        + "\r\n\r\n";
}

QByteArray chunkedHead()
{
    return "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nTransfer-Encoding: "
           "chunked\r\n\r\n";
}

QByteArray chunk(const QByteArray &data)
{
    return QByteArray::number(data.size(), 16) + "\r\n" + data + "\r\n";
}

QByteArray gzip(const QByteArray &data)
{
    static constexpr char Header[] = "\x1f\x8b\x08\x00\x00\x00\x00\x00\x00\xff";
    // qCompress() makes four bytes of its own, then zlib's format (RFC 1950); of nothing, nothing.
    const QByteArray deflated =
        data.isEmpty() ? QByteArray("\x03\x00", 2) : qCompress(data).sliced(4 + 2).chopped(4);
    return QByteArray(Header, 10) + deflated + littleEndian(crc32(data))
        + littleEndian(static_cast<quint32>(data.size()));
}

QByteArray gzipped(const QByteArray &compressed)
{
    return ok(compressed, "Content-Encoding: gzip\r\n");
}

QByteArray ninefold(qsizetype length)
{
    static constexpr qsizetype Block = 4096;
    static constexpr qsizetype Noise = 700;
    QRandomGenerator random(1);
    QByteArray data(length, ' ');
    for (qsizetype at = 0; at + Block <= length; at += Block) {
        std::generate_n(data.begin() + at, Noise,
                        [&random] { return static_cast<char>('0' + random.bounded(64)); });
    }
    return data;
}

} // namespace hostile
