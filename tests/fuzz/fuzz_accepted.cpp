// SPDX-License-Identifier: Apache-2.0
// The file of accepted findings. The first byte tells what the rest is: a file, or a reason that
// somebody gives.
#include "fuzzing.h"
#include "insight/health/accepted.h"

using fuzzing::require;
using insight::AcceptedEntry;
using insight::AcceptedFindings;

namespace {

/// Written down, it is what it was.
void checkWritten(const AcceptedEntry &entry)
{
    const auto again = AcceptedFindings::fromToml(insight::tomlOf(entry));
    require(again.has_value(), "what is written is read");
    require(again->entries() == QList{entry}, "nothing but what was written");
}

void checkRead(const AcceptedFindings &read)
{
    for (const AcceptedEntry &entry : read.entries()) {
        require(!entry.reason.trimmed().isEmpty(), "a reason");
        require(!entry.until || entry.until->isValid(), "a day");
        checkWritten(entry);
    }
}

} // namespace

int LLVMFuzzerTestOneInput(const uchar *data, std::size_t size)
{
    const fuzzing::Input input(data, size);
    if (input.choice(2) == 1) {
        AcceptedEntry entry;
        entry.reason = QString::fromUtf8(input.view());
        if (!entry.reason.trimmed().isEmpty())
            checkWritten(entry);
        return 0;
    }
    const auto read = AcceptedFindings::fromToml(input.bytes());
    if (read)
        checkRead(*read);
    else
        require(!read.error().toString().isEmpty(), "a reason why not");
    return 0;
}
