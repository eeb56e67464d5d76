// SPDX-License-Identifier: Apache-2.0
#include "ui/window/mainwindow.h"

#include "session/session.h"
#include "ui/buckets/bucketpanel.h"
#include "ui/inspector/inspectorpanel.h"
#include "ui/look/widgets.h"
#include "ui/parts/busyline.h"
#include "ui/parts/noticebar.h"
#include "ui/parts/rows.h"
#include "ui/projects/projectpanel.h"
#include "ui/projects/projectpopup.h"
#include "ui/status/statuspanel.h"
#include "ui/tables/tableview.h"
#include "ui/window/accountbar.h"
#include "ui/window/autorefresh.h"
#include "ui/window/commands.h"
#include "ui/window/findanything.h"
#include "ui/window/findingalerts.h"
#include "ui/window/findingtab.h"
#include "ui/window/keysdialog.h"
#include "ui/window/sessionnews.h"
#include "ui/window/topbar.h"
#include "ui/window/windowgeometry.h"
#include "ui/window/windownotices.h"
#include "ui/window/windowpanes.h"
#include "ui/window/windowtitle.h"

#include <QCloseEvent>
#include <QShortcut>

namespace ui {

using buckets::BucketPager;

MainWindow::MainWindow(QWidget *parent)
    : FocusWindow(parent), m_topBar(new TopBar(this)), m_busyLine(new BusyLine(this)),
      m_notice(new NoticeBar(this)), m_notices(new WindowNotices(*m_notice)),
      m_projectPanel(new ProjectPanel(this)), m_bucketPanel(new BucketPanel(this)),
      m_inspector(new InspectorPanel(this)), m_statusPanel(new StatusPanel(this)),
      m_accountBar(new AccountBar(this)), m_news(new SessionNews(this)),
      m_autoRefresh(new AutoRefresh(*this)), m_alerts(new FindingAlerts(*this)),
      m_findAnything(new FindAnything(*this)),
      m_focus(*this, {*m_projectPanel, *m_bucketPanel, *m_inspector, *m_statusPanel})
{
    openWithinScreen(*this);
    m_panes = new WindowPanes({*m_projectPanel, *m_bucketPanel, *m_inspector, *m_statusPanel},
                              *m_notice, *this);
    layOut();
    listenToKeys();
    showTitle();
    showBusy();
    connect(m_topBar, &TopBar::profileChosen, this, &MainWindow::profileChosen);
    connect(m_topBar, &TopBar::settingsRequested, this, &MainWindow::settingsRequested);
    connect(m_topBar, &TopBar::projectsRequested, this, &MainWindow::offerProjects);
    connect(m_panes, &WindowPanes::projectsShown, m_topBar,
            [this](bool isShown) { m_topBar->setOffersProjects(!isShown); });
    connect(m_topBar, &TopBar::refreshRequested, this, &MainWindow::refresh);
    connect(m_topBar, &TopBar::stopRequested, this, &MainWindow::stop);
    connect(m_projectPanel, &ProjectPanel::projectChosen, this,
            [this](atlas::ProjectId project) { openProject(project); });
    connect(m_projectPanel, &ProjectPanel::allProjectsChosen, this, &MainWindow::openAllProjects);
    connect(m_bucketPanel, &BucketPanel::itemsPerPageChosen, this, &MainWindow::itemsPerPageChosen);
    connect(m_bucketPanel, &BucketPanel::signedOutActionTriggered, this,
            &MainWindow::signedOutActionTriggered);
    const auto open = [this](auto project, auto bucket, auto finding) {
        const auto from = m_bucketPanel->shownView();
        openProject(project, 1, bucket);
        m_openedFrom = from;
        m_inspector->showTab(findingTab(finding));
    };
    connect(m_bucketPanel, &BucketPanel::placeOpened, this, open);
    connect(m_bucketPanel, &BucketPanel::stepChosen, this, &MainWindow::takeStep);
    connect(m_bucketPanel, &BucketPanel::viewShown, m_panes, &WindowPanes::setHasDetails);
    connect(m_bucketPanel, &BucketPanel::detailsWanted, m_panes, &WindowPanes::showDetails);
    connect(m_bucketPanel, &BucketPanel::exported, m_notices, &WindowNotices::showExported);
    connect(m_findAnything, &FindAnything::projectChosen, this,
            [this](auto project, auto bucket) { openProject(project, 1, bucket); });
    connect(m_findAnything, &FindAnything::commandChosen, this, &MainWindow::run);
    connect(m_findAnything, &FindAnything::settingChosen, this, &MainWindow::settingsPageRequested);
    connect(m_alerts, &FindingAlerts::opened, this, &MainWindow::showFindings);
    connect(&m_tableCopy, &TableCopy::refused, this, [this] { showNotice(tooManyRowsNotice); });
    m_projectPanel->focusList();
}

void MainWindow::layOut()
{
    m_accountBar->addToEnd(m_panes->toggles());
    auto *content = new QWidget(this);
    layOutRows(
        *content,
        {m_topBar, m_busyLine, &m_panes->widget(), new Line(Qt::Horizontal, this), m_accountBar},
        &m_panes->widget());
    setCentralWidget(content);
}

void MainWindow::listenToKeys()
{
    const QList<CommandInfo> commands = allCommands();
    for (const CommandInfo &info : commands) {
        auto *shortcut = new QShortcut(this);
        shortcut->setKeys(info.keys);
        connect(shortcut, &QShortcut::activated, this,
                [this, command = info.command] { run(command); });
    }
}

void MainWindow::run(Command command)
{
    switch (command) {
    case Command::Refresh:
        return refresh();
    case Command::Stop:
        return stop();
    case Command::PreviousPage:
        return goToPrevious();
    case Command::NextPage:
        return turnPage(&BucketPager::goToNext);
    case Command::FirstPage:
        return turnPage(&BucketPager::goToFirst);
    case Command::LastPage:
        return turnPage(&BucketPager::goToLast);
    case Command::FilterBuckets:
        return m_bucketPanel->focusFilter();
    case Command::GoToProjects:
        return focusProjects();
    case Command::FindAnything:
        return m_findAnything->open(m_session);
    case Command::NextPane:
        return m_focus.goToPane(WindowFocus::Direction::Forward);
    case Command::PreviousPane:
        return m_focus.goToPane(WindowFocus::Direction::Backward);
    case Command::ShowProjects:
        return m_panes->toggle(WindowPanes::Pane::Projects);
    case Command::ShowDetails:
        return m_panes->toggle(WindowPanes::Pane::Details);
    case Command::ShowStatus:
        return m_panes->toggle(WindowPanes::Pane::Status);
    case Command::Copy:
        return copySelection();
    case Command::CopyAsJson:
        return m_bucketPanel->copySelectionAsJson();
    case Command::Export:
        return m_bucketPanel->exportRows();
    case Command::OpenSettings:
        return Q_EMIT settingsRequested();
    case Command::ShowKeys:
        return KeysDialog::openOver(*this, [this] { run(Command::OpenHelp); });
    case Command::OpenHelp:
        return m_notices->openHelp();
    }
}

/// Of a project: what is shown of all of them has no pages.
void MainWindow::turnPage(void (BucketPager::*turn)())
{
    if (m_session && !m_session->inventory().isShown())
        (m_session->pager().*turn)();
}

/// To where one came from, if that was no page.
void MainWindow::goToPrevious()
{
    if (!goBackToView())
        turnPage(&BucketPager::goToPrevious);
}

void MainWindow::focusProjects()
{
    m_panes->setShown(WindowPanes::Pane::Projects, true);
    m_projectPanel->focusList();
}

/// Where their pane is folded away.
void MainWindow::offerProjects()
{
    auto *popup = new ProjectPopup(*m_session, WindowTitle::of(m_session).project, this);
    connect(popup, &ProjectPopup::projectChosen, this,
            [this](atlas::ProjectId project) { openProject(project); });
    connect(popup, &ProjectPopup::allProjectsChosen, this, &MainWindow::openAllProjects);
    popup->openBelow(m_topBar->projectTitle());
}

void MainWindow::stop()
{
    if (m_session)
        m_session->stop();
}

void MainWindow::setSession(Session *session)
{
    if (m_session) {
        for (QObject *part : std::initializer_list<QObject *>{
                 m_session, &m_session->pager(), &m_session->projects(), &m_session->linkedBucket(),
                 &m_session->readings()})
            disconnect(part, nullptr, this, nullptr);
    }
    delete findChild<ProjectPopup *>(); // It shows what the session before has.
    m_session = session;
    m_findAnything->forget();
    m_wantedBucket.reset();
    m_openedFrom.reset();
    m_mayOpenFirstProject =
        session && !session->pager().project() && !session->inventory().isOpen();
    m_projectPanel->setSession(session);
    m_bucketPanel->setSession(session);
    m_inspector->setSession(session);
    m_statusPanel->setSession(session);
    m_accountBar->setSession(session);
    m_news->follow(session);
    m_autoRefresh->follow(session);
    m_alerts->follow(session);
    if (session) {
        connect(session, &Session::busyChanged, this, &MainWindow::showBusy);
        connect(&session->pager(), &BucketPager::loaded, this, &MainWindow::selectWantedBucket);
        connect(&session->pager(), &BucketPager::loaded, this, [this] {
            if (!m_autoRefresh->isReading())
                m_focus.goToRows();
        });
        connect(&session->pager(), &BucketPager::failed, this, &MainWindow::readWantedBucket);
        connect(&session->linkedBucket(), &LinkedBucket::changed, this,
                [this] { m_notices->showLinked(m_session->linkedBucket()); });
        connect(&session->readings(), &ReadingKeeper::failed, m_notices,
                &WindowNotices::showUnkept);
        connect(&session->projects(), &buckets::ProjectList::stateChanged, this,
                &MainWindow::showTitle);
        connect(&session->projects(), &buckets::ProjectList::loaded, this,
                &MainWindow::openFirstProject);
        showOpenProject();
    }
    showTitle();
    showBusy();
}

/// What a session has open when it comes here is marked in the list.
void MainWindow::showOpenProject()
{
    const auto project = m_session->pager().project();
    if (m_session->inventory().isShown() && !m_session->inventory().project())
        m_projectPanel->setAllCurrent();
    else if (project)
        m_projectPanel->setCurrentProject(*project);
}

void MainWindow::setProfiles(const QList<accounts::Profile> &profiles,
                             std::optional<accounts::ProfileId> current)
{
    m_topBar->setProfiles(profiles, current);
}

void MainWindow::setSignedOutMessage(const EmptyState::Message &message)
{
    m_bucketPanel->setSignedOutMessage(message);
}

void MainWindow::showNotice(const WindowNotice::Maker &make)
{
    m_notices->show(make);
}

const WindowNotice::Maker &MainWindow::notice() const
{
    return m_notices->told();
}

void MainWindow::openProject(atlas::ProjectId project, int page,
                             std::optional<atlas::BucketId> bucket)
{
    m_wantedBucket = bucket;
    m_openedFrom.reset();
    m_mayOpenFirstProject = false;
    m_session->linkedBucket().forget();
    m_session->inventory().hide();
    m_session->pager().open(project, atlas::PageNumber::from(page).value_or(atlas::PageNumber()));
    m_projectPanel->setCurrentProject(project);
    showTitle();
    Q_EMIT projectOpened(project);
}

void MainWindow::openAllProjects()
{
    m_wantedBucket.reset();
    m_openedFrom.reset();
    m_mayOpenFirstProject = false;
    m_session->linkedBucket().forget();
    m_session->pager().stop();
    m_session->inventory().openAll();
    m_projectPanel->setAllCurrent();
    showTitle();
}

void MainWindow::showFindings()
{
    if (m_session) {
        openAllProjects();
        m_bucketPanel->goBackTo(BucketViews::View::Findings);
    }
    comeForward();
}

void MainWindow::comeForward()
{
    setWindowState((windowState() & ~Qt::WindowMinimized) | Qt::WindowActive);
    show();
    raise();
    activateWindow();
}

/// Only from the first page: Alt+Left is the way to the page before.
bool MainWindow::goBackToView()
{
    if (!m_openedFrom || m_session->inventory().isShown() || m_session->pager().hasPrevious())
        return false;
    const BucketViews::View from = *std::exchange(m_openedFrom, std::nullopt);
    openAllProjects();
    m_bucketPanel->goBackTo(from);
    return true;
}

void MainWindow::closeEvent(QCloseEvent *event)
{
    FocusWindow::closeEvent(event);
    Q_EMIT closed();
}

void MainWindow::refresh()
{
    if (m_session)
        m_session->refresh();
}

/// Of the table that has the focus; of the buckets if none has.
void MainWindow::copySelection()
{
    auto *table = qobject_cast<TableView *>(focusWidget());
    if (!table || !table->model() || m_bucketPanel->isTableOfBuckets(table)) {
        m_bucketPanel->copySelection();
        return;
    }
    m_tableCopy.copy(*table);
}

void MainWindow::showTitle()
{
    const WindowTitle title = WindowTitle::of(m_session);
    m_topBar->setProject(title.project, title.place);
    setWindowTitle(title.title);
}

void MainWindow::showBusy()
{
    const bool busy = m_session && m_session->isBusy();
    m_busyLine->setBusy(busy);
    m_topBar->setBusy(busy, m_session);
}

/// What a message in the middle leads to.
void MainWindow::takeStep(insight::NextStep step)
{
    if (step == insight::NextStep::OpenSettings)
        return Q_EMIT settingsRequested();
    focusProjects();
    if (m_session)
        m_session->projects().refresh();
}

/// Once, and only if nothing was chosen before the list came.
void MainWindow::openFirstProject()
{
    const auto first = m_projectPanel->firstProject();
    if (first && std::exchange(m_mayOpenFirstProject, false))
        openProject(*first);
}

void MainWindow::selectWantedBucket()
{
    if (!m_wantedBucket)
        return;
    if (m_session->buckets().rowOf(*m_wantedBucket) < 0) {
        readWantedBucket();
        return;
    }
    m_bucketPanel->selectBucket(*std::exchange(m_wantedBucket, std::nullopt));
}

/// It is on another page, or on none; or the page could not be read.
void MainWindow::readWantedBucket()
{
    if (const auto bucket = std::exchange(m_wantedBucket, std::nullopt))
        m_session->linkedBucket().open(*m_session->pager().project(), *bucket);
}

} // namespace ui
