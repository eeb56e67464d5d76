// SPDX-License-Identifier: Apache-2.0
#include "tests/support/recordingserver.h"

#include <QFile>
#include <QProcess>
#include <QRandomGenerator>
#include <QTest>

#include <cstring>

using namespace Qt::Literals::StringLiterals;
using testsupport::httpAnswer;
using testsupport::RecordingServer;

namespace {

constexpr int Patience = 60'000;
/// The sanitizer's own map of the memory is larger by far, and holds no text.
constexpr qint64 LargestRegion = qint64(1) << 30;

QByteArray randomText(int length)
{
    QByteArray text(length, '\0');
    for (char &byte : text)
        byte = "abcdefghijklmnopqrstuvwxyz012345"[QRandomGenerator::system()->bounded(32)];
    return text;
}

QByteArray utf16(const QByteArray &text)
{
    QByteArray wide;
    for (const char c : text)
        wide.append(c).append('\0');
    return wide;
}

/// What another process can write to; its stack aside, which others overwrite as they go. Nothing
/// if this system does not show it.
QByteArrayList memoryOf(qint64 process)
{
    const QString folder = u"/proc/%1/"_s.arg(process);
    QFile maps(folder + u"maps"_s);
    QFile memory(folder + u"mem"_s);
    QByteArrayList regions;
    if (!maps.open(QIODevice::ReadOnly)
        || !memory.open(QIODevice::ReadOnly | QIODevice::Unbuffered))
        return regions;
    for (const QByteArray &line : maps.readAll().split('\n')) {
        const QList<QByteArray> words = line.simplified().split(' ');
        if (words.size() < 2 || !words[1].startsWith("rw") || words.last() == "[stack]")
            continue;
        const QList<QByteArray> ends = words[0].split('-');
        const qint64 begin = ends[0].toLongLong(nullptr, 16);
        const qint64 size = ends[1].toLongLong(nullptr, 16) - begin;
        if (size > LargestRegion || !memory.seek(begin))
            continue;
        // Gone by now, it reads as nothing.
        if (const QByteArray region = memory.read(size); !region.isEmpty())
            regions.append(region);
    }
    return regions;
}

qsizetype countIn(const QByteArrayList &regions, const QByteArray &text)
{
    qsizetype count = 0;
    for (const QByteArray &region : regions) {
        const char *const end = region.cend();
        const char *at = region.cbegin();
        while ((at = static_cast<const char *>(memmem(at, static_cast<size_t>(end - at),
                                                      text.constData(),
                                                      static_cast<size_t>(text.size()))))) {
            ++count;
            ++at;
        }
    }
    return count;
}

/// How often some parts of the text are there, of a length that does not occur by chance.
qsizetype traces(const QByteArrayList &regions, const QByteArray &text)
{
    constexpr qsizetype PartSize = 24;
    constexpr qsizetype Stride = 190;
    qsizetype count = 0;
    for (qsizetype at = 0; at + PartSize <= text.size(); at += Stride) {
        const QByteArray part = text.sliced(at, PartSize);
        count += countIn(regions, part) + countIn(regions, utf16(part));
    }
    return count;
}

} // namespace

/// When another profile is opened, nothing of the one before stays in the program's memory: neither
/// its secret, nor the header that it was sent in, nor the token that was got for it. Seen from
/// another process, for the server has seen them all.
///
/// Under the address sanitizer, which keeps freed memory back, what is freed is filled: then it is
/// checked that all is freed; what becomes of freed memory, tst_freedmemory checks in any build.
class LeftSessionTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void leavesNothing();
};

void LeftSessionTest::leavesNothing()
{
    const QByteArrayList secrets{randomText(40), randomText(40)};
    const QByteArrayList tokens{randomText(600), randomText(600)};
    QByteArrayList headers;
    for (const QByteArray &secret : secrets)
        headers.append(QByteArray("account:" + secret).toBase64());
    const RecordingServer server([&](const QByteArray &request) {
        if (request.startsWith("POST /api/oauth/revoke"))
            return httpAnswer(200);
        if (request.startsWith("POST")) {
            const auto &token = tokens[request.contains(headers[0]) ? 0 : 1];
            return httpAnswer(200, {}, R"({"access_token":")" + token + R"(","expires_in":3600})");
        }
        return httpAnswer(200, {}, R"({"links":[],"results":[],"totalCount":0})");
    });
    QProcess sample;
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.insert(u"ASAN_OPTIONS"_s,
                       u"max_free_fill_size=1000000000:free_fill_byte=250:detect_leaks=0"_s);
    sample.setProcessEnvironment(environment);
    sample.start(QStringLiteral(BUCKETSCOPE_SAMPLE), {});
    sample.write(server.baseUrl().toEncoded() + '\n' + secrets.join('\n') + '\n');
    QTRY_VERIFY_WITH_TIMEOUT(sample.canReadLine(), Patience);
    QCOMPARE(sample.readLine().trimmed(), "ready");
    const QByteArrayList memory = memoryOf(sample.processId());
    if (memory.isEmpty())
        QSKIP("This system does not show the memory of another process (/proc/PID/mem).");
    QVERIFY(traces(memory, secrets[1]) > 0);
    QVERIFY(traces(memory, tokens[1]) > 0);
    QCOMPARE(traces(memory, secrets[0]), 0);
    QCOMPARE(traces(memory, headers[0].sliced(12)), 0); // Both begin alike.
    // It is on the stack of a thread until that has ended for the system, too.
    QTRY_COMPARE(traces(memoryOf(sample.processId()), tokens[0]), 0);
    sample.closeWriteChannel();
    QVERIFY(sample.waitForFinished());
}

QTEST_GUILESS_MAIN(LeftSessionTest)
#include "tst_leftsession.moc"
