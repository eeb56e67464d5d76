// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/bucketsortfiltermodel.h"
#include "ui/buckets/duplicatesview.h"
#include "ui/buckets/overview.h"
#include "ui/buckets/unreadprojects.h"
#include "ui/calendar/exportsofall.h"
#include "ui/changes/changesview.h"
#include "ui/findings/checkbar.h"
#include "ui/findings/findingsview.h"
#include "ui/parts/flattabbar.h"

#include <QPointer>
#include <QStackedWidget>

#include <optional>

class Session;

namespace ui {

/// The tabs above the buckets of an inventory: the rows themselves, what is wrong with them,
/// what changed, duplicates, an overview, and what could not be read. Made of `rows`; the widgets
/// come with the first inventory, for most days begin without one.
class BucketViews : public FlatTabBar
{
    Q_OBJECT

public:
    /// In the order of their tabs.
    enum class View { Buckets, Findings, Changes, Duplicates, Overview, NotReadable };

    /// `rows` must outlive this; the views are put into `stack`.
    BucketViews(models::BucketSortFilterModel &rows, QStackedWidget &stack, QWidget *parent);

    /// Shows what the session's inventory has; hides while there is none.
    void setSession(Session *session);
    /// Where to show what the check has come to, while the findings are not shown; it must outlive
    /// this.
    void setCheckBar(CheckBar &bar);
    /// As the session's inventory is now.
    void showInventory();

    /// What is chosen; nullptr for the rows themselves.
    QWidget *view() const;
    /// Whether what is chosen shows what the filter lets through.
    bool heedsFilter() const
    {
        const QWidget *shown = view();
        return !shown || (shown != m_unread && shown != m_findings && shown != m_changes);
    }
    /// Whether what is chosen tells by itself of all that could not be loaded.
    bool tellsOfUnread() const;
    /// Gives the focus to the filter of what is chosen; false if it has none of its own.
    bool focusOwnFilter();
    void goTo(View view) { setCurrentIndex(static_cast<int>(view)); }
    View shownView() const { return static_cast<View>(currentIndex()); }
    /// Goes to a view and to what is selected in it.
    void goBackTo(View shown);

Q_SIGNALS:
    /// tellsOfUnread() may have changed.
    void unreadTold();
    /// The user wants the rows that this filter text finds.
    void filterRequested(const QString &text);
    /// The user wants all rows.
    void clearFilterRequested();
    /// The user wants, of the rows that are shown, those that this term finds.
    void termRequested(const QString &term);
    /// The user wants to see what a finding or a change is about; a finding has a code.
    void placeOpened(atlas::ProjectId project, std::optional<atlas::BucketId> bucket,
                     std::optional<insight::FindingCode> finding);

private:
    void makeViews();
    void connectViews();
    void followCheck();
    void showCheckBar();
    void showFindingCount();
    void followReadings();
    void showChangeCount();

    models::BucketSortFilterModel &m_rows;
    QStackedWidget &m_stack;
    QPointer<Session> m_session;
    CheckBar *m_checkBar = nullptr;
    FindingsView *m_findings = nullptr;
    ChangesView *m_changes = nullptr;
    DuplicatesView *m_duplicates = nullptr;
    Overview *m_overview = nullptr;
    ExportsOfAll *m_exports = nullptr;
    UnreadProjects *m_unread = nullptr;
};

} // namespace ui
