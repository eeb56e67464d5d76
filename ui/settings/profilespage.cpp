// SPDX-License-Identifier: Apache-2.0
#include "ui/settings/profilespage.h"

#include "ui/accessibility/dialogend.h"
#include "ui/accessibility/enabling.h"
#include "ui/accessibility/focusheirs.h"
#include "ui/accessibility/selectionfollower.h"
#include "ui/look/spacing.h"
#include "ui/look/theme.h"
#include "ui/parts/roomybutton.h"
#include "ui/settings/importdialog.h"
#include "ui/settings/settingsitemdelegate.h"

#include <QHBoxLayout>
#include <QScrollBar>
#include <QVBoxLayout>

namespace ui {

namespace {

constexpr int NarrowestList = 200;

QString badProfilesText(const QList<accounts::BadProfile> &profiles)
{
    QStringList lines;
    for (const accounts::BadProfile &profile : profiles)
        lines.append(ProfilesPage::tr("“%1”: %2").arg(profile.name, profile.reason));
    return lines.join(u'\n');
}

} // namespace

ProfilesPage::ProfilesPage(ProfileEdits &edits, const ProfileEditor::TestMeans &means,
                           const QString &atlasCliConfigPath, QWidget *parent)
    : QWidget(parent), m_edits(edits), m_atlasCliConfigPath(atlasCliConfigPath),
      m_welcome(new NoticeBar(this)), m_bad(new NoticeBar(this)), m_removed(new NoticeBar(this)),
      m_list(new QListView(this)), m_add(new RoomyButton(tr("&Add"), this)),
      m_remove(new RoomyButton(tr("Re&move"), this)),
      m_import(new RoomyButton(tr("Import &from Atlas CLI…"), this)),
      m_editor(new ProfileEditor(edits, means, this)), m_scroll(new QScrollArea(this)),
      m_form(new QStackedWidget(this))
{
    auto *content = new QHBoxLayout;
    // The form keeps a gap to its own scroll bar.
    content->setContentsMargins(PageMargin, PageMargin, PageMargin - theme::Gap, PageMargin);
    content->setSpacing(PageMargin);
    content->addWidget(makeList());
    content->addWidget(makeForm(), 1);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    for (NoticeBar *notice : {m_welcome, m_bad, m_removed})
        layout->addWidget(notice);
    layout->addLayout(content, 1);

    followButtons();
    followSelection(m_list);
    connect(m_list->selectionModel(), &QItemSelectionModel::currentChanged, this,
            &ProfilesPage::showCurrent);
    select(0);
    showCurrent();
}

QWidget *ProfilesPage::makeList()
{
    m_list->setAccessibleName(tr("Profiles"));
    m_list->setModel(&m_edits);
    m_list->setItemDelegate(new SettingsItemDelegate(m_list));
    m_list->setUniformItemSizes(true);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_list->setMinimumWidth(NarrowestList);
    m_list->setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Expanding);
    m_add->setAccessibleName(tr("Add profile"));
    m_remove->setAccessibleName(tr("Remove profile"));
    m_import->setAccessibleName(tr("Import from Atlas CLI"));
    for (QPushButton *button : {m_add, m_remove, m_import})
        button->setAutoDefault(false);

    auto *column = new QWidget(this);
    auto *layout = new QGridLayout(column);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(theme::Gap);
    layout->addWidget(m_list, 0, 0, 1, 2);
    layout->addWidget(m_add, 1, 0);
    layout->addWidget(m_remove, 1, 1);
    layout->addWidget(m_import, 2, 0, 1, 2);
    setFocusHeirs(*this, {m_list});
    // Before the form that it is for.
    column->stackUnder(m_form);
    column->setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Expanding);
    return column;
}

QWidget *ProfilesPage::makeForm()
{
    auto *nothing = new ToneLabel(ToneLabel::Meaning::Muted, m_form);
    nothing->setAlignment(Qt::AlignCenter);
    nothing->setText(tr("No profiles yet. Add one, or import from the Atlas CLI."));
    m_scroll->setFrameShape(QFrame::NoFrame);
    m_scroll->setWidgetResizable(true);
    m_scroll->setFocusPolicy(Qt::NoFocus);
    m_scroll->setWidget(m_editor);
    m_scroll->setMinimumWidth(m_editor->minimumSizeHint().width()
                              + m_scroll->verticalScrollBar()->sizeHint().width());
    m_scroll->viewport()->setAutoFillBackground(false);
    m_editor->setAutoFillBackground(false);
    m_form->addWidget(m_scroll);
    m_form->addWidget(nothing);
    return m_form;
}

void ProfilesPage::followButtons()
{
    connect(m_add, &QPushButton::clicked, this, [this] { addProfile(); });
    connect(m_remove, &QPushButton::clicked, this, &ProfilesPage::removeCurrent);
    connect(m_import, &QPushButton::clicked, this, &ProfilesPage::importProfiles);
    connect(m_removed, &NoticeBar::actionTriggered, this, &ProfilesPage::undoRemove);
}

void ProfilesPage::select(int row)
{
    m_list->setCurrentIndex(m_edits.index(row));
}

void ProfilesPage::showCurrent()
{
    const int row = m_list->currentIndex().row();
    m_form->setCurrentIndex(row < 0 ? 1 : 0);
    const bool isFixed = row >= 0 && m_edits.at(row).isReadOnly();
    enableUnless(*m_remove,
                 row < 0       ? tr("Select a profile first.")
                     : isFixed ? tr("This profile comes from environment variables.")
                               : QString());
    if (row != m_editor->row() || row < 0)
        m_scroll->ensureVisible(0, 0);
    m_editor->showProfile(row);
}

void ProfilesPage::addProfile(bool isFirstRun)
{
    if (isFirstRun)
        m_welcome->showNotice(
            NoticeBar::Kind::Information, tr("Sign in"),
            tr("Enter a service account or an API key of your Atlas organization. Nothing is "
               "sent before you test the connection or select OK."),
            {}, {{insight::NextStep::ReadAboutAccounts}, {}});
    select(m_edits.addNew());
    m_editor->focusName();
}

void ProfilesPage::selectProfile(const accounts::ProfileId &id)
{
    const int row = m_edits.rowOf(id);
    if (row >= 0)
        select(row);
}

bool ProfilesPage::importProfile(const accounts::ImportCandidate &candidate)
{
    const bool isWhole = candidate.secretPlace == accounts::ImportCandidate::SecretPlace::InFile;
    const int row = m_edits.addImported({candidate});
    if (isWhole)
        select(row);
    else
        goTo(row, candidate.draft.identity.isEmpty() ? EditorField::Identity : EditorField::Secret);
    return isWhole;
}

void ProfilesPage::goTo(int row, EditorField field)
{
    select(row);
    QWidget *input = m_editor->inputOf(field);
    m_scroll->ensureWidgetVisible(input);
    input->setFocus(Qt::OtherFocusReason);
}

void ProfilesPage::showBadProfiles(const QList<accounts::BadProfile> &profiles)
{
    if (!profiles.isEmpty())
        m_bad->showNotice(
            NoticeBar::Kind::Warning,
            tr("%Ln profile(s) cannot be used", nullptr, static_cast<int>(profiles.size())),
            badProfilesText(profiles));
}

void ProfilesPage::removeCurrent()
{
    const int row = m_list->currentIndex().row();
    const QString name = m_edits.at(row).title();
    const bool isWorthUndoing = !m_edits.at(row).isUntouched();
    m_edits.removeAt(row);
    showCurrent();
    if (isWorthUndoing)
        showRemoved(name);
}

void ProfilesPage::undoRemove()
{
    select(m_edits.undoRemove());
    showCurrent();
    m_removed->hide();
}

void ProfilesPage::showRemoved(const QString &name)
{
    m_removed->showNotice(NoticeBar::Kind::Information, tr("Removed"),
                          tr("“%1” and its secret will be permanently removed when you select "
                             "OK.")
                              .arg(name),
                          tr("Undo"));
}

void ProfilesPage::importProfiles()
{
    auto *dialog = new ImportDialog(m_atlasCliConfigPath, this);
    deleteAfterClose(dialog);
    connect(dialog, &ImportDialog::imported, this,
            [this](const QList<accounts::ImportCandidate> &candidates) {
                select(m_edits.addImported(candidates));
            });
    dialog->open();
}

} // namespace ui
