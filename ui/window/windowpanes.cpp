// SPDX-License-Identifier: Apache-2.0
#include "ui/window/windowpanes.h"

#include "accounts/settings/preferences.h"
#include "ui/buckets/bucketpanel.h"
#include "ui/inspector/inspectorpanel.h"
#include "ui/look/widgets.h"
#include "ui/parts/noticebar.h"
#include "ui/parts/rows.h"
#include "ui/projects/projectpanel.h"
#include "ui/status/statuspanel.h"
#include "ui/window/commands.h"
#include "ui/window/windowgeometry.h"

#include <QHBoxLayout>
#include <QScreen>

#include <algorithm>
#include <array>

using namespace Qt::Literals::StringLiterals;

namespace ui {

namespace {

/// Of three; an earlier version had two, under another key.
const auto ColumnsKey = u"regions"_s;
const auto RowsKey = u"rows"_s;
const auto FoldedKey = u"folded"_s;

/// A pane that folds: how it is kept in the settings file, and how it is shown and hidden.
struct FoldingPane
{
    WindowPanes::Pane pane = WindowPanes::Pane::Projects;
    const char *key = nullptr;
    LineIcon icon = LineIcon::ProjectsPane;
    Command command = Command::ShowProjects;
    const char *title = nullptr;
};

constexpr std::array FoldingPanes{
    FoldingPane{WindowPanes::Pane::Projects, "projects", LineIcon::ProjectsPane,
                Command::ShowProjects, QT_TRANSLATE_NOOP("ui::WindowPanes", "Show projects")},
    FoldingPane{WindowPanes::Pane::Details, "details", LineIcon::DetailsPane, Command::ShowDetails,
                QT_TRANSLATE_NOOP("ui::WindowPanes", "Show details")},
    FoldingPane{WindowPanes::Pane::Status, "status", LineIcon::StatusPane, Command::ShowStatus,
                QT_TRANSLATE_NOOP("ui::WindowPanes", "Show status")},
};

QString keysOf(Command command)
{
    const QList<CommandInfo> commands = allCommands();
    const auto found =
        std::find_if(commands.begin(), commands.end(),
                     [command](const CommandInfo &info) { return info.command == command; });
    return keysText(found->keys);
}

} // namespace

WindowPanes::WindowPanes(const WindowFocus::Panes &panes, NoticeBar &notice, QWidget &parent)
    : QObject(&parent), m_panes(panes), m_columns(new LineSplitter(Qt::Horizontal, &parent)),
      m_rows(new LineSplitter(Qt::Vertical, &parent)), m_toggles(new QWidget(&parent))
{
    divide(notice, parent.size());
    auto *layout = new QHBoxLayout(m_toggles);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    for (const FoldingPane &folding : FoldingPanes)
        layout->addWidget(addToggle(folding.pane));
}

void WindowPanes::divide(NoticeBar &notice, const QSize &size)
{
    m_columns->addWidget(&m_panes.projects);
    m_columns->addWidget(&m_panes.buckets);
    m_columns->addWidget(&m_panes.details);
    m_columns->setStretchFactor(1, 1);
    const PaneWidths widths = firstPaneWidths(size.width());
    m_columns->setSizes({widths.projects, widths.buckets, widths.details});
    // Below the panes: no row that is aimed at moves when the notice comes.
    auto *upper = new QWidget(m_rows);
    layOutRows(*upper, {m_columns, &notice}, m_columns);
    m_rows->addWidget(upper);
    m_rows->addWidget(&m_panes.status);
    // A splitter puts each pane below the one before; assistive technology goes by that order.
    for (QWidget *pane :
         std::initializer_list<QWidget *>{&m_panes.projects, &m_panes.buckets, &m_panes.details,
                                          m_columns, &notice, upper, &m_panes.status})
        pane->raise();
    m_rows->setStretchFactor(0, 1);
    const int status = firstStatusHeight(size.height());
    m_rows->setSizes({size.height() - status, status});
}

QToolButton *WindowPanes::addToggle(Pane pane)
{
    const FoldingPane &folding = FoldingPanes.at(static_cast<std::size_t>(pane));
    const QString name = tr(folding.title);
    QToolButton *button = makeFlatButton(m_toggles, name, folding.icon);
    //: %1: Show details. %2: Ctrl+2.
    button->setToolTip(tr("%1 (%2)").arg(name, keysOf(folding.command)));
    button->setCheckable(true);
    button->setChecked(true);
    connect(button, &QToolButton::toggled, this, [this, pane] { apply(pane); });
    m_buttons.append(button);
    return button;
}

QWidget &WindowPanes::widget() const
{
    return *m_rows;
}

QToolButton &WindowPanes::toggleOf(Pane pane) const
{
    return *m_buttons.at(static_cast<qsizetype>(pane));
}

bool WindowPanes::isShown(Pane pane) const
{
    return toggleOf(pane).isChecked();
}

void WindowPanes::setShown(Pane pane, bool isShown)
{
    toggleOf(pane).setChecked(isShown);
}

void WindowPanes::setHasDetails(bool hasDetails)
{
    m_hasDetails = hasDetails;
    apply(Pane::Details);
}

void WindowPanes::apply(Pane pane)
{
    switch (pane) {
    case Pane::Projects:
        m_panes.projects.setVisible(isShown(pane));
        Q_EMIT projectsShown(isShown(pane));
        return;
    case Pane::Details:
        m_panes.details.setVisible(isShown(pane) && m_hasDetails);
        return;
    case Pane::Status:
        m_panes.status.setVisible(isShown(pane));
        return;
    }
}

void WindowPanes::restore(const accounts::Preferences &preferences)
{
    const QByteArray rows = preferences.windowState(RowsKey);
    if (rows.isEmpty()) {
        const OpenPanes open = firstOpenPanes(m_rows->screen()->availableSize().width());
        setShown(Pane::Projects, open.projects);
        setShown(Pane::Details, open.details);
        setShown(Pane::Status, open.status);
        return;
    }
    m_columns->restoreState(preferences.windowState(ColumnsKey));
    m_rows->restoreState(rows);
    const QByteArrayList folded = preferences.windowState(FoldedKey).split(' ');
    for (const FoldingPane &folding : FoldingPanes)
        setShown(folding.pane, !folded.contains(folding.key));
}

void WindowPanes::save(accounts::Preferences &preferences) const
{
    preferences.setWindowState(ColumnsKey, m_columns->saveState());
    preferences.setWindowState(RowsKey, m_rows->saveState());
    QByteArrayList folded;
    for (const FoldingPane &folding : FoldingPanes) {
        if (!isShown(folding.pane))
            folded.append(folding.key);
    }
    preferences.setWindowState(FoldedKey, folded.join(' '));
}

} // namespace ui
