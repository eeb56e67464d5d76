// SPDX-License-Identifier: Apache-2.0
#include "ui/settings/importdialog.h"

#include "accounts/profiles/atlascliimport.h"
#include "ui/accessibility/announcer.h"
#include "ui/accessibility/dialogend.h"
#include "ui/accessibility/enabling.h"
#include "ui/accessibility/selectablelabel.h"
#include "ui/look/spacing.h"
#include "ui/look/theme.h"
#include "ui/look/widgets.h"
#include "ui/parts/roomybutton.h"

#include <QDialogButtonBox>
#include <QDir>
#include <QFileDialog>
#include <QFileInfo>
#include <QScrollBar>

#include <algorithm>

namespace ui {

namespace {

constexpr QSize FirstSize(680, 480);

} // namespace

ImportDialog::ImportDialog(const QString &path, QWidget *parent)
    : FocusDialog(parent), m_shownPath(makePlainLabel(this)),
      m_message(new ToneLabel(ToneLabel::Meaning::Plain, this)), m_scroll(new QScrollArea(this)),
      m_ok(new RoomyButton(tr("Import"), this))
{
    setWindowTitle(tr("Import from Atlas CLI"));
    m_scroll->setWidgetResizable(true);
    m_scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_scroll->setBackgroundRole(QPalette::Base);
    m_message->setAccessibleDescription(tr("Import message"));
    makeSelectable(m_message);

    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addLayout(makeHead(), 1);
    layout->addWidget(new Line(Qt::Horizontal, this));
    layout->addLayout(makeButtons());
    resize(FirstSize);
    read(path);
}

QLayout *ImportDialog::makeHead()
{
    m_shownPath->setWordWrap(true);
    makeSelectable(m_shownPath);
    m_shownPath->setAccessibleDescription(tr("File"));
    auto *other = new RoomyButton(tr("Choose another &file…"), this);
    other->setAutoDefault(false);
    connect(other, &QPushButton::clicked, this, &ImportDialog::chooseFile);

    auto *file = new QHBoxLayout;
    file->setSpacing(theme::Margin);
    file->addWidget(m_shownPath, 1);
    file->addWidget(other);
    auto *head = new QVBoxLayout;
    head->setContentsMargins(PageMargin, PageMargin, PageMargin, PageMargin);
    head->setSpacing(theme::Margin);
    head->addLayout(file);
    head->addWidget(m_message);
    head->addWidget(m_scroll, 1);
    head->addStretch();
    return head;
}

QLayout *ImportDialog::makeButtons()
{
    auto *buttons = new QDialogButtonBox(this);
    buttons->addButton(m_ok, QDialogButtonBox::AcceptRole);
    auto *cancel = new RoomyButton(tr("Cancel"), this);
    buttons->addButton(cancel, QDialogButtonBox::RejectRole);
    m_ok->setDefault(true);
    connect(buttons, &QDialogButtonBox::accepted, this, &ImportDialog::confirm);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    auto *row = new QHBoxLayout;
    row->setContentsMargins(PageMargin, theme::Margin, PageMargin, theme::Margin);
    row->addWidget(buttons);
    return row;
}

void ImportDialog::read(const QString &path)
{
    m_path = path;
    m_shownPath->setText(QDir::toNativeSeparators(path));
    clear();
    const auto candidates = accounts::readAtlasCliConfig(path);
    if (!candidates)
        showMessage(ToneLabel::Meaning::Failure, candidates.error());
    else if (candidates->isEmpty())
        showMessage(ToneLabel::Meaning::Plain, tr("This file contains no profiles."));
    else
        showCandidates(*candidates);
    showWhetherAnyIsChosen();
}

void ImportDialog::clear()
{
    m_rows.clear();
    delete m_scroll->takeWidget();
}

void ImportDialog::showMessage(ToneLabel::Meaning meaning, const QString &text)
{
    m_message->showText(meaning, text);
    m_scroll->hide();
}

void ImportDialog::showCandidates(const QList<accounts::ImportCandidate> &candidates)
{
    m_message->showText(ToneLabel::Meaning::Plain,
                        tr("Select the profiles to import. They are saved with the settings."));
    auto *list = new QWidget;
    list->setBackgroundRole(QPalette::Base);
    auto *layout = new QVBoxLayout(list);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    for (const accounts::ImportCandidate &candidate : candidates) {
        auto *row = new ImportRow(candidate, list);
        connect(row, &ImportRow::choiceChanged, this, &ImportDialog::showWhetherAnyIsChosen);
        layout->addWidget(row);
        layout->addWidget(new Line(Qt::Horizontal, list));
        m_rows.append(row);
    }
    layout->addStretch(1);
    m_scroll->setWidget(list);
    m_scroll->setMinimumWidth(list->minimumSizeHint().width() + 2 * m_scroll->frameWidth()
                              + m_scroll->verticalScrollBar()->sizeHint().width());
    m_scroll->show();
}

void ImportDialog::showWhetherAnyIsChosen()
{
    const bool isAny = std::any_of(m_rows.begin(), m_rows.end(),
                                   [](const ImportRow *row) { return row->isChosen(); });
    enableUnless(*m_ok, isAny ? QString() : tr("No profile is selected."));
}

QList<accounts::ImportCandidate> ImportDialog::chosen() const
{
    QList<accounts::ImportCandidate> candidates;
    for (const ImportRow *row : m_rows) {
        if (row->isChosen())
            candidates.append(row->candidate());
    }
    return candidates;
}

void ImportDialog::chooseFile()
{
    auto *dialog = new QFileDialog(this, tr("Atlas CLI configuration"), QFileInfo(m_path).path(),
                                   tr("TOML files (*.toml);;All files (*)"));
    deleteAfterClose(dialog);
    dialog->setFileMode(QFileDialog::ExistingFile);
    connect(dialog, &QFileDialog::fileSelected, this, [this](const QString &path) {
        read(path);
        announce(this, m_message->text());
    });
    dialog->open();
}

void ImportDialog::confirm()
{
    Q_EMIT imported(chosen());
    accept();
}

} // namespace ui
