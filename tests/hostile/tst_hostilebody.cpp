// SPDX-License-Identifier: Apache-2.0
#include "answers.h"
#include "hostiletest.h"

#include <QStringEncoder>
#include <QTest>

using namespace Qt::Literals::StringLiterals;
using hostile::bucket;
using hostile::goodPage;
using hostile::gzip;
using hostile::gzipped;
using hostile::ok;
using hostile::page;
using hostile::Script;

namespace {

constexpr qsizetype MiB = 1024 * 1024;

const auto NotWhole = u"^200\\|Unexpected response\\|The response is not a complete JSON object"_s;
const auto BadGzip = u"^200\\|(Damaged response|Unexpected response)\\|."_s;
const auto UnknownCoding = u"^200\\|Unreadable response\\|The response uses the encoding"_s;
const auto TooLarge = u"^—\\|Response too large\\|."_s;

QByteArray named(const QByteArray &charset, const QByteArray &body)
{
    return "HTTP/1.1 200 OK\r\nContent-Type: application/json; charset=" + charset
        + "\r\nContent-Length: " + QByteArray::number(body.size()) + "\r\n\r\n" + body;
}

QByteArray encoded(QStringConverter::Encoding encoding)
{
    QStringEncoder encoder(encoding, QStringConverter::Flag::WriteBom);
    return encoder.encode(QString::fromUtf8(goodPage()));
}

QByteArray flipped(QByteArray bytes, qsizetype at)
{
    bytes[at] = static_cast<char>(bytes[at] ^ 0x55);
    return bytes;
}

QByteArray encodedAs(const QByteArray &coding, const QByteArray &body)
{
    return ok(body, "Content-Encoding: " + coding + "\r\n");
}

} // namespace

/// Bodies that are packed, or written in bytes, as no page is.
class HostileBodyTest : public hostile::HostileTest
{
    Q_OBJECT

private Q_SLOTS:
    void isPacked_data();
    void isPacked() { runCase(); }
    void isTooLarge_data();
    void isTooLarge() { runCase(); }
    void hasOddBytes_data();
    void hasOddBytes() { runCase(); }
    void isNotAPage_data();
    void isNotAPage() { runCase(); }
};

void HostileBodyTest::isPacked_data()
{
    addColumns();
    const QByteArray good = gzip(goodPage());
    shows("gzip", Script::of(gzipped(good)));
    fails("gzip, cut in its body", Script::of(gzipped(good.first(good.size() / 2))), BadGzip);
    fails("gzip, cut in its head", Script::of(gzipped(good.first(6))), BadGzip);
    fails("gzip, empty", Script::of(gzipped({})), BadGzip);
    fails("gzip, a bit flipped in its body", Script::of(gzipped(flipped(good, 40))), BadGzip);
    fails("gzip, no magic number", Script::of(gzipped(flipped(good, 0))), BadGzip);
    fails("gzip, another method", Script::of(gzipped(flipped(good, 2))), BadGzip);
    fails("gzip, a wrong checksum", Script::of(gzipped(flipped(good, good.size() - 8))), BadGzip);
    fails("gzip that is none", Script::of(gzipped(goodPage())), BadGzip);
    fails("gzip in gzip", Script::of(gzipped(gzip(good))), BadGzip);
    fails("gzip of nothing", Script::of(gzipped(gzip({}))), BadGzip);
    fails("a coding nobody knows", Script::of(encodedAs("zip", good)), UnknownCoding);
    fails("brotli that is none", Script::of(encodedAs("br", goodPage())), UnknownCoding);
    fails("gzip, not announced", Script::of(ok(good)), NotWhole);
    shows("gzip in chunks",
          Script::of(
              "HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\nTransfer-Encoding: chunked\r\n\r\n"
              + hostile::chunk(good.first(20)) + hostile::chunk(good.sliced(20)) + "0\r\n\r\n"));
}

void HostileBodyTest::isTooLarge_data()
{
    addColumns();
    const QByteArray big = R"({"results":[)" + QByteArray(33 * MiB, ' ') + "]}";
    fails("33 MiB", Script::of(ok(big)), TooLarge);
    fails("33 MiB without a length", Script::of("HTTP/1.1 200 OK\r\n\r\n" + big), TooLarge);
    fails("for ever", Script::forever("HTTP/1.1 200 OK\r\n\r\n", QByteArray(MiB, ' ')), TooLarge);
    fails("an error of 33 MiB", Script::of(hostile::answer("500 Oops", big)),
          u"^(—|500)\\|(Response too large|Internal Server Error)\\|."_s);
    fails("a bomb of a hundred to one", Script::of(gzipped(gzip(QByteArray(64 * MiB, ' ')))),
          TooLarge);
    fails("a bomb of nine to one", Script::of(gzipped(gzip(hostile::ninefold(40 * MiB)))),
          TooLarge);
    fails("nine to one, below the limit", Script::of(gzipped(gzip(hostile::ninefold(4 * MiB)))),
          NotWhole);
    const QByteArray roomy =
        page(hostile::goodBuckets(), ",\"more\":\"" + QByteArray(2 * MiB, 'm') + '"');
    shows("a page with much beside it", Script::of(ok(roomy)));
}

void HostileBodyTest::hasOddBytes_data()
{
    addColumns();
    const auto named1 = [](const QByteArray &name) {
        return page({bucket(1, name)});
    };
    shows("a mark before UTF-8", Script::of(ok("\xef\xbb\xbf" + goodPage())));
    fails("two marks", Script::of(ok("\xef\xbb\xbf\xef\xbb\xbf" + goodPage())), NotWhole);
    fails("UTF-16, little end first", Script::of(ok(encoded(QStringConverter::Utf16LE))), NotWhole);
    fails("UTF-16, big end first", Script::of(ok(encoded(QStringConverter::Utf16BE))), NotWhole);
    fails("UTF-32", Script::of(ok(encoded(QStringConverter::Utf32LE))), NotWhole);
    fails("UTF-16, and said so", Script::of(named("utf-16", encoded(QStringConverter::Utf16BE))),
          NotWhole);
    shows("UTF-8 that says to be Latin-1", Script::of(named("iso-8859-1", named1("caf\xc3\xa9"))),
          {u"café"_s});
    fails("Latin-1 that says to be UTF-8", Script::of(named("utf-8", named1("caf\xe9"))), NotWhole);
    shows("a charset nobody knows", Script::of(named("x-klingon", goodPage())));
    fails("a byte that UTF-8 never has", Script::of(ok(named1("\xff"))), NotWhole);
    fails("a sequence cut short", Script::of(ok(named1("\xe2\x82"))), NotWhole);
    fails("a sequence longer than need be", Script::of(ok(named1("\xc0\xaf"))), NotWhole);
    fails("half of a surrogate pair in UTF-8", Script::of(ok(named1("\xed\xa0\x80"))), NotWhole);
    fails("a character beyond Unicode", Script::of(ok(named1("\xf5\x80\x80\x80"))), NotWhole);
    fails("a zero byte before", Script::of(ok(QByteArray(1, '\0') + goodPage())), NotWhole);
    fails("a zero byte between", Script::of(ok(goodPage().insert(1, '\0'))), NotWhole);
    fails("a zero byte after", Script::of(ok(goodPage() + '\0')), NotWhole);
    fails("zero bytes alone", Script::of(ok(QByteArray(4096, '\0'))), NotWhole);
}

void HostileBodyTest::isNotAPage_data()
{
    addColumns();
    const auto empty = u"^200\\|Unexpected response\\|The response has no body.$"_s;
    fails("nothing", Script::of(ok({})), empty);
    fails("white space", Script::of(ok(" \n\t ")), NotWhole);
    fails("null", Script::of(ok("null")), NotWhole);
    fails("a number", Script::of(ok("42")), NotWhole);
    fails("a string", Script::of(ok(R"("page")")), NotWhole);
    fails("a list", Script::of(ok("[" + goodPage() + "]")), NotWhole);
    fails("HTML", Script::of(ok("<html><b>Sign in to the hotel's network</b></html>")), NotWhole);
    fails("a page and more", Script::of(ok(goodPage() + "{}")), NotWhole);
    fails("a page twice", Script::of(ok(goodPage() + goodPage())), NotWhole);
    fails("a comment", Script::of(ok("/* page */" + goodPage())), NotWhole);
    fails("a comma too many", Script::of(ok(R"({"results":[],})")), NotWhole);
    fails("single quotes", Script::of(ok(goodPage().replace('"', '\''))), NotWhole);
    fails("a call of a function", Script::of(ok("page(" + goodPage() + ");")), NotWhole);
    fails("an empty object", Script::of(ok("{}")), u"results: missing$"_s);
}

QTEST_MAIN(HostileBodyTest)
#include "tst_hostilebody.moc"
