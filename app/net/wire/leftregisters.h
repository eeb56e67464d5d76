// SPDX-License-Identifier: Apache-2.0
#pragma once

namespace net {

/// Clears this processor's vector registers: copying and searching leave parts of a text in them,
/// for as long as nothing else needs them. The loader writes them to the stack when it binds a
/// function of a library (_dl_runtime_resolve), and a new thread begins with those of the one that
/// started it. Does nothing where the processor is none of x86-64. Any thread.
void clearVectorRegisters();

} // namespace net
