// SPDX-License-Identifier: Apache-2.0
#include "ui/projectpanel.h"

#include "browse/projectlistmodel.h"
#include "ui/lineicon.h"
#include "ui/projectdelegate.h"
#include "ui/theme.h"
#include "ui/widgets.h"

#include <QSignalBlocker>
#include <QVBoxLayout>

#include <chrono>

using namespace std::chrono_literals;

namespace ui {

using browse::ProjectListModel;

namespace {

constexpr auto RestBeforeChoice = 200ms;

} // namespace

ProjectPanel::ProjectPanel(QWidget *parent)
    : QWidget(parent), m_filter(new QLineEdit(this)), m_list(new QListView(this)),
      m_state(makePlainLabel(this))
{
    m_filter->setAccessibleName(tr("Filter projects"));
    m_filter->setPlaceholderText(tr("Filter projects"));
    offerToClear(m_filter);
    m_list->setAccessibleName(tr("Projects"));
    m_list->setModel(&m_filtered);
    m_list->setItemDelegate(new ProjectDelegate(m_list));
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
        showCurrentProject();
        showState();
    });
    connect(m_list->selectionModel(), &QItemSelectionModel::currentChanged, this,
            [this] { m_choice.start(); });
    connect(m_list, &QListView::clicked, this, &ProjectPanel::chooseCurrent);
    connect(m_list, &QListView::activated, this, &ProjectPanel::chooseCurrent);
    connect(&m_choice, &QTimer::timeout, this, &ProjectPanel::chooseCurrent);
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

void ProjectPanel::setProjects(ProjectListModel *projects)
{
    if (m_projects)
        disconnect(m_projects, nullptr, this, nullptr);
    m_projects = projects;
    m_current.reset();
    m_filtered.setSourceModel(projects);
    m_choice.stop();
    if (m_projects) {
        connect(m_projects, &ProjectListModel::stateChanged, this, &ProjectPanel::showState);
        connect(m_projects, &QAbstractItemModel::rowsInserted, this,
                &ProjectPanel::showCurrentProject);
    }
    showState();
}

void ProjectPanel::setCurrentProject(std::optional<atlas::ProjectId> project)
{
    m_current = project;
    showCurrentProject();
}

std::optional<atlas::ProjectId> ProjectPanel::firstProject() const
{
    const QModelIndex first = m_filtered.index(0, 0);
    return first.isValid()
        ? atlas::ProjectId::fromHex(first.data(ProjectListModel::IdRole).toString())
        : std::nullopt;
}

void ProjectPanel::focusList()
{
    m_list->setFocus(Qt::ShortcutFocusReason);
}

void ProjectPanel::chooseCurrent()
{
    m_choice.stop();
    const QString hex = m_list->currentIndex().data(ProjectListModel::IdRole).toString();
    const auto project = atlas::ProjectId::fromHex(hex);
    if (!project || project == m_current)
        return;
    m_current = project;
    Q_EMIT projectChosen(*project);
}

void ProjectPanel::showCurrentProject()
{
    if (!m_projects || !m_current)
        return;
    const int row = m_projects->rowOf(*m_current);
    const QModelIndex index = row < 0 ? QModelIndex() : m_projects->index(row);
    const QModelIndex shown = m_filtered.mapFromSource(index);
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
    theme::setTextColor(*m_state, theme::mutedText(palette()));
}

QString ProjectPanel::stateText() const
{
    if (!m_projects)
        return {};
    switch (m_projects->state()) {
    case ProjectListModel::State::Idle:
        return {};
    case ProjectListModel::State::Loading:
        return tr("Loading projects…");
    case ProjectListModel::State::Failed:
        return tr("The projects could not be read. See Problems below.");
    case ProjectListModel::State::Ready:
        break;
    }
    if (m_projects->rowCount() == 0)
        return tr("This credential sees no project. Invite it to one in Atlas.");
    if (m_filtered.rowCount() == 0)
        return tr("No project matches the filter.");
    return {};
}

} // namespace ui
