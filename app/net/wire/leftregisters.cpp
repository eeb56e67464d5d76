// SPDX-License-Identifier: Apache-2.0
#include "net/wire/leftregisters.h"

namespace net {

#if defined(__x86_64__) && defined(__GNUC__)

namespace {

/// The sixteen that only AVX-512 knows. The compiler is not told: it uses none of them, since this
/// is built for any x86-64. The C library does, wherever it finds them.
void clearUpperRegisters()
{
    asm volatile("vpxord %zmm16, %zmm16, %zmm16\n\t"
                 "vpxord %zmm17, %zmm17, %zmm17\n\t"
                 "vpxord %zmm18, %zmm18, %zmm18\n\t"
                 "vpxord %zmm19, %zmm19, %zmm19\n\t"
                 "vpxord %zmm20, %zmm20, %zmm20\n\t"
                 "vpxord %zmm21, %zmm21, %zmm21\n\t"
                 "vpxord %zmm22, %zmm22, %zmm22\n\t"
                 "vpxord %zmm23, %zmm23, %zmm23\n\t"
                 "vpxord %zmm24, %zmm24, %zmm24\n\t"
                 "vpxord %zmm25, %zmm25, %zmm25\n\t"
                 "vpxord %zmm26, %zmm26, %zmm26\n\t"
                 "vpxord %zmm27, %zmm27, %zmm27\n\t"
                 "vpxord %zmm28, %zmm28, %zmm28\n\t"
                 "vpxord %zmm29, %zmm29, %zmm29\n\t"
                 "vpxord %zmm30, %zmm30, %zmm30\n\t"
                 "vpxord %zmm31, %zmm31, %zmm31");
}

} // namespace

void clearVectorRegisters()
{
    if (__builtin_cpu_supports("avx512f"))
        clearUpperRegisters();
    // Those that every x86-64 has are in use all the time; their upper halves are not.
    if (__builtin_cpu_supports("avx")) {
        asm volatile("vzeroall" ::
                         : "xmm0", "xmm1", "xmm2", "xmm3", "xmm4", "xmm5", "xmm6", "xmm7", "xmm8",
                           "xmm9", "xmm10", "xmm11", "xmm12", "xmm13", "xmm14", "xmm15");
    }
}

#else

void clearVectorRegisters() { }

#endif

} // namespace net
