// SPDX-License-Identifier: Apache-2.0
#include "headless/keeping.h"

#include "insight/check/keptfacts.h"

namespace headless {

insight::KeptReading keptReadingOf(const Account &account, const insight::Facts &facts)
{
    insight::KeptReading reading = insight::keptReading(facts);
    reading.at = account.check.checkedAt().isValid() ? account.check.checkedAt()
                                                     : QDateTime::currentDateTimeUtc();
    // Of others, nobody knows whether they are still there.
    reading.hasAllProjects = reading.hasAllProjects && !account.projects.isConfined();
    return reading;
}

} // namespace headless
