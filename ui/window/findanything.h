// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "accounts/settings/settingstable.h"
#include "insight/finder/place.h"
#include "ui/window/commands.h"

#include <QList>
#include <QObject>

class QWidget;
class Session;

namespace ui {

/// Opens the dialog that finds anything, and says where its user wants to go. Remembers what was
/// gone to of late.
class FindAnything : public QObject
{
    Q_OBJECT

public:
    explicit FindAnything(QWidget &window);

    /// Finds what `session` has read, and what can always be gone to; nullptr: the latter alone.
    void open(Session *session);
    /// Of another account, nothing is remembered.
    void forget() { m_recent.clear(); }

Q_SIGNALS:
    void projectChosen(atlas::ProjectId project, std::optional<atlas::BucketId> bucket);
    void commandChosen(ui::Command command);
    void settingChosen(accounts::SettingsPage page);

private:
    void goTo(const insight::Place &place);
    void remember(const insight::Place &place);

    QWidget &m_window;
    /// The latest first.
    QList<insight::Place> m_recent;
};

} // namespace ui
