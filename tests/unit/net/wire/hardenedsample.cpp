// SPDX-License-Identifier: Apache-2.0
// Has in it what a compiler protects: an array on the stack that is written from outside, larger
// than the page that guards the stack. Says which protections it was compiled with that leave no
// trace in the file.
#include <cstdio>
#include <cstring>

namespace {

constexpr int Size = 64 * 1024;

} // namespace

int main(int argc, char **argv)
{
    char text[Size];
    std::snprintf(text, sizeof(text), "%s", argv[0]);
    std::memcpy(text, argv[argc - 1], std::strlen(argv[argc - 1]) % Size);
#ifdef __CET__
    std::puts("control flow");
#endif
#ifdef _FORTIFY_SOURCE
    std::printf("fortified %d\n", _FORTIFY_SOURCE);
#endif
    return text[0] == '\0';
}
