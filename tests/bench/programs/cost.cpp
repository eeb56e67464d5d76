// SPDX-License-Identifier: Apache-2.0
// What a program takes to its end: cost PROGRAM ARGUMENT…. Its output is thrown away. Says on a
// line for how many milliseconds it ran, how many of processor time it took, and how many MiB were
// resident at most. It is small itself: what is resident before exec counts, too.
#include <chrono>
#include <cstdio>
#include <cstdlib>

#include <fcntl.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

namespace {

double milliseconds(const timeval &time)
{
    return double(time.tv_sec) * 1e3 + double(time.tv_usec) / 1e3;
}

} // namespace

int main(int argc, char *argv[])
{
    if (argc < 2)
        return EXIT_FAILURE;
    const auto start = std::chrono::steady_clock::now();
    const pid_t child = fork();
    if (child == 0) {
        const int nowhere = open("/dev/null", O_WRONLY | O_CLOEXEC);
        dup2(nowhere, STDOUT_FILENO);
        execv(argv[1], argv + 1);
        _exit(EXIT_FAILURE);
    }
    int status = 0;
    rusage usage{};
    if (child < 0 || wait4(child, &status, 0, &usage) != child || !WIFEXITED(status))
        return EXIT_FAILURE;
    const std::chrono::duration<double, std::milli> wall = std::chrono::steady_clock::now() - start;
    std::printf("%.3f %.3f %.3f\n", wall.count(),
                milliseconds(usage.ru_utime) + milliseconds(usage.ru_stime),
                double(usage.ru_maxrss) / 1024);
    return WEXITSTATUS(status);
}
