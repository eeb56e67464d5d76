// SPDX-License-Identifier: Apache-2.0
#include "ui/window/mainwindow.h"

#include "accounts/settings/preferences.h"
#include "session/session.h"
#include "share/report/exporttarget.h"
#include "ui/buckets/bucketmessages.h"
#include "ui/buckets/bucketpanel.h"
#include "ui/inspector/inspectorpanel.h"
#include "ui/look/widgets.h"
#include "ui/parts/busyline.h"
#include "ui/parts/noticebar.h"
#include "ui/parts/rows.h"
#include "ui/projects/projectpanel.h"
#include "ui/status/statuspanel.h"
#include "ui/tables/tableview.h"
#include "ui/window/accountbar.h"
#include "ui/window/keysdialog.h"
#include "ui/window/provingtab.h"
#include "ui/window/sessionnews.h"
#include "ui/window/shortcuts.h"
#include "ui/window/topbar.h"
#include "ui/window/windowgeometry.h"
#include "ui/window/windowtitle.h"

#include <QCloseEvent>

using namespace Qt::Literals::StringLiterals;

namespace ui {

using buckets::BucketPager;

namespace {

const auto GeometryKey = u"window"_s;
/// Of three; an earlier version had two, under another key.
const auto ColumnsKey = u"regions"_s;
const auto RowsKey = u"rows"_s;
/// Of twelve; an earlier version had eleven, under another key.
const auto BucketColumnsKey = u"bucket-table"_s;

} // namespace

MainWindow::MainWindow(QWidget *parent)
    : FocusWindow(parent), m_topBar(new TopBar(this)), m_busyLine(new BusyLine(this)),
      m_notice(new NoticeBar(this)), m_projectPanel(new ProjectPanel(this)),
      m_bucketPanel(new BucketPanel(this)), m_inspector(new InspectorPanel(this)),
      m_statusPanel(new StatusPanel(this)), m_accountBar(new AccountBar(this)),
      m_news(new SessionNews(this)), m_columns(new LineSplitter(Qt::Horizontal, this)),
      m_rows(new LineSplitter(Qt::Vertical, this)),
      m_focus(*this, {*m_projectPanel, *m_bucketPanel, *m_inspector, *m_statusPanel})
{
    openWithinScreen(*this);
    layOut();
    makeActions();
    showTitle();
    showBusy();
    connect(m_topBar, &TopBar::profileChosen, this, &MainWindow::profileChosen);
    connect(m_topBar, &TopBar::settingsRequested, this, &MainWindow::settingsRequested);
    connect(m_topBar, &TopBar::refreshRequested, this, &MainWindow::refresh);
    connect(m_topBar, &TopBar::stopRequested, this, [this] { m_session->stop(); });
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
        m_inspector->showTab(provingTab(finding));
    };
    connect(m_bucketPanel, &BucketPanel::placeOpened, this, open);
    connect(m_bucketPanel, &BucketPanel::stepChosen, this, &MainWindow::takeStep);
    connect(m_bucketPanel, &BucketPanel::viewShown, m_inspector, &QWidget::setVisible);
    connect(m_bucketPanel, &BucketPanel::exported, this, &MainWindow::showExported);
    connect(m_notice, &NoticeBar::actionTriggered, this, &MainWindow::hideNotice);
    connect(&m_tableCopy, &TableCopy::refused, this, [this] { showNotice(tooManyRowsNotice); });
    m_projectPanel->focusList();
}

void MainWindow::layOut()
{
    m_columns->addWidget(m_projectPanel);
    m_columns->addWidget(m_bucketPanel);
    m_columns->addWidget(m_inspector);
    m_columns->setStretchFactor(1, 1);
    const PaneWidths widths = firstPaneWidths(width());
    m_columns->setSizes({widths.projects, widths.buckets, widths.details});
    // Below the panes: no row that is aimed at moves when the notice comes.
    auto *upper = new QWidget(m_rows);
    layOutRows(*upper, {m_columns, m_notice}, m_columns);
    m_rows->addWidget(upper);
    m_rows->addWidget(m_statusPanel);
    // A splitter puts each pane below the one before; assistive technology goes by that order.
    for (QWidget *pane : std::initializer_list<QWidget *>{
             m_projectPanel, m_bucketPanel, m_inspector, m_columns, m_notice, upper, m_statusPanel})
        pane->raise();
    m_rows->setStretchFactor(0, 1);
    const int status = firstStatusHeight(height());
    m_rows->setSizes({height() - status, status});

    auto *content = new QWidget(this);
    layOutRows(*content,
               {m_topBar, m_busyLine, m_rows, new Line(Qt::Horizontal, this), m_accountBar},
               m_rows);
    setCentralWidget(content);
}

void MainWindow::makeActions()
{
    const auto turn = [this](void (BucketPager::*turnPage)()) {
        return [this, turnPage] {
            if (m_session && !m_session->inventory().isShown())
                (m_session->pager().*turnPage)();
        };
    };
    addShortcut(*this, {Qt::Key_F5, Qt::CTRL | Qt::Key_R}, [this] { refresh(); });
    addShortcut(*this, {Qt::Key_Escape}, [this] {
        if (m_session)
            m_session->stop();
    });
    addShortcut(*this, {Qt::ALT | Qt::Key_Left},
                [this, previous = turn(&BucketPager::goToPrevious)] {
                    if (!goBackToView())
                        previous();
                });
    addShortcut(*this, {Qt::ALT | Qt::Key_Right}, turn(&BucketPager::goToNext));
    addShortcut(*this, {Qt::ALT | Qt::Key_Home}, turn(&BucketPager::goToFirst));
    addShortcut(*this, {Qt::ALT | Qt::Key_End}, turn(&BucketPager::goToLast));
    addShortcut(*this, {Qt::CTRL | Qt::Key_F}, [this] { m_bucketPanel->focusFilter(); });
    addShortcut(*this, {Qt::CTRL | Qt::Key_L}, [this] { m_projectPanel->focusList(); });
    addShortcut(*this, {Qt::Key_F6}, [this] { m_focus.goToPane(WindowFocus::Direction::Forward); });
    addShortcut(*this, {Qt::SHIFT | Qt::Key_F6},
                [this] { m_focus.goToPane(WindowFocus::Direction::Backward); });
    addShortcut(*this, {Qt::CTRL | Qt::Key_C}, [this] { copySelection(); });
    addShortcut(*this, {Qt::CTRL | Qt::SHIFT | Qt::Key_C},
                [this] { m_bucketPanel->copySelectionAsJson(); });
    addShortcut(*this, {Qt::CTRL | Qt::Key_E}, [this] { m_bucketPanel->exportRows(); });
    addShortcut(*this, {Qt::CTRL | Qt::Key_Comma}, [this] { Q_EMIT settingsRequested(); });
    addShortcut(*this, {Qt::Key_F1}, [this] { KeysDialog::openIn(*this); });
}

void MainWindow::setSession(Session *session)
{
    if (m_session) {
        disconnect(m_session, nullptr, this, nullptr);
        disconnect(&m_session->pager(), nullptr, this, nullptr);
        disconnect(&m_session->projects(), nullptr, this, nullptr);
        disconnect(&m_session->linkedBucket(), nullptr, this, nullptr);
        disconnect(&m_session->readings(), nullptr, this, nullptr);
    }
    m_session = session;
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
    if (session) {
        connect(session, &Session::busyChanged, this, &MainWindow::showBusy);
        connect(&session->pager(), &BucketPager::loaded, this, &MainWindow::selectWantedBucket);
        connect(&session->pager(), &BucketPager::loaded, this, [this] { m_focus.goToRows(); });
        connect(&session->pager(), &BucketPager::failed, this, &MainWindow::readWantedBucket);
        connect(&session->linkedBucket(), &LinkedBucket::changed, this,
                &MainWindow::showLinkedBucket);
        connect(&session->readings(), &ReadingKeeper::failed, this, &MainWindow::showUnkept);
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
    m_makeNotice = make;
    m_tellsOfLinkedBucket = false;
    const WindowNotice notice = make();
    m_notice->showNotice(notice.isWarning ? NoticeBar::Kind::Warning : NoticeBar::Kind::Information,
                         notice.headline, notice.text, tr("Close"));
}

void MainWindow::hideNotice()
{
    m_makeNotice = {};
    m_tellsOfLinkedBucket = false;
    m_notice->hide();
}

WindowPlace MainWindow::place() const
{
    return {m_projectPanel->filterText(), m_bucketPanel->place(), m_inspector->place(),
            m_statusPanel->tab(),         m_focus.place(),        m_makeNotice,
            m_tellsOfLinkedBucket,        m_wantedBucket};
}

void MainWindow::goTo(const WindowPlace &place)
{
    m_projectPanel->setFilterText(place.projectFilter);
    m_bucketPanel->goTo(place.buckets);
    m_inspector->goTo(place.details);
    m_statusPanel->setTab(place.statusTab);
    m_wantedBucket = place.wantedBucket;
    if (place.notice)
        showNotice(place.notice);
    m_tellsOfLinkedBucket = place.tellsOfLinkedBucket;
    m_focus.goTo(place.focus);
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

void MainWindow::restoreState(const accounts::Preferences &preferences)
{
    if (restoreGeometry(preferences.windowState(GeometryKey)))
        keepOnScreen(*this);
    m_columns->restoreState(preferences.windowState(ColumnsKey));
    m_rows->restoreState(preferences.windowState(RowsKey));
    m_bucketPanel->restoreColumnState(preferences.windowState(BucketColumnsKey));
}

void MainWindow::saveState(accounts::Preferences &preferences) const
{
    preferences.setWindowState(GeometryKey, saveGeometry());
    preferences.setWindowState(ColumnsKey, m_columns->saveState());
    preferences.setWindowState(RowsKey, m_rows->saveState());
    preferences.setWindowState(BucketColumnsKey, m_bucketPanel->columnState());
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

void MainWindow::showExported(const QString &path, int rows)
{
    // So that the next one is news, too, should it say the same.
    m_notice->hide();
    showNotice([path, rows] {
        return WindowNotice{false, tr("%Ln export bucket(s) exported.", nullptr, rows),
                            share::shownExportPath(path)};
    });
}

void MainWindow::showTitle()
{
    const WindowTitle title = WindowTitle::of(m_session);
    m_topBar->setProject(title.project, title.place);
    setWindowTitle(title.title);
}

/// Also where nobody looks at the changes.
void MainWindow::showUnkept(const insight::HistoryProblem &problem)
{
    showNotice([problem] {
        return WindowNotice{true, tr("Changes may be missing."), problem.text.toString()};
    });
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
    m_projectPanel->focusList();
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

void MainWindow::showLinkedBucket()
{
    const LinkedBucket &linked = m_session->linkedBucket();
    const auto notice = linkedBucketNotice(linked);
    if (notice)
        showNotice(*notice);
    else if (m_tellsOfLinkedBucket)
        hideNotice();
    m_tellsOfLinkedBucket = notice.has_value();
}

} // namespace ui
