// SPDX-License-Identifier: Apache-2.0
#include "ui/buckets/bucketviews.h"

#include "session/session.h"
#include "ui/accessibility/unseensilence.h"

#include <QLocale>

#include <algorithm>

namespace ui {

BucketViews::BucketViews(models::BucketSortFilterModel &rows, QStackedWidget &stack,
                         QWidget *parent)
    : FlatTabBar(parent), m_rows(rows), m_stack(stack)
{
    setAccessibleName(tr("Views"));
    addTab(tr("Buckets"));
    setAccessibleTabName(addTab(tr("Findings")), tr("Findings"));
    setAccessibleTabName(addTab(tr("Changes")), tr("Changes"));
    addTab(tr("Duplicates"));
    addTab(tr("Overview"));
    setAccessibleTabName(addTab({}), tr("Not read"));
    hide();
}

void BucketViews::setCheckBar(CheckBar &bar)
{
    m_checkBar = &bar;
    connect(this, &QTabBar::currentChanged, this, &BucketViews::showCheckBar);
    showCheckBar();
}

/// Nothing is said twice.
void BucketViews::showCheckBar()
{
    m_checkBar->setVisible(m_session && m_findings && view() != m_findings);
    Q_EMIT unreadTold();
}

/// Once a check has ended, each project that was not read in full is among its findings.
bool BucketViews::tellsOfUnread() const
{
    if (!m_session || !m_findings || view() != m_findings)
        return false;
    const insight::ExportCheck &check = m_session->exportCheck();
    return check.state() == insight::ExportCheck::State::Checked
        && std::any_of(check.findings().begin(), check.findings().end(),
                       [](const insight::Finding &finding) {
                           return finding.code == insight::FindingCode::NotRead;
                       });
}

void BucketViews::goBackTo(View shown)
{
    goTo(shown);
    if (shown == View::Findings)
        m_findings->table()->setFocus(Qt::OtherFocusReason);
    else if (shown == View::Changes)
        m_changes->table()->setFocus(Qt::OtherFocusReason);
}

void BucketViews::setSession(Session *session)
{
    m_session = session;
    if (m_exports)
        m_exports->setSession(session);
    if (m_findings) {
        followCheck();
        followReadings();
    }
    showInventory();
}

void BucketViews::showInventory()
{
    const bool isOpen = m_session && m_session->inventory().isShown();
    setVisible(isOpen);
    if (!isOpen) {
        goTo(View::Buckets);
        return;
    }
    if (!m_unread) {
        const UnseenSilence making;
        makeViews();
        followCheck();
        followReadings();
    }
    m_unread->show(*m_session);
    m_duplicates->setScope(m_rows.isFiltering(), m_session->inventory().completeness());
    const int tab = static_cast<int>(View::NotReadable);
    if (m_unread->count() == 0 && currentIndex() == tab)
        goTo(View::Buckets);
    setTabVisible(tab, m_unread->count() > 0);
    showText(tab, tr("Not read (%1)").arg(QLocale().toString(m_unread->count())),
             tr("%Ln project(s)", nullptr, m_unread->count()));
}

QWidget *BucketViews::view() const
{
    switch (shownView()) {
    case View::Buckets:
        break;
    case View::Findings:
        return m_findings;
    case View::Changes:
        return m_changes;
    case View::Duplicates:
        return m_duplicates;
    case View::Overview:
        return m_overview;
    case View::NotReadable:
        return m_unread;
    }
    return nullptr;
}

bool BucketViews::focusOwnFilter()
{
    if (!m_findings || view() != m_findings)
        return false;
    m_findings->focusFilter();
    return true;
}

void BucketViews::followCheck()
{
    if (m_session)
        m_findings->setCheck(m_session->exportCheck(), m_session->acceptedFile());
    else
        m_findings->forgetCheck();
    m_checkBar->setCheck(m_session ? &m_session->exportCheck() : nullptr);
    showCheckBar();
}

void BucketViews::showFindingCount()
{
    m_overview->findings().showCounts(m_findings->counts(), m_findings->statusText());
    m_checkBar->setCounts(m_findings->counts());
    Q_EMIT unreadTold();
    const int count = m_findings->openCount();
    const int tab = static_cast<int>(View::Findings);
    if (count == 0) {
        showText(tab, tr("Findings"), {});
        return;
    }
    showText(tab, tr("Findings (%1)").arg(QLocale().toString(count)),
             tr("%Ln finding(s)", nullptr, count));
}

void BucketViews::followReadings()
{
    m_changes->setAuthors(m_session ? &m_session->authors() : nullptr);
    if (!m_session) {
        m_changes->setHistory(nullptr);
        return;
    }
    const auto show = [this] {
        m_changes->setHistory(m_session->readings().history());
    };
    connect(&m_session->readings(), &ReadingKeeper::historyChanged, this, show);
    show();
}

void BucketViews::showChangeCount()
{
    const int count = m_changes->count();
    const int tab = static_cast<int>(View::Changes);
    if (count == 0) {
        showText(tab, tr("Changes"), {});
        return;
    }
    showText(tab, tr("Changes (%1)").arg(QLocale().toString(count)),
             tr("%Ln change(s)", nullptr, count));
}

void BucketViews::makeViews()
{
    m_findings = new FindingsView(&m_stack);
    m_changes = new ChangesView(&m_stack);
    m_duplicates = new DuplicatesView(&m_stack);
    m_overview = new Overview(&m_stack);
    m_exports = new ExportsOfAll(m_overview);
    m_exports->setSession(m_session);
    m_overview->addLast(m_exports);
    m_unread = new UnreadProjects(&m_stack);
    m_duplicates->setRows(&m_rows);
    m_overview->setRows(&m_rows);
    m_stack.addWidget(m_findings);
    m_stack.addWidget(m_changes);
    m_stack.addWidget(m_duplicates);
    m_stack.addWidget(m_overview);
    m_stack.addWidget(m_unread);
    connectViews();
}

void BucketViews::connectViews()
{
    connect(m_findings, &FindingsView::countChanged, this, &BucketViews::showFindingCount);
    connect(&m_overview->findings(), &FindingsSummary::chosen, this,
            [this](models::FindingsModel::ShownSeverities severities) {
                m_findings->choose(severities);
                goTo(View::Findings);
                m_findings->table()->setFocus(Qt::OtherFocusReason);
            });
    connect(m_changes, &ChangesView::countChanged, this, &BucketViews::showChangeCount);
    connect(m_changes, &ChangesView::opened, this, [this](const insight::Change &change) {
        Q_EMIT placeOpened(change.project, change.bucket, std::nullopt);
    });
    connect(m_findings, &FindingsView::opened, this, [this](const insight::Finding &finding) {
        Q_EMIT placeOpened(finding.project, finding.bucket, finding.code);
    });
    connect(m_duplicates, &DuplicatesView::filterRequested, this, &BucketViews::filterRequested);
    connect(m_duplicates, &DuplicatesView::clearFilterRequested, this,
            &BucketViews::clearFilterRequested);
    connect(m_overview, &Overview::filterRequested, this, &BucketViews::termRequested);
    connect(m_unread, &UnreadProjects::retryRequested, this,
            [this](const QList<atlas::ProjectId> &projects) {
                for (const atlas::ProjectId project : projects)
                    m_session->inventory().retryProject(project);
            });
}

} // namespace ui
