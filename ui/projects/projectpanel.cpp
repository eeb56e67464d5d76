// SPDX-License-Identifier: Apache-2.0
#include "ui/projects/projectpanel.h"

#include "base/texts/agetext.h"
#include "models/allprojectsmodel.h"
#include "models/projectlistmodel.h"
#include "models/roles.h"
#include "session/session.h"
#include "ui/accessibility/matchnews.h"
#include "ui/look/keptcolors.h"
#include "ui/look/lineicon.h"
#include "ui/look/theme.h"
#include "ui/look/widgets.h"
#include "ui/tables/twolinedelegate.h"

#include <QEvent>
#include <QKeyEvent>
#include <QVBoxLayout>

#include <algorithm>
#include <chrono>
#include <utility>

using namespace std::chrono_literals;

namespace ui {

using models::ProjectListModel;

namespace {

constexpr auto RestBeforeChoice = 200ms;

} // namespace

ProjectPanel::ProjectPanel(QWidget *parent)
    : QWidget(parent), m_filter(new QLineEdit(this)), m_list(new ProjectList(this)),
      m_state(makePlainLabel(this))
{
    m_filter->setAccessibleName(tr("Filter projects"));
    m_filter->setPlaceholderText(tr("Filter projects"));
    m_filter->setToolTip(m_filter->placeholderText());
    offerToClear(m_filter);
    m_list->setAccessibleName(tr("Projects"));
    m_list->setModel(&m_rows);
    m_list->setItemDelegate(new TwoLineDelegate(m_list));
    m_list->setFrameShape(QFrame::NoFrame);
    m_list->setUniformItemSizes(true);
    m_list->setMouseTracking(true);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_list->viewport()->setAutoFillBackground(false);
    m_state->setWordWrap(true);
    m_state->setMargin(theme::Margin);
    m_choice.setSingleShot(true);
    m_choice.setInterval(RestBeforeChoice);
    layOut();

    connect(m_filter, &QLineEdit::textChanged, this, [this](const QString &text) {
        m_filtered.setFilterText(text);
        if (m_all) {
            removeRows();
            addRows();
        }
        showCurrentProject();
        unmarkOthers();
        showState();
    });
    announceMatches(m_filter, &m_filtered);
    m_filter->installEventFilter(this);
    connect(m_filter, &QLineEdit::returnPressed, this, &ProjectPanel::chooseFirst);
    connect(m_list, &ProjectList::moved, this, &ProjectPanel::noteMove);
    // Later: while rows go, Qt selects another one for a moment.
    connect(m_list->selectionModel(), &QItemSelectionModel::selectionChanged, this,
            &ProjectPanel::chooseSelected, Qt::QueuedConnection);
    connect(m_list, &QListView::clicked, this, &ProjectPanel::chooseCurrent);
    connect(m_list, &QListView::activated, this, &ProjectPanel::chooseCurrent);
    connect(&m_choice, &QTimer::timeout, this, &ProjectPanel::chooseCurrent);
    keepColored(*this, [this] { theme::setTextColor(*m_state, theme::mutedText(palette())); });
    showState();
}

void ProjectPanel::layOut()
{
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, theme::Gap, 0, 0);
    layout->setSpacing(theme::Gap);
    auto *top = new QHBoxLayout;
    top->setContentsMargins(theme::Margin, 0, theme::Margin, 0);
    top->addWidget(m_filter);
    layout->addLayout(top);
    layout->addWidget(m_list, 1);
    layout->addWidget(m_state);
}

ProjectPanel::~ProjectPanel() = default;

void ProjectPanel::setSession(Session *session)
{
    if (m_projects) {
        disconnect(m_projects, nullptr, this, nullptr);
        disconnect(&m_projects->projects(), nullptr, this, nullptr);
    }
    removeRows();
    m_all.reset();
    m_isAllOpen = false;
    m_current.reset();
    m_projects = session ? &session->projectModel() : nullptr;
    m_filtered.setSourceModel(m_projects);
    if (session) {
        m_all =
            std::make_unique<models::AllProjectsModel>(session->projects(), session->inventory());
        addRows();
        connect(&session->projects(), &buckets::ProjectList::stateChanged, this,
                &ProjectPanel::showState);
        connect(m_projects, &QAbstractItemModel::rowsInserted, this,
                &ProjectPanel::showCurrentProject);
        connect(m_projects, &QAbstractItemModel::rowsRemoved, this, &ProjectPanel::unmarkOthers);
    }
    m_choice.stop();
    showState();
}

/// The row for all comes first, unless the filter is for others.
void ProjectPanel::addRows()
{
    if (base::WordFilter(m_filter->text()).matches({m_all->index(0).data().toString()}))
        m_rows.addSourceModel(m_all.get());
    m_rows.addSourceModel(&m_filtered);
}

void ProjectPanel::removeRows()
{
    const auto shown = m_rows.sourceModels();
    for (QAbstractItemModel *model : shown)
        m_rows.removeSourceModel(model);
}

void ProjectPanel::setCurrentProject(atlas::ProjectId project)
{
    m_isAllOpen = false;
    m_current = project;
    showCurrentProject();
}

void ProjectPanel::setAllCurrent()
{
    m_isAllOpen = true;
    m_current.reset();
    showCurrentProject();
}

std::optional<atlas::ProjectId> ProjectPanel::firstProject() const
{
    const QModelIndex first = m_filtered.index(0, 0);
    return first.isValid() ? atlas::ProjectId::fromHex(first.data(models::IdRole).toString())
                           : std::nullopt;
}

/// Down leads from the filter into the list.
bool ProjectPanel::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() != QEvent::KeyPress || static_cast<QKeyEvent *>(event)->key() != Qt::Key_Down)
        return QWidget::eventFilter(watched, event);
    focusList();
    return true;
}

void ProjectPanel::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        m_filtered.sortAnew();
}

void ProjectPanel::focusList()
{
    m_list->setFocus(Qt::ShortcutFocusReason);
}

/// Assistive technology selects a row without making it current.
void ProjectPanel::chooseSelected()
{
    const QModelIndexList selected = m_list->selectionModel()->selectedIndexes();
    if (selected.size() != 1 || selected.constFirst() == m_list->currentIndex())
        return;
    m_list->setCurrentIndex(selected.constFirst());
    chooseCurrent();
}

/// The row of what is open has gone, and Qt has put another one in its place.
void ProjectPanel::unmarkOthers()
{
    if (m_choice.isActive() || openRow().isValid())
        return;
    m_list->selectionModel()->clear();
}

void ProjectPanel::noteMove()
{
    m_wasUsed = true;
    if (m_opensOnRest)
        m_choice.start();
}

/// What was filtered for. Without a filter, Return in it means nothing.
void ProjectPanel::chooseFirst()
{
    if (m_filter->text().isEmpty() || m_rows.rowCount() == 0)
        return;
    m_list->setCurrentIndex(m_rows.index(0, 0));
    chooseCurrent();
}

void ProjectPanel::chooseCurrent()
{
    m_choice.stop();
    m_wasUsed = true;
    const QModelIndex current = m_list->currentIndex();
    if (!current.isValid())
        return;
    openRowOf(current);
    Q_EMIT settled();
}

/// Unless it is open.
void ProjectPanel::openRowOf(const QModelIndex &row)
{
    const QString hex = row.data(models::IdRole).toString();
    if (hex.isEmpty()) {
        if (!std::exchange(m_isAllOpen, true)) {
            m_current.reset();
            Q_EMIT allProjectsChosen();
        }
        return;
    }
    const auto project = atlas::ProjectId::fromHex(hex);
    if (!project || project == m_current)
        return;
    m_isAllOpen = false;
    m_current = project;
    Q_EMIT projectChosen(*project);
}

/// The row of what is open; invalid if it is not shown.
QModelIndex ProjectPanel::openRow() const
{
    if (m_isAllOpen)
        return m_rows.sourceModels().contains(m_all.get()) ? m_rows.index(0, 0) : QModelIndex();
    const int row = m_projects && m_current ? m_projects->projects().rowOf(*m_current) : -1;
    const QModelIndex project = row < 0 ? QModelIndex() : m_projects->index(row);
    const QModelIndex shown = m_filtered.mapFromSource(project);
    return shown.isValid() ? m_rows.mapFromSource(shown) : QModelIndex();
}

void ProjectPanel::showCurrentProject()
{
    const QModelIndex shown = openRow();
    if (!shown.isValid() || shown == m_list->currentIndex())
        return;
    m_list->setCurrentIndex(shown);
    m_choice.stop();
}

void ProjectPanel::showState()
{
    const QString text = stateText();
    m_state->setText(text);
    m_state->setVisible(!text.isEmpty());
    fitState();
}

/// Why the list is not the one of the moment.
QString ProjectPanel::keptText() const
{
    const QDateTime keptAt = m_projects->projects().keptAt();
    if (!keptAt.isValid())
        return tr("The projects could not be loaded. See Problems below.");
    //: %1 is “3 hours ago”
    return tr("The projects could not be loaded. The list is from %1.")
        .arg(base::agoText(keptAt, QDateTime::currentDateTimeUtc()));
}

/// All of its lines, however narrow the list is.
void ProjectPanel::fitState()
{
    m_state->setMinimumHeight(std::max(0, m_state->heightForWidth(width())));
}

void ProjectPanel::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    fitState();
}

QString ProjectPanel::stateText() const
{
    if (!m_projects)
        return {};
    const buckets::ProjectList &projects = m_projects->projects();
    switch (projects.state()) {
    case buckets::ProjectList::State::Idle:
        return {};
    case buckets::ProjectList::State::Loading:
        return tr("Loading projects…");
    case buckets::ProjectList::State::Failed:
        return keptText();
    case buckets::ProjectList::State::Ready:
        break;
    }
    if (projects.rowCount() == 0 && projects.completeness().isWhole())
        return tr("This credential has no access to any project. Grant it access in Atlas.");
    if (m_filtered.rowCount() == 0)
        return tr("No project matches the filter.");
    return {};
}

} // namespace ui
