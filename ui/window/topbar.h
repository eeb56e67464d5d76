// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "accounts/profiles/profile.h"
#include "atlas/values/objectid.h"
#include "ui/window/profilebox.h"

#include <QLabel>
#include <QToolButton>
#include <QWidget>

namespace ui {

/// The line along the top: whose account, which project, and what can be done.
class TopBar : public QWidget
{
    Q_OBJECT

public:
    explicit TopBar(QWidget *parent = nullptr);

    /// Offers these profiles; `current` is the open one.
    void setProfiles(const QList<accounts::Profile> &profiles,
                     std::optional<accounts::ProfileId> current);
    /// The open project; an empty name if it is not known. Nothing, with a name: all of them.
    void setProject(std::optional<atlas::ProjectId> project, const QString &name);
    /// Whether the project's name opens the list of projects: while that has no pane.
    void setOffersProjects(bool offers);
    void setBusy(bool busy, bool hasSession);
    /// Below which the list of projects opens.
    const QWidget &projectTitle() const;

    QSize minimumSizeHint() const override;

Q_SIGNALS:
    void profileChosen(const accounts::ProfileId &profile);
    void projectsRequested();
    void refreshRequested();
    void stopRequested();
    void settingsRequested();

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    void layOut();
    void fit();
    int widthOfId() const;
    void showProfiles();
    void showColorText();
    void applyColors();

    QList<accounts::Profile> m_offered;
    ProfileBox *m_profiles;
    QLabel *m_colorText;
    QLabel *m_title;
    QToolButton *m_others;
    QLabel *m_id;
    QToolButton *m_refresh;
    QToolButton *m_stop;
    QToolButton *m_settings;
};

} // namespace ui
