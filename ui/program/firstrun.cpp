// SPDX-License-Identifier: Apache-2.0
#include "ui/program/firstrun.h"

#include "accounts/profiles/atlascliimport.h"
#include "ui/program/signedoutmessages.h"
#include "ui/settings/settingsdialog.h"

#include <utility>

namespace ui {

FirstRun::FirstRun(QString atlasCliConfigPath) : m_atlasCliConfigPath(std::move(atlasCliConfigPath))
{ }

EmptyState::Message FirstRun::message()
{
    // What is wrong with the file, the import says.
    m_found = accounts::readAtlasCliConfig(m_atlasCliConfigPath)
                  .value_or(QList<accounts::ImportCandidate>());
    m_found.removeIf([](const accounts::ImportCandidate &one) { return one.problem.has_value(); });
    return noProfileMessage(m_found);
}

void FirstRun::take(int choice, SettingsDialog &settings) const
{
    if (choice == EmptyState::NoChoice)
        settings.showSignIn();
    else
        settings.importProfile(m_found.at(choice));
}

} // namespace ui
