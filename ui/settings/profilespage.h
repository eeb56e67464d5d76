// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "accounts/profiles/profilestore.h"
#include "ui/parts/noticebar.h"
#include "ui/settings/profileeditor.h"

#include <QListView>
#include <QPushButton>
#include <QScrollArea>
#include <QStackedWidget>
#include <QWidget>

namespace ui {

/// The settings' page of profiles: the list, and the form for the one that is chosen.
class ProfilesPage : public QWidget
{
    Q_OBJECT

public:
    /// `edits`, the keeper and the sign-outs must outlive this object.
    ProfilesPage(ProfileEdits &edits, const ProfileEditor::TestMeans &means,
                 const QString &atlasCliConfigPath, QWidget *parent = nullptr);

    /// Selects a new, empty profile to be filled in. `isFirstRun`: says what to do.
    void addProfile(bool isFirstRun = false);
    void selectProfile(const accounts::ProfileId &id);
    /// Adds and selects a profile of another program, and goes to its secret if that did not come
    /// with it. Whether it did.
    bool importProfile(const accounts::ImportCandidate &candidate);
    /// Brings the field to the user.
    void goTo(int row, EditorField field);
    /// Says which profiles of the settings file cannot be used; nothing if there are none.
    void showBadProfiles(const QList<accounts::BadProfile> &profiles);

    ProfileEditor &editor() { return *m_editor; }

private:
    QWidget *makeList();
    QWidget *makeForm();
    void followButtons();
    void select(int row);
    void showCurrent();
    void removeCurrent();
    void undoRemove();
    void showRemoved(const QString &name);
    void importProfiles();

    ProfileEdits &m_edits;
    QString m_atlasCliConfigPath;
    NoticeBar *m_welcome;
    NoticeBar *m_bad;
    NoticeBar *m_removed;
    QListView *m_list;
    QPushButton *m_add;
    QPushButton *m_remove;
    QPushButton *m_import;
    ProfileEditor *m_editor;
    QScrollArea *m_scroll;
    QStackedWidget *m_form;
};

} // namespace ui
