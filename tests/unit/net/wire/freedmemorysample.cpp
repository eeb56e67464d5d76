// SPDX-License-Identifier: Apache-2.0
// Frees many copies of a text as they are, here and on a thread that ends, then overwrites what was
// freed. Says how many copies there were in memory before and after.
#include "net/wire/freedmemory.h"

#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <fstream>
#include <string>
#include <thread>
#include <vector>

namespace {

constexpr std::size_t Length = 48;
constexpr char Disguise = 0x15;
constexpr std::size_t ChunkSize = std::size_t(1) << 20;

/// Where what is read is kept: not searched itself.
char chunk[ChunkSize + Length];

/// The text itself stands nowhere.
char disguised(std::size_t i)
{
    return static_cast<char>(('A' + (i * 7) % 26) ^ Disguise);
}

void fill(char *memory, std::size_t size)
{
    std::memset(memory, '.', size);
    for (std::size_t i = 0; i < Length; ++i)
        memory[size - Length + i] = static_cast<char>(disguised(i) ^ Disguise);
}

/// Of all sizes, with others between them that stay.
void leaveCopies(std::vector<void *> &staying)
{
    std::vector<char *> going;
    for (int round = 0; round < 40; ++round) {
        for (std::size_t size = Length + 8; size < 6000; size += size / 5) {
            auto *memory = static_cast<char *>(std::malloc(size));
            fill(memory, size);
            going.push_back(memory);
            if (round % 2 == 0)
                staying.push_back(std::malloc(24));
        }
    }
    for (char *memory : going)
        std::free(memory);
}

bool isTextAt(const char *place)
{
    for (std::size_t i = 0; i < Length; ++i) {
        if (static_cast<char>(place[i] ^ Disguise) != disguised(i))
            return false;
    }
    return true;
}

int countIn(std::ifstream &memory, std::size_t begin, std::size_t end)
{
    int count = 0;
    for (std::size_t at = begin; at < end; at += ChunkSize) {
        memory.clear();
        memory.seekg(static_cast<std::streamoff>(at));
        memory.read(chunk, static_cast<std::streamsize>(sizeof(chunk)));
        const auto size = static_cast<std::size_t>(memory.gcount());
        for (std::size_t i = 0; i + Length <= size && i < ChunkSize; ++i)
            count += isTextAt(chunk + i) ? 1 : 0;
    }
    std::memset(chunk, 0, sizeof(chunk));
    return count;
}

int countInMemory()
{
    std::ifstream maps("/proc/self/maps");
    std::ifstream memory("/proc/self/mem", std::ios::binary);
    memory.rdbuf()->pubsetbuf(nullptr, 0);
    int count = 0;
    for (std::string line; std::getline(maps, line);) {
        unsigned long begin = 0;
        unsigned long end = 0;
        char mode[8] = {};
        const auto here = reinterpret_cast<unsigned long>(chunk);
        const bool isOurs = std::sscanf(line.c_str(), "%lx-%lx %7s", &begin, &end, mode) == 3
            && (here < begin || here >= end);
        if (isOurs && std::strncmp(mode, "rw", 2) == 0)
            count += countIn(memory, begin, end);
    }
    return count;
}

} // namespace

int main()
{
    std::vector<void *> staying;
    leaveCopies(staying);
    std::thread([&staying] { leaveCopies(staying); }).join();
    const int before = countInMemory();
    net::overwriteFreedMemory();
    std::thread(net::overwriteFreedMemory).join();
    std::printf("%d %d\n", before, countInMemory());
    for (void *memory : staying)
        std::free(memory);
    return 0;
}
