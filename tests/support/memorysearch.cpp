// SPDX-License-Identifier: Apache-2.0
#include "tests/support/memorysearch.h"

#include <QFile>
#include <QRandomGenerator>

#include <algorithm>
#include <cstring>

#include <sys/mman.h>

namespace testsupport {

namespace {

constexpr char Disguise = 0x15;
constexpr int Length = 40;
constexpr qint64 ChunkSize = 4 * 1024 * 1024;
/// The sanitizer's own map of the memory is larger by far, and holds no text.
constexpr qint64 LargestRegion = qint64(1) << 30;

/// A place for what is looked for and for what is read, outside of all that is searched: pages that
/// nobody may touch keep it from growing together with another region.
class Bench
{
public:
    Bench()
        : m_pages(static_cast<char *>(
            mmap(nullptr, size_t(Size + 2 * Guard), PROT_NONE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0)))
    {
        mprotect(start(), size_t(Size), PROT_READ | PROT_WRITE);
    }
    ~Bench() { munmap(m_pages, size_t(Size + 2 * Guard)); }
    Q_DISABLE_COPY_MOVE(Bench)

    bool isAt(qint64 address) const { return address == reinterpret_cast<qint64>(start()); }
    char *chunk() const { return start() + Guard; }
    /// The text moves here; the caller's copy is wiped.
    void lookFor(QByteArray &text)
    {
        std::copy(text.cbegin(), text.cend(), start() + m_used);
        m_wanted.append({start() + m_used, text.size()});
        m_used += text.size();
        accounts::wipe(text);
    }
    int countIn(qint64 size) const
    {
        int count = 0;
        for (const QByteArrayView wanted : m_wanted) {
            const char *const end = chunk() + size;
            const char *at = chunk();
            while ((at = static_cast<const char *>(
                        memmem(at, size_t(end - at), wanted.data(), size_t(wanted.size()))))) {
                ++count;
                ++at;
            }
        }
        return count;
    }

private:
    static constexpr qint64 Guard = 64 * 1024;
    static constexpr qint64 Size = ChunkSize + Guard;

    char *start() const { return m_pages + Guard; }

    char *m_pages;
    qint64 m_used = 0;
    QList<QByteArrayView> m_wanted;
};

struct Region
{
    qint64 start;
    qint64 end;
};

QList<Region> writableRegions()
{
    QFile maps(QStringLiteral("/proc/self/maps"));
    QList<Region> regions;
    if (!maps.open(QIODevice::ReadOnly))
        return regions;
    for (const QByteArray &line : maps.readAll().split('\n')) {
        const QList<QByteArray> words = line.simplified().split(' ');
        if (words.size() < 2 || !words[1].startsWith("rw"))
            continue;
        const QList<QByteArray> ends = words[0].split('-');
        const Region region{ends[0].toLongLong(nullptr, 16), ends[1].toLongLong(nullptr, 16)};
        // What functions leave on the stack is overwritten by the next ones, not by us.
        if (region.end - region.start <= LargestRegion && words.last() != "[stack]")
            regions.append(region);
    }
    return regions;
}

QByteArray disguised(QByteArray bytes)
{
    for (char &byte : bytes)
        byte ^= Disguise;
    return bytes;
}

void lookForAllForms(Bench &bench, const QByteArray &hidden)
{
    QByteArray plain = disguised(hidden);
    QByteArray utf16(2 * plain.size(), '\0');
    for (qsizetype i = 0; i < plain.size(); ++i)
        utf16[2 * i] = plain[i];
    QByteArray base64 = plain.toBase64();
    // What follows the secret changes the last characters.
    base64.truncate(Length);
    for (QByteArray *form : {&plain, &utf16, &base64})
        bench.lookFor(*form);
}

} // namespace

bool canSearchMemory()
{
    QFile memory(QStringLiteral("/proc/self/mem"));
    return memory.open(QIODevice::ReadOnly) && !writableRegions().isEmpty();
}

HiddenText HiddenText::random()
{
    QByteArray hidden(Length, '\0');
    for (char &byte : hidden)
        byte = static_cast<char>(
            ("abcdefghijklmnopqrstuvwxyz012345"[QRandomGenerator::system()->bounded(32)])
            ^ Disguise);
    return HiddenText(hidden);
}

accounts::Secret HiddenText::toSecret() const
{
    QByteArray plain = disguised(m_disguised);
    const auto secret = accounts::Secret::fromUtf8(plain);
    accounts::wipe(plain);
    return secret;
}

int HiddenText::countInMemory() const
{
    QFile memory(QStringLiteral("/proc/self/mem"));
    if (!memory.open(QIODevice::ReadOnly | QIODevice::Unbuffered))
        return -1;
    Bench bench;
    lookForAllForms(bench, m_disguised);
    int count = 0;
    for (const Region &region : writableRegions()) {
        if (bench.isAt(region.start))
            continue;
        for (qint64 at = region.start; at < region.end && memory.seek(at); at += ChunkSize) {
            const qint64 size = memory.read(bench.chunk(), qMin(ChunkSize, region.end - at));
            count += bench.countIn(qMax<qint64>(0, size));
        }
    }
    return count;
}

} // namespace testsupport
