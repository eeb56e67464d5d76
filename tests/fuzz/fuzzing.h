// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QByteArray>
#include <QByteArrayView>

#include <cstdio>
#include <cstdlib>

namespace fuzzing {

/// Ends the run unless the promise holds. libFuzzer then keeps the input as a finding.
inline void require(bool holds, const char *promise)
{
    if (holds)
        return;
    std::fprintf(stderr, "BROKEN PROMISE: %s\n", promise);
    std::abort();
}

/// What libFuzzer made up: a first byte that chooses, and the bytes to read.
class Input
{
public:
    Input(const uchar *data, std::size_t size) : m_data(data), m_size(size) { }

    /// One of `count` choices, from 0. The seeds' first byte is a digit.
    int choice(int count) const { return m_size == 0 ? 0 : m_data[0] % count; }

    /// Exactly the bytes behind the first: what reads on beyond them is caught.
    QByteArrayView view() const
    {
        return m_size == 0 ? QByteArrayView() : QByteArrayView(m_data + 1, qsizetype(m_size - 1));
    }

    QByteArray bytes() const { return view().toByteArray(); }

private:
    const uchar *m_data;
    std::size_t m_size;
};

} // namespace fuzzing

extern "C" int LLVMFuzzerTestOneInput(const uchar *data, std::size_t size);
