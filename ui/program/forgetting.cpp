// SPDX-License-Identifier: Apache-2.0
#include "ui/program/forgetting.h"

#include "insight/history/historystore.h"
#include "session/session.h"

#include <QPointer>

namespace ui {

ForgetReadings forgettingOf(Session *session, const QString &folder)
{
    if (folder.isEmpty())
        return {};
    return [opened = QPointer(session), folder](ForgottenReadings whose) {
        const bool areAll = whose == ForgottenReadings::OfAllAccounts;
        if (opened)
            opened->readings().forget(areAll ? ReadingKeeper::Whose::OfAllAccounts
                                             : ReadingKeeper::Whose::OfThisAccount);
        else if (areAll) // Nobody is there to be told that a file could not be deleted.
            static_cast<void>(insight::HistoryStore::forgetAll(folder));
    };
}

} // namespace ui
