// SPDX-License-Identifier: Apache-2.0
#include "net/wire/bodyreader.h"

#include <QTest>

#include <zlib.h>

#include <algorithm>

using net::BodyReader;
using Problem = std::optional<BodyReader::Problem>;

namespace {

constexpr qint64 Limit = 1024 * 1024;
constexpr int GzipFormat = MAX_WBITS + 16;

QByteArray compressed(const QByteArray &plain, int format)
{
    z_stream stream{};
    if (deflateInit2(&stream, 9, Z_DEFLATED, format, 8, Z_DEFAULT_STRATEGY) != Z_OK)
        qFatal("zlib does not start");
    QByteArray output(static_cast<qsizetype>(deflateBound(&stream, uLong(plain.size()))), '\0');
    stream.next_in = reinterpret_cast<Bytef *>(const_cast<char *>(plain.constData()));
    stream.avail_in = static_cast<uInt>(plain.size());
    stream.next_out = reinterpret_cast<Bytef *>(output.data());
    stream.avail_out = static_cast<uInt>(output.size());
    deflate(&stream, Z_FINISH);
    output.truncate(static_cast<qsizetype>(stream.total_out));
    deflateEnd(&stream);
    return output;
}

QByteArray gzip(const QByteArray &plain)
{
    return compressed(plain, GzipFormat);
}

QByteArray someText()
{
    QByteArray text;
    for (int i = 0; i < 20'000; ++i)
        text += QByteArray::number(i * 7919);
    return text;
}

/// Feeds `bytes` piece by piece.
Problem feed(BodyReader &reader, const QByteArray &bytes, qsizetype pieceSize)
{
    for (qsizetype at = 0; at < bytes.size(); at += pieceSize) {
        if (const auto problem = reader.take(bytes.mid(at, pieceSize)))
            return problem;
    }
    return reader.finish();
}

} // namespace

class BodyReaderTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void readsWhole_data();
    void readsWhole();
    void findsEveryCut();
    void findsDamage();
    void refusesAnUnknownEncoding();
    void stopsAtTheLimit_data();
    void stopsAtTheLimit();
    void holdsNoMoreThanTheLimit();
};

void BodyReaderTest::readsWhole_data()
{
    QTest::addColumn<QByteArray>("encoding");
    QTest::addColumn<QByteArray>("sent");
    QTest::newRow("plain") << QByteArray() << someText();
    QTest::newRow("identity") << QByteArray("Identity") << someText();
    QTest::newRow("gzip") << QByteArray(" GZIP ") << gzip(someText());
    QTest::newRow("x-gzip") << QByteArray("x-gzip") << gzip(someText());
    QTest::newRow("deflate") << QByteArray("deflate") << compressed(someText(), MAX_WBITS);
    QTest::newRow("gzip, then something else") << QByteArray("gzip") << gzip(someText()) + "tail";
}

void BodyReaderTest::readsWhole()
{
    QFETCH(const QByteArray, encoding);
    QFETCH(const QByteArray, sent);
    for (const qsizetype pieceSize : {qsizetype(7), qsizetype(4096), sent.size()}) {
        BodyReader reader(Limit, encoding);
        QVERIFY(!feed(reader, sent, pieceSize));
        QCOMPARE(reader.body(), someText());
    }
    BodyReader nothing(Limit, encoding);
    QVERIFY(!nothing.finish());
    QVERIFY(nothing.body().isEmpty());
}

void BodyReaderTest::findsEveryCut()
{
    const QByteArray sent = gzip("[1, 2, 3]");
    for (qsizetype size = 1; size < sent.size(); ++size) {
        BodyReader reader(Limit, "gzip");
        QCOMPARE(feed(reader, sent.first(size), size), Problem(BodyReader::Problem::Damaged));
    }
}

void BodyReaderTest::findsDamage()
{
    const QByteArray sent = gzip(someText());
    for (qsizetype at = 0; at < sent.size(); at += 997) {
        QByteArray damaged = sent;
        damaged[at] = char(damaged[at] ^ 0x55);
        BodyReader reader(Limit, "gzip");
        const auto problem = feed(reader, damaged, 4096);
        QVERIFY(problem || reader.body() == someText());
    }
    BodyReader noGzip(Limit, "gzip");
    QCOMPARE(feed(noGzip, "{\"results\": []}", 5), Problem(BodyReader::Problem::Damaged));
}

void BodyReaderTest::refusesAnUnknownEncoding()
{
    BodyReader reader(Limit, "br");
    QCOMPARE(reader.take("abc"), Problem(BodyReader::Problem::UnknownEncoding));
}

void BodyReaderTest::stopsAtTheLimit_data()
{
    QTest::addColumn<QByteArray>("encoding");
    QTest::addColumn<QByteArray>("sent");
    QTest::addColumn<bool>("fits");
    const QByteArray exact(Limit, 'a');
    QTest::newRow("plain, at the limit") << QByteArray() << exact << true;
    QTest::newRow("plain, above") << QByteArray() << exact + 'a' << false;
    QTest::newRow("gzip, at the limit") << QByteArray("gzip") << gzip(exact) << true;
    QTest::newRow("gzip, above") << QByteArray("gzip") << gzip(exact + 'a') << false;
    QTest::newRow("gzip, 1000:1") << QByteArray("gzip") << gzip(QByteArray(64 * Limit, 'a'))
                                  << false;
}

void BodyReaderTest::stopsAtTheLimit()
{
    QFETCH(const QByteArray, encoding);
    QFETCH(const QByteArray, sent);
    QFETCH(const bool, fits);
    BodyReader reader(Limit, encoding);
    QCOMPARE(feed(reader, sent, 65'536), fits ? Problem() : Problem(BodyReader::Problem::TooLarge));
    QVERIFY(reader.body().size() <= Limit);
}

void BodyReaderTest::holdsNoMoreThanTheLimit()
{
    BodyReader reader(Limit, "gzip");
    QVERIFY(reader.take(gzip(QByteArray(64 * Limit, 'a'))));
    QVERIFY(reader.body().capacity() <= 2 * Limit);
}

QTEST_GUILESS_MAIN(BodyReaderTest)
#include "tst_bodyreader.moc"
