// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>
#include <cstddef>
#include <memory>
#include <utility>
#include <vector>

namespace buckets {

/// A list that grows without ever moving what it holds: adding the millionth row takes no longer
/// than adding the first, and no room is kept for a doubling that never comes.
template<class T>
class ChunkedList
{
public:
    std::size_t size() const { return m_size; }
    bool isEmpty() const { return m_size == 0; }

    /// `index` must be below size().
    const T &operator[](std::size_t index) const
    {
        return (*m_chunks[index / ChunkSize])[index % ChunkSize];
    }
    T &operator[](std::size_t index) { return (*m_chunks[index / ChunkSize])[index % ChunkSize]; }

    void append(T value)
    {
        if (m_size == m_chunks.size() * ChunkSize)
            m_chunks.push_back(std::make_unique<Chunk>());
        (*this)[m_size++] = std::move(value);
    }

    /// Keeps the first `size` entries; `size` must not be above size().
    void truncate(std::size_t size)
    {
        m_size = size;
        m_chunks.resize((size + ChunkSize - 1) / ChunkSize);
    }

private:
    static constexpr std::size_t ChunkSize = 1024;
    using Chunk = std::array<T, ChunkSize>;

    std::vector<std::unique_ptr<Chunk>> m_chunks;
    std::size_t m_size = 0;
};

} // namespace buckets
