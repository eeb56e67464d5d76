// SPDX-License-Identifier: Apache-2.0
#include "tests/bench/rowreferences.h"

#include <QElapsedTimer>
#include <QFile>

#include <algorithm>
#include <cstdio>
#include <cstring>
#include <memory>
#include <unistd.h>

namespace bench::rowreferences {

namespace {

double milliseconds(const QElapsedTimer &timer)
{
    return double(timer.nsecsElapsed()) / 1e6;
}

struct Close
{
    void operator()(std::FILE *file) const { std::fclose(file); }
};

enum class Until { SystemHasIt, DiskHasIt };

double writtenMs(QByteArrayView bytes, const QString &fileName, Until until)
{
    QElapsedTimer timer;
    timer.start();
    std::unique_ptr<std::FILE, Close> file(std::fopen(QFile::encodeName(fileName), "wb"));
    const auto size = size_t(bytes.size());
    if (!file || std::fwrite(bytes.data(), 1, size, file.get()) != size)
        return -1;
    const bool isSynced = until == Until::SystemHasIt
        || (std::fflush(file.get()) == 0 && fsync(fileno(file.get())) == 0);
    return isSynced && std::fclose(file.release()) == 0 ? milliseconds(timer) : -1;
}

} // namespace

double memmemMs(QByteArrayView text, QByteArrayView word)
{
    // Looked at by nobody, and so that the compiler does not know that.
    volatile qsizetype found = 0;
    QElapsedTimer timer;
    timer.start();
    const char *place = text.data();
    const char *const end = place + text.size();
    while (place) {
        place = static_cast<const char *>(
            memmem(place, size_t(end - place), word.data(), size_t(word.size())));
        if (!place)
            break;
        found = found + 1;
        ++place;
    }
    return milliseconds(timer);
}

double stableSortMs(std::vector<std::string> keys)
{
    QElapsedTimer timer;
    timer.start();
    std::stable_sort(keys.begin(), keys.end());
    return milliseconds(timer);
}

double fwriteMs(QByteArrayView bytes, const QString &fileName)
{
    return writtenMs(bytes, fileName, Until::SystemHasIt);
}

double fwriteAndSyncMs(QByteArrayView bytes, const QString &fileName)
{
    return writtenMs(bytes, fileName, Until::DiskHasIt);
}

} // namespace bench::rowreferences
