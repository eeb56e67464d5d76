// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "accounts/profiles/profile.h"
#include "ui/accessibility/focuswindow.h"
#include "ui/buckets/bucketviews.h"
#include "ui/parts/emptystate.h"
#include "ui/tables/tablecopy.h"
#include "ui/window/windowfocus.h"
#include "ui/window/windowplace.h"

#include <QPointer>

class Session;

namespace buckets {
class BucketPager;
}

namespace accounts {
class Preferences;
enum class SettingsPage : quint8;
} // namespace accounts

namespace ui {

class AccountBar;
class AutoRefresh;
class BucketPanel;
class BusyLine;
class FindAnything;
class FindingAlerts;
class InspectorPanel;
class NoticeBar;
class ProjectPanel;
class SessionNews;
class StatusPanel;
class TopBar;
class WindowNotices;
class WindowPanes;
enum class Command;

/// The window: projects, buckets, details and status around one session, or around none.
class MainWindow : public FocusWindow
{
    Q_OBJECT

public:
    explicit MainWindow(QWidget *parent = nullptr);

    /// Shows `session`, which stays the caller's; nullptr for none.
    void setSession(Session *session);
    /// Offers these profiles; `current` is the open one.
    void setProfiles(const QList<accounts::Profile> &profiles,
                     std::optional<accounts::ProfileId> current);
    /// What to say while there is no session.
    void setSignedOutMessage(const EmptyState::Message &message);
    /// Tells of something that is wrong beside any request, e.g. with the settings file.
    void showNotice(const WindowNotice::Maker &make);
    void showNotice(const QString &headline, const QString &text)
    {
        showNotice([headline, text] { return WindowNotice{true, headline, text}; });
    }
    /// What it tells; nothing if that has been closed.
    const WindowNotice::Maker &notice() const;

    /// What is shown, for another window that shows the same session.
    WindowPlace place() const;
    /// Shows what another window did.
    void goTo(const WindowPlace &place);

    /// Opens a project of the session and, once its page is there, selects a bucket.
    void openProject(atlas::ProjectId project, int page = 1,
                     std::optional<atlas::BucketId> bucket = {});

    /// Opens the export buckets of all projects.
    void openAllProjects();
    /// Opens the findings, and brings the window to the user.
    void showFindings();
    /// Brings the window to the user.
    void comeForward();

    /// Size, regions and columns.
    void restoreState(const accounts::Preferences &preferences);
    void saveState(accounts::Preferences &preferences) const;

Q_SIGNALS:
    void profileChosen(const accounts::ProfileId &profile);
    void settingsRequested();
    /// The user wants to see what is on this page of them.
    void settingsPageRequested(accounts::SettingsPage page);
    void itemsPerPageChosen(int itemsPerPage);
    /// A project was opened, by the user or by the program.
    void projectOpened(atlas::ProjectId project);
    /// The next step of what is said while signed out was pressed.
    void signedOutActionTriggered(int choice);
    /// The user closed the window.
    void closed();

protected:
    void closeEvent(QCloseEvent *event) override;

private:
    void layOut();
    void listenToKeys();
    void run(Command command);
    void turnPage(void (buckets::BucketPager::*turn)());
    void goToPrevious();
    void focusProjects();
    void offerProjects();
    void stop();
    void refresh();
    void copySelection();
    void showTitle();
    bool goBackToView();
    void showBusy();
    void takeStep(insight::NextStep step);
    void openFirstProject();
    void showOpenProject();
    void selectWantedBucket();
    void readWantedBucket();

    QPointer<Session> m_session;
    std::optional<atlas::BucketId> m_wantedBucket;
    /// The view of all projects that the open project was opened from, by what stood there.
    std::optional<BucketViews::View> m_openedFrom;
    /// Whether the session may still open a project that nobody has chosen.
    bool m_mayOpenFirstProject = false;
    TopBar *m_topBar;
    BusyLine *m_busyLine;
    NoticeBar *m_notice;
    WindowNotices *m_notices;
    ProjectPanel *m_projectPanel;
    BucketPanel *m_bucketPanel;
    InspectorPanel *m_inspector;
    StatusPanel *m_statusPanel;
    AccountBar *m_accountBar;
    SessionNews *m_news;
    AutoRefresh *m_autoRefresh;
    FindingAlerts *m_alerts;
    WindowPanes *m_panes;
    FindAnything *m_findAnything;
    WindowFocus m_focus;
    TableCopy m_tableCopy;
};

} // namespace ui
