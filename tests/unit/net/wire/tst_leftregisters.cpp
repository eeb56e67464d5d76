// SPDX-License-Identifier: Apache-2.0
#include "net/wire/leftregisters.h"

#include <QTest>

#include <array>

/// Seen from the registers themselves: what else they are seen by, the loader, comes by chance.
class LeftRegistersTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void clearsWhatAvxAdds();
    void clearsWhatAvx512Adds();
};

void LeftRegistersTest::clearsWhatAvxAdds()
{
#if defined(__x86_64__) && defined(__GNUC__)
    if (!__builtin_cpu_supports("avx"))
        QSKIP("This processor has no AVX.");
    alignas(32) std::array<char, 32> held;
    held.fill('s');
    asm volatile("vmovdqu %0, %%ymm9" ::"m"(held) : "xmm9");
    net::clearVectorRegisters();
    asm volatile("vmovdqu %%ymm9, %0\n\tvzeroupper" : "=m"(held)::"xmm9");
    // The lower half is in use.
    QCOMPARE(QByteArray(held.data() + 16, 16), QByteArray(16, '\0'));
#else
    QSKIP("This processor is none of x86-64.");
#endif
}

void LeftRegistersTest::clearsWhatAvx512Adds()
{
#if defined(__x86_64__) && defined(__GNUC__)
    if (!__builtin_cpu_supports("avx512f"))
        QSKIP("This processor has no AVX-512.");
    alignas(64) std::array<char, 64> held;
    held.fill('s');
    asm volatile("vmovdqu64 %0, %%zmm20" ::"m"(held));
    net::clearVectorRegisters();
    asm volatile("vmovdqu64 %%zmm20, %0\n\tvzeroupper" : "=m"(held));
    QCOMPARE(QByteArray(held.data(), 64), QByteArray(64, '\0'));
#else
    QSKIP("This processor is none of x86-64.");
#endif
}

QTEST_APPLESS_MAIN(LeftRegistersTest)
#include "tst_leftregisters.moc"
