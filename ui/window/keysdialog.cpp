// SPDX-License-Identifier: Apache-2.0
#include "ui/window/keysdialog.h"

#include "ui/accessibility/dialogend.h"
#include "ui/look/theme.h"
#include "ui/tables/celldelegate.h"
#include "ui/window/commands.h"

#include <QDialogButtonBox>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QPushButton>
#include <QScrollBar>

using namespace Qt::Literals::StringLiterals;

namespace ui {

namespace {

/// Fits the smallest window; what is longer scrolls.
constexpr QSize MostSize(900, 540);

/// Those of parts of the window, which have no commands.
QList<KeyHelp> keysOfParts()
{
    return {
        {{Qt::Key_Down}, KeysDialog::tr("In the filter: show fields and values")},
        {{Qt::CTRL | Qt::SHIFT | Qt::Key_Left, Qt::CTRL | Qt::SHIFT | Qt::Key_Right},
         KeysDialog::tr("Move the column left or right")},
        {{Qt::Key_Menu, Qt::SHIFT | Qt::Key_F10}, KeysDialog::tr("Open the context menu")},
    };
}

} // namespace

QList<KeyHelp> allKeys()
{
    const QList<CommandInfo> commands = allCommands();
    QList<KeyHelp> all;
    for (const CommandInfo &info : commands) {
        if (!info.keys.isEmpty())
            all.append({info.keys, info.title});
    }
    return all + keysOfParts();
}

KeysDialog::KeysDialog(QWidget *parent)
    : FocusDialog(parent), m_table(new TableView(tr("Keys"), this))
{
    setWindowTitle(tr("Keyboard shortcuts"));
    fillTable();
    auto *buttons = new QDialogButtonBox(this);
    QPushButton *close = buttons->addButton(tr("Close"), QDialogButtonBox::RejectRole);
    close->setAccessibleName(tr("Close"));
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    QPushButton *help = buttons->addButton(tr("Help"), QDialogButtonBox::HelpRole);
    help->setAccessibleName(tr("Help"));
    connect(buttons, &QDialogButtonBox::helpRequested, this, [this] {
        accept();
        Q_EMIT helpRequested();
    });
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, theme::Margin);
    layout->setSpacing(theme::Margin);
    layout->addWidget(m_table, 1);
    auto *row = new QHBoxLayout;
    row->setContentsMargins(theme::Margin, 0, theme::Margin, 0);
    row->addWidget(buttons);
    layout->addLayout(row);
    const QSize whole = sizeOfTable() + QSize(0, row->sizeHint().height() + 2 * theme::Margin);
    resize(sizeHint().expandedTo(whole).boundedTo(MostSize));
}

void KeysDialog::openOver(QWidget &window, const std::function<void()> &openHelp)
{
    auto *dialog = new KeysDialog(&window);
    deleteAfterClose(dialog);
    connect(dialog, &KeysDialog::helpRequested, &window, openHelp);
    dialog->open();
}

void KeysDialog::fillTable()
{
    m_keys.setHorizontalHeaderLabels({tr("Key"), tr("Action")});
    for (const KeyHelp &help : allKeys())
        m_keys.appendRow({new QStandardItem(keysText(help.keys)), new QStandardItem(help.what)});
    m_table->setModel(&m_keys);
    m_table->setItemDelegate(new CellDelegate(m_table));
    m_table->setSelectionMode(QAbstractItemView::SingleSelection);
    m_table->resizeColumnsToContents();
    const int scrollBar = m_table->verticalScrollBar()->sizeHint().width();
    m_table->setMinimumWidth(m_table->horizontalHeader()->length() + scrollBar);
    m_table->horizontalHeader()->setStretchLastSection(true);
    m_table->setCurrentIndex(m_keys.index(0, 0));
    m_table->setFocus();
}

/// All of it, as long as that is.
QSize KeysDialog::sizeOfTable() const
{
    return {m_table->minimumWidth(),
            m_table->horizontalHeader()->sizeHint().height() + m_table->verticalHeader()->length()};
}

} // namespace ui
