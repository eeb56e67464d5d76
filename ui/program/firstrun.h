// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "accounts/profiles/importcandidate.h"
#include "ui/parts/emptystate.h"

#include <QList>
#include <QString>

namespace ui {

class SettingsDialog;

/// What the window shows while it knows no account, and the ways to get one.
class FirstRun
{
public:
    explicit FirstRun(QString atlasCliConfigPath);

    /// In the language of the moment. Looks for profiles of the Atlas CLI each time.
    EmptyState::Message message();
    /// What was chosen of the message: a profile of the Atlas CLI, or EmptyState::NoChoice for one
    /// to be entered.
    void take(int choice, SettingsDialog &settings) const;

private:
    QString m_atlasCliConfigPath;
    /// Those that the message offers.
    QList<accounts::ImportCandidate> m_found;
};

} // namespace ui
