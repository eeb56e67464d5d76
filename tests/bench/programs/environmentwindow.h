// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "tests/ui/support/programfixture.h"

#include <QProcessEnvironment>

/// Starts the program's window with the account in the environment. False if there is none, or it
/// does not start.
inline bool startWithEnvironment(testsupport::ProgramFixture &fixture)
{
    const auto reading = accounts::readEnvironment(QProcessEnvironment::systemEnvironment());
    const auto account = reading ? reading->account : std::nullopt;
    if (!account)
        return false;
    fixture.useEnvironment(account->profile.baseUrl.url(), account->credential);
    return fixture.start();
}
