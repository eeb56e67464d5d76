// SPDX-License-Identifier: Apache-2.0
#include "net/wire/freedmemory.h"

#include <cstddef>
#include <cstdlib>
#include <cstring>
#include <new>
#include <utility>

#include <malloc.h>

namespace net {

namespace {

/// In front of each block of memory, malloc keeps its size.
constexpr std::size_t SizeField = sizeof(std::size_t);
/// Blocks differ by so much.
constexpr std::size_t Step = 2 * sizeof(std::size_t);
/// Larger ones are not from the heap.
constexpr std::size_t LargestBlock = 32 * 1024;
/// Up to here, each thread has a list of its own for each size of a block.
constexpr std::size_t LargestListed = 1040;
/// So many blocks one behind the other are no holes, but fresh memory at the heap's end.
constexpr int MostInARow = 32;
/// If there are more holes of one size, time counts more.
constexpr std::size_t MostBytes = std::size_t(256) * 1024;

/// The call through it can neither be left out nor be checked against the size that was asked for:
/// malloc gives a little more.
void *(*const volatile set)(void *, int, std::size_t) = std::memset;

/// Blocks that take the place of what was freed, until all of it is found.
class Filling
{
public:
    Filling() = default;
    Filling(const Filling &) = delete;
    Filling &operator=(const Filling &) = delete;
    ~Filling()
    {
        while (m_last) {
            Block *const before = m_last->before;
            m_last->before = nullptr;
            std::free(std::exchange(m_last, before));
        }
    }

    void fillHolesOf(std::size_t size)
    {
        const char *expected = nullptr;
        std::size_t bytes = 0;
        for (int inARow = 0; inARow < MostInARow && bytes < MostBytes;) {
            void *const memory = std::malloc(size);
            if (!memory)
                return;
            const std::size_t usable = ::malloc_usable_size(memory);
            set(memory, 0, usable);
            m_last = new (memory) Block{m_last};
            bytes += usable;
            const auto *const begin = static_cast<const char *>(memory);
            inARow = begin == expected ? inARow + 1 : 0;
            expected = begin + usable + SizeField;
        }
    }

private:
    struct Block
    {
        Block *before;
    };

    Block *m_last = nullptr;
};

} // namespace

void overwriteFreedMemory()
{
    // Joins what lies side by side, and empties whole pages, on all threads' heaps.
    ::malloc_trim(0);
    {
        Filling filling;
        std::size_t size = LargestBlock - SizeField;
        for (; size > LargestListed; size = size / 2)
            filling.fillHolesOf(size);
        for (size = LargestListed - SizeField; size > SizeField; size -= Step)
            filling.fillHolesOf(size);
    }
    ::malloc_trim(0);
}

} // namespace net
